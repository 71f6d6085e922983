"""List widgets: rows in memory, or fetched page by page as they become visible."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.message import Message

from coach.terminal.spans import Span
from coach.terminal.widgets.card import hung
from coach.terminal.widgets.lines import Lines


class Key(NamedTuple):
    """What opening a row does, to which thing, and at which of its places."""

    kind: str
    name: str = ""
    at: int = 0


class Row(NamedTuple):
    """A row; with a key it can be opened. `wraps`: its last span may take several lines."""

    spans: tuple[Span, ...]
    key: Key | None = None
    wraps: bool = False


class Rows(Lines, can_focus=True):
    """Rows with a selection, shown by `>` and its own ground."""

    BINDINGS = [  # noqa: RUF012 - Textual's shape
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """Enter or a click on a row."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._given: list[Row] = []
        self._rows: list[Row] = []
        self._at = -1

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def at(self) -> int:
        """The selected line; -1: none."""
        return self._at

    @property
    def pointed(self) -> Key | None:
        """The key of the selected row, if there is one."""
        row = self.row(self._at)
        return row.key if row else None

    def fill(self, rows: list[Row], at: Key | None = None, *, stay: bool = False) -> None:
        """Takes these rows; points at the one with the key `at`, or where it pointed before, where that is still there;
        else at the first, with `stay` at the one that came into its place.
        """
        key = at or self.pointed
        place = self._at if stay and key else -1
        self._given = rows
        self.on_resize()
        keyed = [n for n, row in enumerate(self._rows) if row.key]
        instead = next((n for n in keyed if n >= place), keyed[-1] if keyed else -1)
        self._at = next((n for n in keyed if self._rows[n].key == key), instead)
        self.redraw(self.count)

    def row(self, y: int) -> Row | None:
        """Line `y`, or None while being fetched."""
        return self._rows[y] if 0 <= y < len(self._rows) else None

    def on_resize(self) -> None:
        """Wraps what may wrap."""
        self._rows = [line for row in self._given for line in self._wrapped(row)]
        self.redraw(self.count)

    def spans(self, y: int) -> Sequence[Span]:
        """A line, with the pointer."""
        row = self.row(y)
        if row is None:
            return (Span("   …", "dim"),)
        if y == self._at and row.spans:
            first = row.spans[0]
            return (Span(">" + first.text[1:], first.ink or "key"), *row.spans[1:])
        return row.spans

    def marked(self, y: int) -> bool:
        """The line pointed at."""
        return y == self._at

    def action_move(self, step: int) -> None:
        """Selects the next row that can be opened."""
        at = self._at + step
        while 0 <= at < self.count and not self._can_open(at):
            at += step
        if 0 <= at < self.count:
            self.point(at)
        else:
            self.scroll_relative(y=step, animate=False)

    def action_page(self, direction: int) -> None:
        """A page on."""
        self._near(self._at + direction * max(self.size.height - 2, 1), direction)

    def action_edge(self, direction: int) -> None:
        """To the first or the last."""
        self._near(0 if direction < 0 else self.count - 1, -direction)

    def action_open(self) -> None:
        """Opens the selected row."""
        row = self.row(self._at)
        if row and row.key:
            self.post_message(self.Opened(row.key))

    def on_click(self, event: events.Click) -> None:
        """Selects a row and opens it."""
        y = event.y + int(self.scroll_offset.y)
        if y < self.count and self._can_open(y):
            self.point(y)
            self.action_open()

    def point(self, at: int) -> None:
        """Selects a line and scrolls it into view."""
        self._at = at
        top, height = int(self.scroll_offset.y), max(self.size.height, 1)
        if at < top + 1:
            self.scroll_to(y=max(at - 1, 0), animate=False)
        elif at >= top + height - 1:
            self.scroll_to(y=at - height + 2, animate=False)
        self.redraw(self.count)

    def _near(self, at: int, step: int) -> None:
        at = max(0, min(at, self.count - 1))
        for way in (step, -step):
            found = at
            while 0 <= found < self.count and not self._can_open(found):
                found += way
            if 0 <= found < self.count:
                self.point(found)
                return

    def _can_open(self, y: int) -> bool:
        row = self.row(y)
        return row is None or row.key is not None

    def _wrapped(self, row: Row) -> list[Row]:
        if not row.wraps:
            return [row]
        first, *rest = hung(row.spans, self.line_width - 2)
        return [Row(first, row.key), *(Row(spans) for spans in rest)]


class PagedRows(Rows):
    """Rows of a list of any length: only visible ones are fetched. `fetch(first, n)` is called with the missing range,
    works within `fetching(first)`, and gives the answer to `put`.
    """

    PAGE = 100

    def __init__(self, fetch: Callable[[int, int], None], *, id: str) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._length = 0
        self._kept: dict[int, list[Row]] = {}
        self._wanted: set[int] = set()
        self._failed: set[int] = set()

    @property
    def count(self) -> int:
        """The length of the list."""
        return self._length

    def begin(self, length: int, at: int | None = None) -> None:
        """Starts a list of this length with no rows loaded; selects row `at`, or keeps the selection."""
        self._length = length
        self._kept.clear()
        self._wanted.clear()
        self._failed.clear()
        self._at = max(min(self._at if at is None else at, length - 1), min(length, 1) - 1)
        self.redraw(length)
        if at is not None:
            self.call_after_refresh(self.point, self._at)

    @contextmanager
    def fetching(self, first: int) -> Iterator[None]:
        """For the block that fetches the page from row `first` on: one that fails is asked for again once the user has
        moved.
        """
        try:
            yield
        except BaseException:
            self._failed.add(first // self.PAGE)
            raise

    def point(self, at: int) -> None:
        """Selects a line and scrolls it into view."""
        self._retry()
        super().point(at)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled, by key or mouse."""
        self._retry()
        super().watch_scroll_y(old_value, new_value)

    def _retry(self) -> None:
        if self._failed:
            self._wanted -= self._failed
            self._failed.clear()
            self.redraw(self.count)

    def put(self, first: int, rows: list[Row]) -> None:
        """The rows from `first` on, as fetched."""
        page = first // self.PAGE
        self._wanted.discard(page)
        if len(self._kept) > 20:
            self._kept.pop(next(iter(self._kept)))
        self._kept[page] = rows
        self.redraw(self.count)

    def row(self, y: int) -> Row | None:
        """Line `y`; None asks for its page."""
        page, within = divmod(y, self.PAGE)
        rows = self._kept.get(page)
        if rows is not None:
            return rows[within] if within < len(rows) else Row(())
        if 0 <= y < self._length and page not in self._wanted:
            self._wanted.add(page)
            self._fetch(page * self.PAGE, self.PAGE)
        return None

    def on_resize(self) -> None:
        """Nothing wraps here."""
        self.redraw(self.count)
