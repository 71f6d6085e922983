"""The inbox screen: debriefs by reading priority; only visible rows are fetched."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult

from coach.conduct.reading_room import Place
from coach.domain.inbox import SORTS, InboxFilter
from coach.terminal import inbox_lines
from coach.terminal.screens.base import CoachScreen
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, PagedRows, Row, Rows
from coach.terminal.widgets.strips import OneLine

if TYPE_CHECKING:
    from coach.conduct.reading_room import Opened
    from coach.domain.inbox import InboxRow
    from coach.terminal.screens.base import Way


class InboxScreen(CoachScreen):
    """The list, opened at a place."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("Tab", "next_unread", "unread(1)"),
        ("F3", "filter", "filter"),
        ("F4", "sort", "sort"),
        ("Esc", "home", "leave"),
        ("Enter", "open", "open"),
        ("Shift+Tab", "last_unread", "unread(-1)"),
        ("F5", "only_unread", "only_unread"),
        ("F6", "everything", "everything"),
        ("↑ ↓", "move", "none"),
        ("Ctrl+F", "search", "app.search"),
        ("Ctrl+G", "ledger", "app.ledger"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("escape", "leave", ""),
        ("tab", "unread(1)", ""),
        ("shift+tab", "unread(-1)", ""),
        ("f3", "filter", ""),
        ("f4", "sort", ""),
        ("f5", "only_unread", ""),
        ("f6", "everything", ""),
    ]
    AUTO_FOCUS = "PagedRows"

    def __init__(self, place: Place | None = None) -> None:
        super().__init__()
        self._place = place or Place()
        self._count: int | None = None
        self._left_unread = 0
        self._laid_at = 0
        self._rows = PagedRows(self._wanted, id="rows")

    def parts(self) -> ComposeResult:
        """Columns, rows."""
        yield OneLine(lambda _: inbox_lines.header(self.book, self._rows.line_width), id="columns")
        yield self._rows

    def on_mount(self) -> None:
        """Shows the indexed debriefs, then indexes new events."""
        self.in_background(self._begin)

    def title_spans(self, width: int) -> Sequence[Span]:
        """Their number, the filter and the order."""
        b = self.book
        none = "inbox.empty" if self._place.wanted == InboxFilter() else "inbox.none"
        unknown = self._count is None or (self.coach.working and not self._count)
        some = "screen.inbox.count" if self._left_unread else "screen.inbox.count_read"
        count = "" if unknown else b.say(some if self._count else none, count=self._count, unread=self._left_unread)
        narrowed = inbox_lines.description(self._place.wanted, b)
        return (
            Span(f" {b.say('screen.inbox.title')}  ", "key"),
            Span(f"{count}  ", "strong"),
            Span(f"{self.coach.working}  " if self.coach.working else "", "warn"),
            Span(f"{narrowed}  " if narrowed else "", "warn"),
            Span(b.say("screen.inbox.sorted", sort=b.say(f"inbox.sort.{self._place.sort}")), "dim"),
        )

    def retell(self) -> None:
        """Fetches the list anew in another language or width."""
        super().retell()
        if self._count is not None:
            self.in_background(self._turn_to, self._place._replace(at=max(self._rows.at, 0)))

    def on_resize(self) -> None:
        """Adapts the columns to the width."""
        super().on_resize()
        if self._laid_at not in (0, self.size.width):
            self.call_after_refresh(self.retell)
        self._laid_at = self.size.width

    def action_open(self) -> None:
        """Opens the selected row."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Opens a debrief for reading from here."""
        self.coach.open_case(message.key.name, place=self._place._replace(at=self._rows.at))

    def action_unread(self, step: Literal[1, -1]) -> None:
        """Selects the next or previous unread one."""
        self.in_background(self._unread, step)

    def action_only_unread(self) -> None:
        """Toggles showing only unread ones."""
        wanted = self._place.wanted
        self.narrow(wanted._replace(unread=not wanted.unread))

    def action_everything(self) -> None:
        """Clears the filter."""
        self.narrow(InboxFilter())

    def action_filter(self) -> None:
        """Edits the filter; saved ones are offered."""
        from coach.terminal.screens.filtering import Filtering

        self.app.push_screen(Filtering(self, self._place.wanted, self.narrow))

    def action_sort(self) -> None:
        """Changes the order."""
        from coach.terminal.screens.picking import Picking

        b = self.book
        values = [(name, b.say(f"inbox.sort.{name}")) for name in SORTS]
        box = Picking(b.say("screen.inbox.sort_title"), b.say("screen.picking.foot"), values, self._place.sort)
        self.app.push_screen(box, lambda sort: self._begin_at(Place(self._place.wanted, sort)) if sort else None)

    def action_leave(self) -> None:
        """Home."""
        self.coach.go_home()

    def way_back(self) -> "Way":
        """The list in its current state."""
        place = self._place._replace(at=max(self._rows.at, 0))
        return lambda: InboxScreen(place)

    def narrow(self, wanted: InboxFilter) -> None:
        """Applies a filter, from the first row."""
        self._begin_at(Place(wanted, self._place.sort))

    def _begin_at(self, place: Place) -> None:
        self.in_background(self._turn_to, place)

    async def _begin(self) -> None:
        await self._turn_to(self._place)
        if await self.index_new_events():
            await self._turn_to(self._place._replace(at=max(self._rows.at, 0)))

    async def _turn_to(self, place: Place) -> None:
        opened: Opened = await self.ask(lambda desk: desk.reading().opened(place, PagedRows.PAGE))
        self._place, self._count, self._left_unread = place, opened.total, opened.unread
        self._rows.begin(opened.total, place.at)
        self._rows.put(opened.first, [self._row(row) for row in opened.rows])
        super().retell()

    async def _unread(self, step: Literal[1, -1]) -> None:
        at = self._place._replace(at=self._rows.at)
        found = await self.ask(lambda desk: desk.reading().unread_from(at, step))
        if found is None:
            self.tell(self.book.say("screen.inbox.all_read"))
        else:
            self._rows.point(found[0].at)

    def _wanted(self, first: int, number: int) -> None:
        self.in_background(self._fetch, first, number)

    async def _fetch(self, first: int, number: int) -> None:
        place = self._place
        with self._rows.fetching(first):
            rows = await self.ask(lambda desk: desk.reading().rows(place, first, number))
            if self._place.wanted == place.wanted and self._place.sort == place.sort:
                self._rows.put(first, [self._row(row) for row in rows])

    def _row(self, row: "InboxRow") -> Row:
        return Row(inbox_lines.row(row, self.book, self._rows.line_width), Key("case", row.id))
