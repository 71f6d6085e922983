"""The search screen: incremental full-text search, Chinese from one character on, names by pinyin; Enter opens the talk
at the line.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input

from coach.ports import RefusedError
from coach.terminal import hits
from coach.terminal.screens.base import CoachScreen, Way
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from coach.conduct.searching import Searching, SearchResult

PAUSE = 0.12
"""Seconds without a key before searching."""
LIMIT = 50


class Only(NamedTuple):
    """The rep and the product whose talks alone are searched."""

    owner: str | None = None
    product: str | None = None


class SearchScreen(CoachScreen):
    """A field with the results below."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("Enter", "open_there", "open"),
        ("F3", "one_rep", "one('owner')"),
        ("F4", "one_product", "one('product')"),
        ("Esc", "back", "leave"),
        ("↑ ↓", "move", "none"),
        ("PgUp PgDn", "page", "page(1)"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("escape", "leave", ""),
        ("f3", "one('owner')", ""),
        ("f4", "one('product')", ""),
        ("up", "move(-1)", ""),
        ("down", "move(1)", ""),
        ("pageup", "page(-1)", ""),
        ("pagedown", "page(1)", ""),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, query: str = "", at: int = -1, back: Way | None = None, only: Only | None = None) -> None:
        super().__init__()
        self._query, self._at, self._back, self._only = query, at, back, only or Only()
        self._found: tuple[SearchResult, int] | None = None
        self._rows = Rows(id="rows")
        self._rows.can_focus = False
        self._turn = 0

    def parts(self) -> ComposeResult:
        """What is sought, rows."""
        field = Input(self._query, placeholder=self.book.say("screen.search.placeholder"), id="sought")
        field.cursor_blink = False
        yield field
        yield self._rows

    def on_mount(self) -> None:
        """Searches for the given query, then indexes new events."""
        self.in_background(self._begin)

    def title_spans(self, width: int) -> Sequence[Span]:
        """The title, and whose and which product's talks alone are searched."""
        only = self.book.names(filter(None, self._only))
        return (
            Span(f" {self.book.say('screen.search.title')}  ", "key"),
            Span(f"{only}  " if only else "", "warn"),
            Span(self.coach.working, "warn"),
        )

    def retell(self) -> None:
        """Redraws in another language or width."""
        super().retell()
        self.query_one(Input).placeholder = self.book.say("screen.search.placeholder")
        self._show()

    def on_resize(self) -> None:
        """Adapts the excerpts to the width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches after a short pause in typing."""
        if event.value == self._query:
            return
        self._query, self._at = event.value, -1
        self._turn += 1
        turn = self._turn
        self.set_timer(PAUSE, lambda: self.in_background(self._search) if turn == self._turn else None)

    def on_input_submitted(self) -> None:
        """Opens what is pointed at."""
        self.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Opens a debrief at the line found."""
        self.coach.open_case(message.key.name, line=message.key.at)

    def action_open(self) -> None:
        """Opens what is pointed at."""
        self._rows.action_open()

    def action_move(self, step: int) -> None:
        """Selects the next row."""
        self._rows.action_move(step)

    def action_page(self, direction: int) -> None:
        """A page on."""
        self._rows.action_page(direction)

    def action_one(self, field: Literal["owner", "product"]) -> None:
        """Searches the talks of one rep or of one product only, or of any again."""
        self.in_background(self._choose, field)

    def action_leave(self) -> None:
        """Returns to where the search was opened."""
        self.coach.go_back(self._back)

    def way_back(self) -> Way:
        """The same search with the same selection."""
        return partial(SearchScreen, self._query, self._rows.at, self._back, self._only)

    async def _begin(self) -> None:
        await self._search()
        if await self.index_new_events():
            await self._search()

    async def _choose(self, field: Literal["owner", "product"]) -> None:
        from coach.terminal.screens.choosing import offer_names

        known = await self.ask(lambda desk: desk.reading().reps() if field == "owner" else desk.reading().products())

        def take(name: str | None) -> None:
            self._only = self._only._replace(**{field: name})
            self._turn += 1
            self.retell()
            self.in_background(self._search)

        offer_names(self.app, field, known, self.book, take)

    async def _search(self) -> None:
        query, only, turn = self._query, self._only, self._turn
        if not query.strip():
            self._found = None
            self._show()
            return
        try:
            found = await self.ask(lambda desk: _sought(desk.reading().searching, query, only))
        except RefusedError:
            found = None
        if turn == self._turn:
            self._found = found
            self._show()

    def _show(self) -> None:
        if self._found is None:
            key = "search.empty" if self._query.strip() else "screen.search.hint"
            self._rows.fill([Row(()), Row((Span("  "), Span(self.book.say(key), "dim")), wraps=True)])
            return
        rows = list(hits.rows(*self._found, self.book, self._rows.line_width))
        if not rows:
            message = self.book.say("search.none", query=self._query.strip())
            rows = [Row(()), Row((Span("  "), Span(message, "dim")), wraps=True)]
        self._rows.fill(rows)
        if 0 < self._at < len(rows) and rows[self._at].key:
            self._rows.point(self._at)
        else:
            self._rows.scroll_home(animate=False)


def _sought(searching: "Searching", query: str, only: Only) -> "tuple[SearchResult, int]":
    return searching.find(query, LIMIT, *only), searching.count(query, *only)
