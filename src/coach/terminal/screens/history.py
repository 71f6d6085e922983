"""The history screen: all debriefs, latest first; only visible rows are fetched."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from coach.domain.rulebook import expiry_of, in_short
from coach.domain.summary import Summary
from coach.terminal import words
from coach.terminal.screens.base import CoachScreen, Way
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, PagedRows, Row, Rows
from coach.terminal.widgets.strips import OneLine
from coach.terminal.wrapping import cut, fit

_REP = 13
"""Cells of the column of reps, which is there if several people's debriefs are."""


class HistoryScreen(CoachScreen):
    """The list."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("Enter", "open", "open"),
        ("Ctrl+N", "new", "app.new_debrief"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Esc", "home", "leave"),
        ("Ctrl+F", "search", "app.search"),
        ("↑ ↓", "move", "none"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [("escape", "leave", "")]  # noqa: RUF012 - Textual's shape
    AUTO_FOCUS = "PagedRows"

    def __init__(self) -> None:
        super().__init__()
        self._count: int | None = None
        self._day = date.min
        self._shared = False
        self._rows = PagedRows(self._wanted, id="rows")

    def parts(self) -> ComposeResult:
        """Columns, rows."""
        yield OneLine(self._header, id="columns")
        yield self._rows

    def on_mount(self) -> None:
        """Fetches their number."""
        self.in_background(self._begin)

    def title_spans(self, width: int) -> Sequence[Span]:
        """Their number."""
        counted = (
            ""
            if self._count is None
            else self.book.say("screen.history.count" if self._count else "screen.history.empty", count=self._count)
        )
        return (
            Span(f" {self.book.say('screen.history.title')} ", "key"),
            Span(f"  {counted}  "),
            Span(self.coach.working, "warn"),
        )

    def _header(self, width: int) -> Sequence[Span]:
        """The column headers."""
        sizes = {"visit": 12, "claimed": 7, "rules": 8} | ({"rep": _REP} if self._shared else {}) | {"customer": 16}
        cells = "".join(fit(self.book.say(f"screen.inbox.column.{name}"), size) for name, size in sizes.items())
        return (Span(f"  {cells}" if self._count else "", "dim"),)

    def retell(self) -> None:
        """Fetches the list anew in another language."""
        super().retell()
        if self._count is not None:
            self._rows.begin(self._count)

    def action_open(self) -> None:
        """Opens the selected row."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Continues or shows a debrief."""
        if message.key.kind == "open":
            self.coach.open_debrief(message.key.name)
        else:
            self.coach.open_case(message.key.name)

    def way_back(self) -> Way:
        """The list."""
        return HistoryScreen

    def action_leave(self) -> None:
        """Home."""
        self.coach.go_home()

    async def _begin(self) -> None:
        self._count, self._day, self._shared = await self.ask(lambda desk: (desk.count(), desk.today, desk.shared))
        self.retell()

    def _wanted(self, first: int, number: int) -> None:
        self.in_background(self._fetch, first, number)

    async def _fetch(self, first: int, number: int) -> None:
        with self._rows.fetching(first):
            rows = await self.ask(lambda desk: desk.page(first, number))
            self._rows.put(first, [self._row(row) for row in rows])

    def _row(self, row: Summary) -> Row:
        b = self.book
        wide = self._rows.line_width
        said = words.judgement(b, row.claimed_class, row.claimed_confidence) if row.claimed_class else "–"
        state = (
            b.say("screen.history.open")
            if row.state == "open"
            else b.say(f"screen.state.{row.outcome}")
            if row.outcome
            else ""
        )
        rep = _REP if self._shared else 0
        spans = (
            Span(f"  {row.visit_date}  ", "dim"),
            Span(fit(said, 7), "dim"),
            Span(fit(in_short(row.verdict_class or "–", run_out=expiry_of(row, self._day).overdue), 8), "strong"),
            Span(fit(cut(row.owner, rep - 1), rep), "dim"),
            Span(fit(words.named(b, row.customer, row.contact), max(wide - 42 - rep, 12)) + "  ", "coach"),
            Span(state, "good" if row.outcome == "signed" else "warn"),
        )
        return Row(spans, Key(row.state, row.id))
