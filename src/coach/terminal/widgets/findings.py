"""The facts board beside the talk, each fact correctable by key or click."""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from coach.phrases import Phrasebook
from coach.terminal import board
from coach.terminal.sheet import Sheet
from coach.terminal.spans import Span
from coach.terminal.widgets.lines import Lines

if TYPE_CHECKING:
    from coach.domain.facts import FactName


More = Callable[[Phrasebook, int], Iterable[list[board.BoardLine]]]
"""Function that makes further parts of a board from a catalogue and a width."""


class Findings(Lines, can_focus=False):
    """Shows a sheet, each fact with its key (`keys`: none, or one a fact)."""

    class Picked(Message):
        """A fact was clicked."""

        def __init__(self, fact: "FactName") -> None:
            super().__init__()
            self.fact = fact

    class Followed(Message):
        """A link was clicked: to another debrief, or to line `line` of the talk."""

        def __init__(self, debrief: str, line: int) -> None:
            super().__init__()
            self.debrief, self.line = debrief, line

    def __init__(self, book: Phrasebook, *, keys: Sequence[str], id: str = "board") -> None:
        super().__init__(id=id)
        self._book = book
        self.keys = keys
        self._sheet = Sheet()
        self._more: More | None = None
        self._lines: list[board.BoardLine] = []
        self._laid_at = 0

    @property
    def sheet(self) -> Sheet:
        """The sheet shown."""
        return self._sheet

    def show(self, sheet: Sheet, book: Phrasebook, more: More | None = None) -> None:
        """Shows another sheet, or redraws it; `more` stays unless replaced. A new verdict is scrolled into view."""
        if more is None and self._laid_at and (sheet, book) == (self._sheet, self._book):
            return
        self._more = more or self._more
        if sheet.ruled and not self._sheet.ruled:
            self.scroll_home(animate=False)
        self._sheet, self._book = sheet, book
        self._laid_at = 0
        if self.size.width:  # before the first layout there is no width to lay out for; drawing sees to it then
            before = self._lines
            self._lay()
            self._redraw_changed(before)

    def prepare(self) -> None:
        """Rewraps at a new width."""
        if self._laid_at != self.line_width:
            self._lay()
            self.taken(len(self._lines))

    def on_resize(self) -> None:
        """A new size: the scrollbar follows."""
        if self._laid_at != self.line_width or max(len(self._lines), self.virtual_size.height) > self.size.height:
            self._lay()
            self.redraw(len(self._lines))

    def spans(self, y: int) -> Sequence[Span]:
        """A line of the board."""
        return self._lines[y].spans

    def on_click(self, event: events.Click) -> None:
        """Selects the fact under the mouse, or follows its link."""
        y = event.y + int(self.scroll_offset.y)
        line = self._lines[y] if y < len(self._lines) else board.BoardLine(())
        if self.keys and line.fact:
            self.post_message(self.Picked(line.fact))
        elif line.debrief or line.line:
            self.post_message(self.Followed(line.debrief, line.line))

    def _redraw_changed(self, before: Sequence[board.BoardLine]) -> None:
        """Redraws from the first changed line; most answers change nothing here."""
        pairs = zip_longest(before, self._lines)
        first = next((n for n, (was, now) in enumerate(pairs) if was != now), None)
        if first is not None:
            self.redraw(len(self._lines), first)

    def _lay(self) -> None:
        self._laid_at = self.line_width
        more = self._more(self._book, self.line_width) if self._more else ()
        self._lines = board.lines(self._sheet, self._book, self.line_width, keys=self.keys, more=more)
