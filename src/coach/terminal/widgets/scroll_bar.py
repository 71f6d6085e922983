"""The scrollbar of line views."""

from typing import cast

from rich.color import Color
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class CachedScrollBar(ScrollBar):
    """Textual's scrollbar with its few distinct cells cached; drawing them line by line cost a millisecond per message."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The cells of a part of the bar, one a line."""
        bar = cast(ScrollBarRender, self.render())
        style = cast(Style, bar.style)
        cells = bar.render_bar(
            size=max(self.size.height, crop.bottom),
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.size.width,
            back_color=cast(Color, style.bgcolor),
            bar_color=cast(Color, style.color),
        ).segments
        ground, filters = self.background_colors[1], self.get_line_filters()
        strips: dict[int, Strip] = {}
        for cell in cells:
            if id(cell) not in strips:
                strip = Strip([cell], self.size.width)
                for each in filters:
                    strip = strip.apply_filter(each, ground)
                strips[id(cell)] = strip
        return [strips[id(cells[y])].crop(*crop.column_span) for y in crop.line_range]
