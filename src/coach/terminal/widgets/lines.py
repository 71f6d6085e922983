"""A scrolling view that draws its own lines: what is not visible costs nothing, however long it is."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coach.domain.cleaning import clean
from coach.terminal.themes import INKS


class Span(NamedTuple):
    """A piece of a line in an ink of the theme (empty: the ordinary one)."""

    text: str
    ink: str = ""


class Lines(ScrollView):
    """Draws `spans(y)`, cleaned once more on the way out, one strip a line, kept until something changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in (*INKS, "marked")}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    @property
    def line_width(self) -> int:
        """Cells a line may take."""
        return max(self.scrollable_content_region.width, 1)

    @abstractmethod
    def spans(self, y: int) -> Sequence[Span]:
        """The pieces of line `y` (0 = the first)."""

    def marked(self, y: int) -> bool:
        """Whether line `y` is the one pointed at."""
        return False

    def redraw(self, count: int, since: int = 0) -> None:
        """Takes it that there are `count` lines now and that any from line `since` on may have changed."""
        if since:
            for line in [line for line in self._strips.keys() if line >= since]:  # noqa: SIM118 - no mapping
                self._strips.discard(line)
        else:
            self._strips.clear()
        self.virtual_size = Size(self.line_width, count)
        self.refresh()

    def notify_style_update(self) -> None:
        """A new theme makes every kept strip stale."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + int(self.scroll_offset.y)
        if line >= self.virtual_size.height:
            return Strip.blank(self.line_width, self.rich_style)
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != self.line_width:
            strip = self._drawn(line)
            self._strips[line] = strip
        return strip

    def _drawn(self, line: int) -> Strip:
        base = self.rich_style
        if self.marked(line):
            base += self.get_component_rich_style("ink--marked", partial=True)
        pieces = [Segment(_harmless(text), self._ink(base, ink)) for text, ink in self.spans(line)]
        return Strip(pieces).adjust_cell_length(self.line_width, base)

    def _ink(self, base: Style, ink: str) -> Style:
        return base + self.get_component_rich_style(f"ink--{ink}", partial=True) if ink else base


def _harmless(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")
