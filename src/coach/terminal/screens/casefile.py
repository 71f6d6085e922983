"""One debrief, to be looked at: the talk beside the facts and the verdict, and what became of it."""

from collections.abc import Callable, Sequence
from datetime import date

from textual.app import ComposeResult

from coach.terminal import board, sheet
from coach.terminal.desk import Case
from coach.terminal.screens.talk_view import TalkView
from coach.terminal.widgets.lines import Span
from coach.terminal.widgets.strips import Hint, Hints
from coach.terminal.widgets.transcript import Message


class CasefileScreen(TalkView):
    """A debrief kept."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("F3", "signed", "signed"),
        ("F4", "lost", "lost"),
        ("F5", "still_open", "still_open"),
        ("Esc", "home", "leave"),
        ("F7", "rehearse_this", "rehearse"),
        ("F2", "board", "board"),
        ("PgUp PgDn", "scroll", "page(-1)"),
        ("Alt+↑ ↓", "pick", "pick(-1)"),
        ("F8", "copy_line", "copy_line"),
        ("F9", "copy_all", "copy_all"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+N", "new", "app.new_debrief"),
        ("Ctrl+T", "theme", "app.next_theme"),
        ("Ctrl+P", "palette", "app.command_palette"),
        ("Ctrl+Q", "quit", "app.quit"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f3", "signed", ""),
        ("f4", "lost", ""),
        ("f5", "still_open", ""),
        ("f6,enter", "again", ""),
        ("f7", "rehearse", ""),
        ("up", "pick(-1)", ""),
        ("down", "pick(1)", ""),
        ("pageup", "page(-1)", ""),
        ("pagedown", "page(1)", ""),
    ]
    AUTO_FOCUS = ""

    def __init__(self, name: str) -> None:
        super().__init__(keys=False)
        self._about = name
        self._case: Case | None = None

    def compose(self) -> ComposeResult:
        """Title, talk and board, keys."""
        yield from self.parts()
        yield Hints(self.hints, id="hints")

    def on_mount(self) -> None:
        """Fetches it."""
        self.beside(self._fetch())

    def title_spans(self, width: int) -> Sequence[Span]:
        """Who it is about, and what is to be done."""
        if self._case is None:
            return (Span(f" {self.book.say('screen.case.title')} ", "key"), Span(self.coach.working, "warn"))
        return (Span(f" {self.who()}  ", "strong"), Span(self.coach.working or self._urgent(self._case), "warn"))

    def all_keys(self) -> list[Hint]:
        """The keys, with F6 where there is something to go on with."""
        keys = super().all_keys()
        if self._case is None:
            return keys
        going_on = "again" if self._case.overdue else "" if self._case.record.complete else "go_on"
        if not going_on:
            return keys
        f6 = Hint("F6", self.book.say(f"screen.key.{going_on}"), "again")
        return (
            [keys[0], f6, *keys[4:5], *keys[1:4], *keys[5:]]
            if going_on == "go_on"
            else [keys[0], f6, *keys[1:3], keys[4], keys[3], *keys[5:]]
        )

    def action_signed(self) -> None:
        """It was signed, on a day."""
        if self._case and self._case.record.complete:
            self._ask(
                "ask_signed",
                self._case.day.isoformat(),
                self._bad_day,
                lambda day: self._outcome("signed", date.fromisoformat(day)),
            )

    def action_lost(self) -> None:
        """It was lost, for a reason."""
        if self._case and self._case.record.complete:
            today = self._case.day
            self._ask("ask_lost", "", lambda _: "", lambda reason: self._outcome("lost", today, reason))

    def action_still_open(self) -> None:
        """It is still open."""
        if self._case and self._case.record.complete:
            self._outcome("open", self._case.day)

    def action_again(self) -> None:
        """Judges an overdue one anew (R8), or goes on with an unfinished one."""
        if self._case is None:
            return
        if not self._case.record.complete:
            self.coach.open_debrief(self._about)
        elif self._case.overdue:
            self.coach.open_debrief(again=self._about)

    def action_rehearse(self) -> None:
        """Rehearses against this customer."""
        self.coach.rehearse_customer(self._about)

    def _ask(self, key: str, given: str, check: Callable[[str], str], then: Callable[[str], None]) -> None:
        from coach.terminal.screens.asking import Asking

        box = Asking(self.book.say(f"screen.case.{key}"), self.book.say("screen.case.enter"), given, check)
        self.app.push_screen(box, lambda told: None if told is None else then(told))

    def _bad_day(self, given: str) -> str:
        try:
            date.fromisoformat(given)
        except ValueError:
            return self.book.say("screen.case.bad_day", given=given)
        return ""

    def _outcome(self, outcome: str, on: date, reason: str = "") -> None:
        self.beside(self._recorded(outcome, on, reason))

    async def _recorded(self, outcome: str, on: date, reason: str) -> None:
        self._show(await self.ask(lambda desk: desk.outcome(self._about, outcome, on, reason)))
        self.tell(self.book.say("screen.case.kept", text=board.outcome_words(self.sheet, self.book)))

    async def _fetch(self) -> None:
        case = await self.ask(lambda desk: desk.case(self._about))
        self._transcript.show((Message(line.who, line.text) for line in case.record.transcript), from_start=True)
        self._show(case)

    def _show(self, case: Case) -> None:
        self._case = case
        self._board.show(sheet.of_record(case.record), self.book)
        self.retell()

    def _urgent(self, case: Case) -> str:
        b = self.book
        if not case.record.complete:
            return b.say("screen.case.unfinished")
        if not case.overdue:
            return board.outcome_words(self.sheet, b) if self.sheet.outcome else ""
        key = "overdue_A" if case.summary.verdict_class == "A" else "overdue_other"
        return b.say(f"screen.case.{key}", days=case.overdue, options=b.say("screen.or").join(case.options))
