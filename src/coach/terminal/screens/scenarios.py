"""The scenario list: customers to rehearse with, the number of attempts and their scores."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from coach.domain.cleaning import clean
from coach.domain.vocabulary import LEVELS, Level
from coach.terminal.beginning import Begin
from coach.terminal.cards import spark
from coach.terminal.screens.base import CoachScreen
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, Row, Rows
from coach.terminal.wrapping import fit

if TYPE_CHECKING:
    from coach.conduct.rehearsal_room import ShelfRow


class ScenariosScreen(CoachScreen):
    """Select a customer, a level, and a side."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("Enter", "rehearse", "open"),
        ("F3", "level", "level"),
        ("F4", "swap", "swap"),
        ("Esc", "home", "leave"),
        ("↑ ↓", "move", "none"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [("escape", "leave", ""), ("f3", "level", ""), ("f4", "swap", "")]  # noqa: RUF012 - Textual's shape
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(id="rows")
        self._shelf: list[ShelfRow] = []
        self._level: Level = "normal"
        self._swapped = False

    def parts(self) -> ComposeResult:
        """The rows."""
        yield self._rows

    def on_mount(self) -> None:
        """Fetches the scenarios."""
        self.in_background(self._fetch)

    def title_spans(self, width: int) -> Sequence[Span]:
        """The level and the side."""
        side = "rehearsal.as_customer" if self._swapped else "rehearsal.as_rep"
        return (
            Span(f" {self.book.say('rehearsal.title')}  ", "key"),
            Span(f"{self.book.say(f'level.{self._level}')}  ", "strong"),
            Span(self.book.say(side), "dim"),
            Span(f"  {self.coach.working}", "warn"),
        )

    def retell(self) -> None:
        """Redraws in the current language."""
        super().retell()
        if self._shelf:
            self.in_background(self._fetch)

    def action_level(self) -> None:
        """The next level."""
        self._level = LEVELS[(LEVELS.index(self._level) + 1) % len(LEVELS)]
        super().retell()

    def action_swap(self) -> None:
        """Swaps the roles."""
        self._swapped = not self._swapped
        super().retell()

    def action_open(self) -> None:
        """Opens the selected row."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Starts a rehearsal, or continues the unfinished one."""
        if message.key.kind == "resume":
            self.coach.rehearse(Begin(resume=message.key.name))
        else:
            self.coach.rehearse(Begin(scenario=message.key.name, level=self._level, swapped=self._swapped))

    def action_leave(self) -> None:
        """Home."""
        self.coach.go_home()

    async def _fetch(self) -> None:
        language = self.language
        self._shelf = await self.ask(lambda desk: desk.rehearsals().shelf(language))
        self._rows.fill([row for scenario in self._shelf for row in self._rows_of(scenario)])
        for fault in await self.ask(lambda desk: desk.rehearsals().faults(language)):
            self.tell(self.book.say("rehearsal.left_out", fault=clean(fault)))

    def _rows_of(self, scenario: "ShelfRow") -> list[Row]:
        wide = max(self._rows.line_width - 2, 40)
        trade, plot = min(wide // 4, 24), 18
        spans = (
            Span("  " + fit(scenario.title, wide - trade - plot - 6) + "  ", "coach"),
            Span(fit(scenario.industry, trade - 2) + "  ", "dim"),
            Span(fit(spark(scenario.scores), plot), "good"),
        )
        rows = [Row(spans, Key("begin", scenario.id))]
        if scenario.unfinished:
            left_open = Span("    " + self.book.say("rehearsal.left_open"), "warn")
            rows.append(Row((left_open,), Key("resume", scenario.unfinished)))
        return rows
