"""A scrolling view that draws its own lines; invisible lines cost nothing."""

from abc import abstractmethod
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from coach.domain.cleaning import clean
from coach.terminal.spans import Span
from coach.terminal.themes import inks
from coach.terminal.widgets.scroll_bar import CachedScrollBar

NOTHING = -1
"""The number of the empty line after the last."""


class Drawn(Widget):
    """Draws `spans(y)`, cleaned, as one strip per line, cached until it changes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[int, Strip] = LRUCache(128)
        self._ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The background style, cached: computing it takes Textual longer than drawing a line."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    @property
    def line_width(self) -> int:
        """Cells a line may take."""
        return max(self.size.width, 1)

    @abstractmethod
    def spans(self, y: int) -> Sequence[Span]:
        """The pieces of line `y` (0 = the first)."""

    def marked(self, y: int) -> bool:
        """Whether line `y` is selected."""
        return False

    def notify_style_update(self) -> None:
        """Drops cached strips on a theme change."""
        super().notify_style_update()
        self._strips.clear()
        self._ground = None

    def kept(self, line: int, width: int) -> Strip:
        """A line from the cache, otherwise drawn."""
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != width:
            strip = self.drawn(line, width)
            self._strips[line] = strip
        return strip

    def drawn(self, line: int, width: int) -> Strip:
        """Draws a line."""
        styles, base = inks(self.app.current_theme), self.ground
        if self.marked(line):
            base += styles["marked"]
        pieces = [Segment(_harmless(text), base + styles[ink] if ink else base) for text, ink in self.spans(line)]
        return Strip(pieces).adjust_cell_length(width, base)


class Lines(Drawn, ScrollView):
    """Any number of lines, scrolled."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._there = 0

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The own scrollbar."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = CachedScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def line_width(self) -> int:
        """Cells a line may take beside the scrollbar."""
        return max(self.scrollable_content_region.width, 1)

    def redraw(self, count: int, since: int = 0) -> None:
        """Sets the number of lines to `count` and invalidates those from `since` on."""
        for line in [line for line in self._strips.keys() if line >= since]:  # noqa: SIM118 - no mapping
            self._strips.discard(line)
        self._there = count
        height = self.size.height
        if count > height or self.virtual_size.height > height:
            self.virtual_size = Size(
                self.line_width, count
            )  # costs a layout; without anything to scroll it is left out
        above = max(since - int(self.scroll_offset.y), 0)
        if above < height:
            self.refresh(Region(0, above, self.size.width, height - above))

    def prepare(self) -> None:
        """Called before lines are drawn; a wrapping view rewraps here at a new width, so that the first frame is
        complete.
        """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view.

        Textual keeps finished lines by their place on the screen, so that a scroll draws all of them anew. A view with
        at most a rule on its left for a frame hands out the strips that it keeps by line.
        """
        self.prepare()
        frame = self.styles.border
        if self.styles.gutter.height or frame.right[0] or frame.left[0] not in ("", "solid"):
            return super().render_lines(crop)
        width, behind = self.region.width, self.background_colors[1]
        lines = [self.kept(self._line_at(y), width) for y in crop.line_range]
        for each in self.get_line_filters():
            lines = [line.apply_filter(each, behind) for line in lines]
        return [line.crop(*crop.column_span) for line in lines]

    def taken(self, count: int) -> None:
        """Sets the number of lines as `redraw`, but while drawing: requests no further redraw."""
        self._strips.clear()
        self._there = count

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        return self.kept(self._line_at(y), self.line_width)

    def drawn(self, line: int, width: int) -> Strip:
        """A line, drawn with what stands beside it up to `width`; `NOTHING` is blank."""
        inner, base = self.line_width, self.ground
        strip = Strip.blank(inner, base) if line == NOTHING else super().drawn(line, inner)
        return strip if width == inner else Strip([*self._left(), *strip]).adjust_cell_length(width, base)

    def _left(self) -> list[Segment]:
        """The left margin of every line: a rule, blanks, or nothing."""
        (rule, colour), blank = self.styles.border_left, self.styles.padding.left
        drawn = [Segment("│", self.ground + Style.from_color(colour.rich_color))] if rule else []
        return [*drawn, Segment(" " * blank, self.ground)] if blank else drawn

    def _line_at(self, y: int) -> int:
        line = y + int(self.scroll_offset.y)
        return line if line < self._there else NOTHING


def _harmless(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")
