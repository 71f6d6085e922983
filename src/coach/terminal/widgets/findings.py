"""The facts board: what was heard, beside the talk, each fact open to correction by key or click."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from coach.phrases import Phrasebook
from coach.terminal import board
from coach.terminal.sheet import Sheet
from coach.terminal.widgets.lines import Lines, Span

if TYPE_CHECKING:
    from coach.domain.facts import FactName


class Findings(Lines, can_focus=False):
    """Shows a sheet; with `keys` its facts can be corrected."""

    class Picked(Message):
        """A fact was clicked, to be corrected."""

        def __init__(self, fact: "FactName") -> None:
            super().__init__()
            self.fact = fact

    def __init__(self, book: Phrasebook, *, keys: bool, id: str = "board") -> None:
        super().__init__(id=id)
        self._book = book
        self._keys = keys
        self._sheet = Sheet()
        self._lines: list[board.BoardLine] = []
        self._laid_at = 0

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    def show(self, sheet: Sheet, book: Phrasebook) -> None:
        """Shows another sheet, or the same in another language; a fresh verdict is scrolled into sight."""
        if sheet.ruled and not self._sheet.ruled:
            self.scroll_home(animate=False)
        self._sheet, self._book = sheet, book
        self._laid_at = 0
        self.on_resize()

    def prepare(self) -> None:
        """A new width, new lines."""
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
        """Opens the fact under the mouse for correction."""
        y = event.y + int(self.scroll_offset.y)
        if self._keys and y < len(self._lines) and (fact := self._lines[y].fact):
            self.post_message(self.Picked(fact))

    def _lay(self) -> None:
        self._laid_at = self.line_width
        self._lines = board.lines(self._sheet, self._book, self.line_width, keys=self._keys)
