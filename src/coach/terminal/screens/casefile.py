"""The casefile screen: the talk beside the facts and the verdict, the review, and the outcome."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import events

from coach.domain.vocabulary import FACTS
from coach.terminal import board, dossier, sheet
from coach.terminal.beginning import Begin
from coach.terminal.screens.base import Way
from coach.terminal.screens.outcomes import Decided, OutcomeKeys
from coach.terminal.screens.remarking import Remarking
from coach.terminal.spans import Span
from coach.terminal.widgets.composer import digit
from coach.terminal.widgets.findings import Findings
from coach.terminal.widgets.strips import Hint
from coach.terminal.wrapping import cut

if TYPE_CHECKING:
    from coach.conduct.desk import Casefile
    from coach.conduct.reading_room import Place
    from coach.domain.facts import FactName

LONGEST_NAME = 10
"""Maximum width of a rep's name beside the talk, in cells."""


class CasefileScreen(Remarking, OutcomeKeys):
    """A stored debrief. Opened from the inbox it leads on to the next unread one."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("F3", "signed", "signed"),
        ("F4", "lost", "lost"),
        ("F5", "still_open", "still_open"),
        ("Esc", "back", "leave"),
        ("Ctrl+K", "comment", "comment"),
        ("Ctrl+D", "overrule", "overrule"),
        ("Ctrl+A", "ask_rep", "ask_rep"),
        ("1–4", "quoted", "none"),
        ("F7", "rehearse_this", "rehearse"),
        ("F2", "board", "board"),
        ("F10", "history_of", "others"),
        ("PgUp PgDn", "scroll", "page(-1)"),
        ("↑ ↓", "pick", "pick(-1)"),
        ("Ctrl+↑ ↓", "scroll_board", "scroll_board(1)"),
        ("F8", "copy_line", "copy_line"),
        ("F9", "copy_all", "copy_all"),
        ("Ctrl+F", "search", "app.search"),
        ("Ctrl+E", "inbox", "app.inbox"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+N", "new", "app.new_debrief"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f6", "again", ""),
        ("enter", "enter", ""),
        ("f7", "rehearse", ""),
        ("f10", "others", ""),
        ("tab", "unread(1)", ""),
        ("shift+tab", "unread(-1)", ""),
        ("up", "pick(-1)", ""),
        ("down", "pick(1)", ""),
        ("ctrl+up", "scroll_board(-1)", ""),
        ("ctrl+down", "scroll_board(1)", ""),
        ("pageup", "page(-1)", ""),
        ("pagedown", "page(1)", ""),
    ]
    AUTO_FOCUS = ""

    def __init__(
        self,
        name: str,
        *,
        line: int = 0,
        place: "Place | None" = None,
        back: Way | None = None,
        case: "Casefile | None" = None,
    ) -> None:
        super().__init__(keys=board.QUOTING)
        self._about = name
        self._line = line
        self._place = place
        self._back = back
        self._fetched = case
        self._case: Casefile | None = None
        self._numbers: list[int] = []

    def on_mount(self) -> None:
        """Shows it, after fetching it if the opener has not."""
        if self._fetched is not None:
            self._begin(self._fetched)
        self.in_background(self._fetch)

    def names(self) -> tuple[str, str]:
        """The speakers: the coach, and the rep, by name if somebody else reads."""
        coach, rep = super().names()
        case = getattr(self, "_case", None)
        return (coach, rep) if case is None or case.own else (coach, cut(case.record.rep, LONGEST_NAME))

    def title_spans(self, width: int) -> Sequence[Span]:
        """The customer, and what is to be done."""
        if self._case is None:
            return (Span(f" {self.book.say('screen.case.title')} ", "key"), Span(self.coach.working, "warn"))
        return (Span(f" {self.who()}  ", "strong"), Span(self.coach.working or self._urgent(self._case), "warn"))

    def all_keys(self) -> list[Hint]:
        """The keys, the relevant ones first: continue, answer, read on."""
        keys, case = super().all_keys(), self._case
        if case is None:
            return keys
        say, first = self.book.say, keys[:1]
        if not case.record.complete and case.own:
            first.append(Hint("F6", say("screen.key.go_on"), "again"))
        elif case.overdue and case.own:
            first.append(Hint("F6", say("screen.key.again"), "again"))
        if self._place is not None:
            first.append(Hint("Tab", say("screen.key.next_unread"), "unread(1)"))
        if self._place is not None or not case.own:
            first += keys[5:8]
        if self._place is not None:
            first.append(Hint("Shift+Tab", say("screen.key.last_unread"), "unread(-1)"))
        if case.own and case.review.open_requests:
            first.append(Hint("Ctrl+A", say("screen.key.answer"), "answer"))
        taken = {hint.key for hint in first}
        rest = [hint for hint in keys if hint.key not in taken]
        return [*first, *(rest if case.record.complete else sorted(rest, key=lambda hint: hint.key != "Esc"))]

    # What it is about

    def decided(self) -> Decided | None:
        """This debrief, if it is recorded."""
        case = self._case
        return Decided(self._about, case.day) if case and case.record.complete else None

    def outcome_kept(self, case: "Casefile") -> None:
        """Shows it."""
        self.show_case(case)

    def action_again(self) -> None:
        """Judges an overdue one anew (R8), or continues an unfinished one; only as its rep."""
        if self._case is None or not self._case.own:
            return
        if not self._case.record.complete:
            self.coach.open_debrief(self._about)
        elif self._case.overdue:
            self.coach.open_debrief(again=self._about)

    def action_enter(self) -> None:
        """As F6, except for a reader, whose Enter in the list may have been pressed twice."""
        if self._place is None:
            self.action_again()

    def action_rehearse(self) -> None:
        """Starts a rehearsal with this customer."""
        self.coach.rehearse(Begin(debrief=self._about))

    def action_others(self) -> None:
        """Opens another visit to this customer."""
        from coach.terminal.screens.choosing import Candidate, Choosing

        b = self.book
        case = self._case
        if case is None or not case.others:
            self.tell(b.say("screen.case.no_others"))
            return
        seen = [(row.id, "".join(span.text for span in dossier.visit(row, b, 60, case.day))) for row in case.others]
        box = Choosing(
            b.say("screen.board.history"), [Candidate(*one) for one in seen], b, b.say("screen.case.no_others")
        )
        self.app.push_screen(box, lambda name: self.coach.open_case(name) if name else None)

    # Moving about

    def on_key(self, event: events.Key) -> None:
        """1 to 4 jump to the quotes of a fact."""
        pressed = digit(event.character)
        if pressed and int(pressed) <= len(FACTS):
            event.stop()
            self._to_quote(FACTS[int(pressed) - 1])

    def on_findings_picked(self, message: Findings.Picked) -> None:
        """A fact was clicked."""
        self._to_quote(message.fact)

    def on_findings_followed(self, message: Findings.Followed) -> None:
        """Opens another debrief, or a line referred to."""
        if message.debrief:
            self.coach.open_case(message.debrief)
        else:
            self._to_line(message.line)

    def action_scroll_board(self, direction: int) -> None:
        """Scrolls the board by some lines."""
        self._board.scroll_relative(y=4 * direction, animate=False)

    def action_unread(self, step: Literal[1, -1]) -> None:
        """The next or previous unread one of the list it was opened from."""
        if self._place is not None:
            self.in_background(self._read_on, self._place, step)

    def action_leave(self) -> None:
        """Returns to where it was opened."""
        if self._place is None:
            self.coach.go_back(self._back)
        else:
            self.coach.open_inbox(self._place)

    def way_back(self) -> Way:
        """This debrief, at the selected line."""
        return partial(CasefileScreen, self._about, line=self.line or 0, place=self._place, back=self._back)

    @property
    def line(self) -> int | None:
        """The selected line of the talk, 1 = the first."""
        at = self._transcript.picked_at
        return self._numbers[at] if at is not None and at < len(self._numbers) else None

    def _to_quote(self, fact: "FactName") -> None:
        lines = dossier.quoted(self._case.record, fact) if self._case else []
        if lines:
            self._to_line(next((n for n in lines if n > (self.line or 0)), lines[0]))
        elif self._case:
            self.tell(self.book.say("screen.case.unquoted", fact=self.book.say(f"screen.fact.{fact}")))

    def _to_line(self, line: int) -> None:
        self.remove_class("-board")
        if line in self._numbers:
            self._transcript.point(self._numbers.index(line))

    async def _read_on(self, place: "Place", step: Literal[1, -1]) -> None:
        found = await self.ask(lambda desk: desk.reading().unread_from(place, step, self._about))
        if found is None:
            self.tell(self.book.say("screen.inbox.all_read"))
        else:
            self.coach.open_case(found[1], place=found[0])

    # Showing

    def _begin(self, case: "Casefile") -> None:
        self.show_case(case)
        if self._line:
            self._to_line(self._line)

    async def _fetch(self) -> None:
        if self._fetched is None:
            self._begin(await self.ask(lambda desk: desk.case(self._about)))
        case = self._case
        if case and case.record.complete and (case.news or case.unread):
            await self.coach.worker.ask(lambda desk: desk.reading().reviewing.mark_read(self._about))

    def show_case(self, case: "Casefile") -> None:
        """Shows the current debrief; the selection stays."""
        before, line = self._case, self.line
        self._case = case
        messages, self._numbers = dossier.talk(case, self.book)
        if before is None:
            self._transcript.show(messages, from_start=True)
        elif messages != list(self._transcript.messages):
            self._transcript.show(messages, from_start=True)
            self._transcript.point(self._numbers.index(line) if line else None)
        shown = sheet.of_record(case.record, case.review)._replace(own=case.own)
        if case.overdue:
            shown = shown._replace(run_out=(case.overdue, case.options))
        self._board.show(shown, self.book, lambda book, width: dossier.parts(case, book, width))
        self.retell()

    def _urgent(self, case: "Casefile") -> str:
        b = self.book
        if not case.record.complete:
            return b.say("screen.case.unfinished" if case.own else "screen.history.open")
        reasons = dossier.reasons(case, b)
        if not case.own or self._place is not None:
            return f"{case.record.rep}  {reasons}" if not case.own else reasons
        if case.overdue:
            key = "overdue_A" if case.summary.verdict_class == "A" else "overdue_other"
            return b.say(f"screen.case.{key}", days=case.overdue, options=b.say("screen.or").join(case.options))
        return board.outcome_words(self.sheet, b) if self.sheet.outcome else ""
