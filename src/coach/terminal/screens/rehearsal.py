"""The rehearsal screen: the talk with the customer, a twenty-minute clock, the rules, and the scorecard at the end."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from coach.terminal.beginning import Begin
from coach.terminal.clock_face import LATE, clock, face
from coach.terminal.rehearsal_view import afterwards, put_away, said, speakers, turn_of
from coach.terminal.screens.base import Way
from coach.terminal.screens.talk_view import TranscriptView
from coach.terminal.spans import Span
from coach.terminal.widgets.composer import Composer
from coach.terminal.widgets.score_card import ScoreCard
from coach.terminal.widgets.strips import Hint, OneLine
from coach.terminal.widgets.transcript import Message

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coach.conduct.desk import Desk
    from coach.conduct.practising import Answer, Rehearsing
    from coach.conduct.rehearsal_room import RehearsalResult


class RehearsalScreen(TranscriptView):
    """One rehearsal in progress; private."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("F3", "hint", "hint"),
        ("F4", "pause", "pause"),
        ("F5", "take_leave", "take_leave"),
        ("Esc", "stop", "leave"),
        ("Enter", "send", "none"),
        ("Ctrl+J", "break_line", "none"),
        ("F2", "card", "board"),
        ("PgUp PgDn", "scroll", "page(-1)"),
        ("End", "to_end", "none"),
        ("Alt+↑ ↓", "pick", "pick(-1)"),
        ("F8", "copy_line", "copy_line"),
        ("F9", "copy_all", "copy_all"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f3", "hint", ""),
        ("f4", "pause", ""),
        ("f5", "take_leave", ""),
        Binding("f6", "turn('reveal')", show=False, priority=True),
        Binding("f7", "turn('compare')", show=False, priority=True),
    ]
    AUTO_FOCUS = "Composer"

    def __init__(self, begin: Begin) -> None:
        super().__init__()
        self._begin = begin
        self._card = ScoreCard()
        self._composer = Composer(self.book.say("rehearsal.placeholder"))
        self.talk: Rehearsing | None = None
        self._opened: Rehearsing | None = None  # set on the worker, before the screen has it
        self._ending: RehearsalResult | None = None
        self._sending = self._waiting = self._reminded = False

    def names(self) -> tuple[str, str]:
        """The customer and the rep, until the talk tells who plays whom."""
        return self.book.say("rehearsal.customer"), self.book.say("screen.rep")

    def parts(self) -> ComposeResult:
        """Talk and card, composer."""
        with Horizontal(id="body"):
            yield self._transcript
            yield self._card
        yield self._composer

    def on_mount(self) -> None:
        """Opens the rehearsal; the clock is drawn every second from the stored deadline, never counted down here."""
        self._sending = True
        self.in_background(self._begun)
        self.set_interval(1, self._tick)

    def title_spans(self, width: int) -> Sequence[Span]:
        """The clock, paused or not, and how late it is."""
        if self.talk is None:
            return (Span(f" {self.book.say('rehearsal.title')} ", "key"), Span(self.coach.working, "warn"))
        return face(self.talk, self.book, self.coach.working, over=self._ending is not None)

    def all_keys(self) -> list[Hint]:
        """Every key with an effect; after the end those of the scorecard come first."""
        keys = super().all_keys()
        return keys if self._ending is None else afterwards(self.book, bool(self._ending.card.gap), keys)

    # The talk

    async def _begun(self) -> None:
        try:
            await self._open()
        finally:
            self._sending = False
            if self._waiting:
                self._composer.action_send()
            elif self._composer.text:
                self.save_now()

    async def _open(self) -> "Rehearsing":
        def opened(desk: "Desk") -> "tuple[Rehearsing, Answer, str]":
            self._opened = talk = self._opened or self._begin.opened(desk.rehearsals(), self.language)
            reply = talk.think_again() or talk.greeting()
            if self.left:
                put_away(talk, None)
            return talk, reply, talk.draft()

        talk, _, draft = await self.ask(opened)
        self.talk = talk
        self._transcript.rename(*speakers(talk, self.book))
        rules, cost = await self.ask(lambda desk: (desk.rehearsals().rules, desk.rehearsals().hint_cost))
        self._transcript.show(said(talk, self.book, rules if self.has_class("-narrow") else ()))
        if not talk.opened.swapped:
            self._card.counts(rules, cost, self.book)
        if draft:
            self._composer.take_back(draft)
            self.tell(self.book.say("screen.draft_offered"))
        await self._after()
        return talk

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Sends the line, once the customer is there; after the end, retries the turn at the gap or the one typed."""
        if self._ending is not None:
            self._try_again(message.text.strip())
        elif self._sending:
            self._waiting = True
            self._composer.take_back(message.text)
        elif message.text.strip():
            self._send(message.text)

    def _send(self, text: str) -> None:
        """Sends the line; noted as in progress here, since background work begins only after the next key."""
        self._sending = True
        self.in_background(self._say, text)

    async def _say(self, text: str) -> None:
        try:
            talk = self.talk or await self._open()  # opened here where the disk refused the beginning
            answer = await self.ask(lambda _: talk.say(text))
        except BaseException:
            self._composer.take_back(text)
            raise
        finally:
            self._sending = False
        self._transcript.add([Message("rep", text.strip() or "…"), Message("coach", answer.text)], [])
        await self._after()
        self.call_after_refresh(self.save_now)  # behind the frame that shows the answer

    async def _after(self) -> None:
        """Shows the end once reached."""
        talk = self.talk
        self._renew()
        if talk is None or not talk.state.ended or self._ending is not None:
            return
        if talk.opened.swapped:
            self._transcript.add([Message("notice", self.book.say("rehearsal.swapped_over"))], [])
            return
        self._ending = await self.ask(lambda desk: desk.rehearsals().ending(talk))
        self._show_ending()

    def _show_ending(self) -> None:
        if self._ending is None or self.talk is None:
            return
        state = self.talk.state
        self._transcript.show(said(self.talk, self.book, numbered=True))
        self._card.close(self._ending, clock(state.clock), state.pauses, self.book)
        self.add_class("-board")
        key = "rehearsal.over_placeholder" if state.exchanges else "rehearsal.over_unsaid"
        self._composer.say_here(self.book.say(key))
        self._renew()

    def retell(self) -> None:
        """Redraws card and strips in the current language; the talk stays unchanged."""
        super().retell()
        self._card.retell(self.book)

    def _tick(self) -> None:
        if self.talk is None or self.left or self._ending is not None:
            return
        for line in self.query("#top").results(OneLine):
            line.renew()
        left = self.talk.seconds_left()
        asked = any("ask" in turn.acts for turn in self.talk.state.exchanges)
        if left <= LATE and not asked and not self._reminded and not self.talk.opened.swapped:
            self._reminded = True
            self._transcript.add([Message("notice", self.book.say("rehearsal.ask_late"))], [])
        if left == 0 and not self._sending and not self.talk.state.ended:
            self._send("")

    # Keys

    def action_hint(self) -> None:
        """Shows a hint, which costs a mark."""
        if self.talk is not None and self._ending is None:
            self.in_background(self._hinted, self.talk)

    async def _hinted(self, talk: "Rehearsing") -> None:
        text = await self.ask(lambda _: talk.hint())
        self._transcript.add([Message("notice", self.book.say("rehearsal.hint", text=text))], [])

    def action_pause(self) -> None:
        """Pauses or resumes the clock; both are counted."""
        talk = self.talk
        if talk is not None and self._ending is None:
            stopped = bool(talk.state.stopped_at)
            self.in_background(self._waited, talk.go_on if stopped else talk.pause)

    async def _waited(self, act: Callable[[], None]) -> None:
        await self.ask(lambda _: act())
        self._renew()

    def action_take_leave(self) -> None:
        """Ends the rehearsal by taking leave."""
        if self.talk is not None and self._ending is None:
            self.in_background(self._left, self.talk)

    async def _left(self, talk: "Rehearsing") -> None:
        await self.ask(lambda _: talk.leave())
        await self._after()

    def action_try_again(self) -> None:
        """Retries the turn at the gap, with everything before it unchanged."""
        self._try_again("")

    def _try_again(self, number: str) -> None:
        """Retries from the rep's turn `number` on; empty: from the one at the gap."""
        if self.talk is None or self._ending is None:
            return
        last = self.talk.state.last_turn
        turn = turn_of(number, self._ending.card.turn, last)
        if turn:
            self.coach.rehearse(Begin(again=(self.talk, turn)))
        else:
            self.tell(self.book.say("rehearsal.no_turn", count=last))

    def action_turn(self, face: str) -> None:
        """Switches the card: the customer's hidden side, or the attempts side by side."""
        if self._ending is not None:
            self.add_class("-board")
            self._card.turn(face, self.book)

    def action_leave(self) -> None:
        """Returns to the scenarios."""
        self.coach.action_rehearse()

    def put_away(self) -> None:
        """Saves the draft and pauses the clock."""
        text = self._composer.text or (None if self.talk is None else "")
        self.coach.worker.file(lambda: put_away(self._opened, text))

    def way_back(self) -> Way | None:
        """The rehearsal, resumed."""
        talk = self.talk
        return None if talk is None or talk.state.ended else lambda: RehearsalScreen(Begin(resume=talk.id))

    def on_composer_half_typed(self) -> None:
        """Saves the draft."""
        if not self._sending:
            self.save_now()

    def save_now(self) -> "Future[None] | None":
        """The draft; an answer in progress has left the composer."""
        talk = self.talk
        if talk is None or talk.state.ended:
            return None
        text = self._composer.text
        return self.coach.worker.send(lambda _: talk.save_draft(text))

    def _renew(self) -> None:
        for line in self.query(OneLine):
            line.renew()
