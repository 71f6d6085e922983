"""A scrolling view that draws its own lines: what is not visible costs nothing, however long it is."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from coach.domain.cleaning import clean
from coach.terminal.themes import inks


class Span(NamedTuple):
    """A piece of a line in an ink of the theme (empty: the ordinary one)."""

    text: str
    ink: str = ""


class Drawn(Widget):
    """Draws `spans(y)`, cleaned once more on the way out, one strip a line, kept until something changes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    @property
    def line_width(self) -> int:
        """Cells a line may take."""
        return max(self.size.width, 1)

    @abstractmethod
    def spans(self, y: int) -> Sequence[Span]:
        """The pieces of line `y` (0 = the first)."""

    def marked(self, y: int) -> bool:
        """Whether line `y` is the one pointed at."""
        return False

    def notify_style_update(self) -> None:
        """A new theme makes every kept strip stale."""
        super().notify_style_update()
        self._strips.clear()

    def kept(self, line: int) -> Strip:
        """A line as drawn before, or drawn now."""
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != self.line_width:
            strip = self._drawn(line)
            self._strips[line] = strip
        return strip

    def _drawn(self, line: int) -> Strip:
        styles, base = inks(self.app.current_theme), self.rich_style
        if self.marked(line):
            base += styles["marked"]
        pieces = [Segment(_harmless(text), base + styles[ink] if ink else base) for text, ink in self.spans(line)]
        return Strip(pieces).adjust_cell_length(self.line_width, base)


class Lines(Drawn, ScrollView):
    """Any number of lines, scrolled."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._there = 0

    @property
    def line_width(self) -> int:
        """Cells a line may take beside the scrollbar."""
        return max(self.scrollable_content_region.width, 1)

    def redraw(self, count: int, since: int = 0) -> None:
        """Takes it that there are `count` lines now and that any from line `since` on may have changed."""
        if since:
            for line in [line for line in self._strips.keys() if line >= since]:  # noqa: SIM118 - no mapping
                self._strips.discard(line)
        else:
            self._strips.clear()
        self._there = count
        height = self.size.height
        if count > height or self.virtual_size.height > height:
            self.virtual_size = Size(
                self.line_width, count
            )  # costs a layout; without anything to scroll it is left out
        self.refresh()

    def prepare(self) -> None:
        """Called before lines are drawn: a view that wraps does it here where the width is new, so that the first frame is whole."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view."""
        self.prepare()
        return super().render_lines(crop)

    def taken(self, count: int) -> None:
        """There are `count` lines now, as `redraw` has it, but told while drawing: nothing is asked to be drawn again."""
        self._strips.clear()
        self._there = count

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + int(self.scroll_offset.y)
        return self.kept(line) if line < self._there else Strip.blank(self.line_width, self.rich_style)


def _harmless(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")
