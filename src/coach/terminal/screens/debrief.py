"""The debrief screen: the talk, the facts beside it, the composer below."""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding

from coach.domain.vocabulary import FACTS
from coach.terminal import board, sheet
from coach.terminal.screens.answering import Answering
from coach.terminal.screens.base import Way
from coach.terminal.sheet import Sheet
from coach.terminal.spans import Span
from coach.terminal.widgets.composer import Composer
from coach.terminal.widgets.findings import Findings
from coach.terminal.widgets.strips import OneLine
from coach.terminal.widgets.transcript import Message, NumberedAnswer, Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.conduct.debriefing import Talk
    from coach.conduct.desk import Desk
    from coach.conduct.pending_write import Reply
    from coach.domain.facts import FactName


CLOSING = 1.35
"""Seconds that the closing card stands before Enter leads home: the time that the keystroke-level model gives a mind to
prepare an act (Card, Moran, Newell 1980). A key that comes sooner was decided on before the verdict was seen.
"""


class DebriefScreen(Answering):
    """One debrief in progress. Nothing is written before something was typed."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("F2", "board", "board"),
        ("F3–F6", "correct", "correct('authority')"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Esc", "home", "leave"),
        ("Enter", "send", "send"),
        ("Ctrl+J", "break_line", "break_line"),
        ("1–9", "choose", "none"),
        ("PgUp PgDn", "scroll", "page(-1)"),
        ("End", "to_end", "none"),
        ("Alt+↑ ↓", "pick", "pick(-1)"),
        ("F8", "copy_line", "copy_line"),
        ("F9", "copy_all", "copy_all"),
        ("Ctrl+F", "search", "app.search"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f3", "correct('authority')", ""),
        ("f4", "correct('need')", ""),
        ("f5", "correct('power')", ""),
        Binding("f6", "correct('value')", show=False, priority=True),  # the composer has F6 and F7 for itself
        Binding("f7", "rehearse", show=False, priority=True),
    ]
    AUTO_FOCUS = "Composer"

    def __init__(self, *, resume: str | None = None, again: str | None = None, product: str = "") -> None:
        self._spoken: str | None = None
        super().__init__()
        self._resume, self._again, self._product = resume, again, product
        self._shown = 0
        self._done_at = 0.0

    @property
    def language(self) -> str:
        """The talk's own language, once it has one."""
        return self._spoken or self.coach.language

    def parts(self) -> ComposeResult:
        """Talk and board, composer."""
        yield from super().parts()
        yield self._composer

    def on_mount(self) -> None:
        """Paints the first question from the catalogue; a resumed debrief is fetched after the first paint."""
        if self._resume or self._again:
            self.call_after_refresh(lambda: self.in_background(self._open))
        else:
            self._transcript.show([Message("question", self._first_question())])

    def title_spans(self, width: int) -> Sequence[Span]:
        """The customer and the progress."""
        s = self.sheet
        name = f" {self.who() if s.customer or s.contact else self.book.say('screen.debrief')}  "
        steps = self.coach.working or board.progress(s.step, self.book, width - cell_len(name) - 1)
        return (Span(name, "strong"), *((Span(steps, "warn"),) if isinstance(steps, str) else steps))

    def _first_question(self) -> str:
        variants = self.book.entries["opening.first"]
        return variants[self.coach.seed % len(variants)]

    # The talk

    async def _open(self) -> None:
        """Opens the talk and shows its messages and draft."""

        def opened(talk: "Talk") -> "tuple[Talk, Reply | None, str, Sheet]":
            reply = talk.think_again()
            return talk, reply, talk.draft(), sheet.of_debrief(talk.debrief)

        talk, reply, draft, shown = await self.ask(self.with_talk(opened))
        self._take(talk)
        self._transcript.show([])
        self._paint(shown, reply.notices if reply else ())
        if draft and draft.strip() != talk.debrief.last_said:
            self._composer.take_back(draft)
            self.tell(self.book.say("screen.draft_offered"))

    def begun(self, desk: "Desk") -> "Talk":
        """On the worker: the talk, opened on first use."""
        if self.talk is None:
            if self._resume:
                self.talk = desk.resume(self._resume)
            else:
                coach = self.coach
                self.talk = desk.start(self.language, coach.seed, coach.follow_language, self._again, self._product)
        return self.talk

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Sends the answer, or goes home once all is recorded and the closing card was there to be read."""
        if self._done:
            if monotonic() - self._done_at >= CLOSING:
                self.action_leave()
        elif message.text.strip():
            self._send(message.text)

    def on_composer_numbered(self, message: Composer.Numbered) -> None:
        """A numbered answer chosen by key."""
        self._send(message.key)

    def on_transcript_chosen(self, message: Transcript.Chosen) -> None:
        """A numbered answer chosen by click."""
        self._send(message.key)

    def _send(self, typed: str) -> None:
        """Sends the answer unless one is in progress; noted here, since background work begins only after the next key."""
        if not self._sending:
            self._sending = typed
            self.in_background(self._say, typed)

    async def _say(self, typed: str) -> None:
        text = "/help" if typed.strip() in ("?", "？") else typed
        try:
            talk, reply, shown = await self._told(lambda talk: talk.say(text))
        finally:
            self._sending = ""
        with self.app.batch_update():
            self._composer.let_go(typed)
            self._take(talk)
            self._paint(shown, reply.notices)
        if reply.left:
            self._keep_draft()
            self.action_leave()
        else:
            self.call_after_refresh(self._keep_draft)  # the worker would share the processor with the frame

    async def _told(self, call: "Callable[[Talk], Reply]") -> "tuple[Talk, Reply, Sheet]":
        """Calls the talk on the worker; what to show of it then."""

        def on_worker(talk: "Talk") -> "tuple[Talk, Reply, Sheet]":
            return talk, call(talk), sheet.of_debrief(talk.debrief)

        return await self.ask(self.with_talk(on_worker))

    def _take(self, talk: "Talk") -> None:
        self.talk = talk
        spoken = talk.debrief.language
        if spoken != self.language:
            self._spoken = spoken
            self.retell()
        self._spoken = spoken

    def _paint(self, shown: Sheet, notices: Sequence[str]) -> None:
        """Shows new messages and the current board."""
        if self.talk is None:
            return
        d = self.talk.debrief
        questions = {q.text for q in d.asked}
        first = self._shown == 0 and len(self._transcript.messages) == 1
        fresh = [
            Message(s.who if s.who == "rep" else "question" if s.text in questions else "coach", s.spelt_out)
            for s in d.transcript[self._shown :]
        ]
        if first and fresh and fresh[0].text == self._transcript.messages[0].text:
            fresh = fresh[1:]
        elif first:
            self._transcript.show([])
        self._shown = len(d.transcript)
        options = [NumberedAnswer(c.key, c.label) for c in d.choices]
        notes = [Message("notice", notice) for notice in notices]
        spoken = sum(m.who == "rep" for m in fresh[:1])
        self._transcript.add([*fresh[:spoken], *notes, *fresh[spoken:]], options)
        self._composer.numbers = frozenset(option.key for option in options)
        self._show_sheet(shown)

    def _show_sheet(self, shown: Sheet) -> None:
        if shown.recorded and not self._done:
            self._done, self._done_at = True, monotonic()
            self._board.keys = ()
            self._composer.say_here(self.book.say("screen.done_placeholder"))
            self.add_class("-board")
            self._board.scroll_home(animate=False)
        self._board.show(shown, self.book)
        for line in self.query(OneLine):
            line.renew()

    # Keys

    def action_correct(self, fact: "FactName") -> None:
        """Opens a fact for correction."""
        from coach.terminal.screens.correcting import Correcting

        if fact in FACTS and not self._done:
            self.app.push_screen(
                Correcting(fact, self.sheet.fact(fact).value, self.book), lambda value: self._corrected(fact, value)
            )

    def on_findings_picked(self, message: Findings.Picked) -> None:
        """A fact was clicked."""
        self.action_correct(message.fact)

    def _corrected(self, fact: "FactName", chosen: str | None) -> None:
        if chosen is not None:
            self.in_background(self._put_right, fact, None if chosen == "none" else chosen)

    async def _put_right(self, fact: "FactName", value: str | None) -> None:
        talk, reply, shown = await self._told(lambda talk: talk.correct(fact, value))
        self._take(talk)
        self._paint(shown, reply.notices)

    def action_command(self, name: str) -> None:
        """A slash command by key or palette."""
        if not self._done:
            self._send(f"/{name}")

    def action_send(self) -> None:
        """Sends the input."""
        self._composer.action_send()

    def action_break_line(self) -> None:
        """Inserts a line break."""
        self._composer.action_break_line()

    def on_composer_was_cut(self) -> None:
        """A paste that exceeds the limit."""
        from coach.domain.cleaning import MAX_TEXT

        self.tell(self.book.say("notice.cut", kept=MAX_TEXT))

    def action_leave(self) -> None:
        """Home."""
        self.put_away()
        self.coach.go_home()

    def put_away(self) -> None:
        """Saves the draft and releases the talk, so that another window may continue it."""
        self.save_now()
        self.coach.worker.file(self._release)

    def _release(self) -> None:
        """On the worker: releases the talk, also one opened only after its screen was left."""
        if self.talk is not None:
            self.talk.release()

    def way_back(self) -> Way | None:
        """The talk, resumed; not a finished one."""
        name = self.talk.id if self.talk is not None and not self._done else self._resume
        return None if name is None or self._done else lambda: DebriefScreen(resume=name)

    def switch_language(self) -> None:
        """Switches the language of the screen and of the talk."""
        other = "en" if self.language == "zh" else "zh"
        if self.talk is None:
            self._spoken = other
            self._transcript.show([Message("question", self._first_question())])
            self.retell()
        else:
            self._send(f"/lang {other}")

    def retell(self) -> None:
        """Redraws the screen in its language; what was said stays unchanged."""
        super().retell()
        self._composer.say_here(self.book.say("screen.done_placeholder" if self._done else "screen.placeholder"))
