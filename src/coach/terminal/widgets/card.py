"""A scrolling panel of lines, each wrapped under its last piece."""

from collections.abc import Sequence

from rich.cells import cell_len

from coach.terminal.spans import Span
from coach.terminal.widgets.lines import Lines
from coach.terminal.wrapping import wrap


class Card(Lines, can_focus=False):
    """Shows lines of spans; the last span of a line may take several rows."""

    def __init__(self, *, id: str = "board") -> None:
        super().__init__(id=id)
        self._given: Sequence[tuple[Span, ...]] = ()
        self._rows: list[tuple[Span, ...]] = []

    def show(self, lines: Sequence[tuple[Span, ...]]) -> None:
        """Other lines, from the top."""
        self._given = lines
        self.on_resize()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """A new width, new rows."""
        self._rows = [row for spans in self._given for row in hung(spans, self.line_width)]
        self.redraw(len(self._rows))

    def spans(self, y: int) -> Sequence[Span]:
        """A row."""
        return self._rows[y] if y < len(self._rows) else ()


def hung(spans: tuple[Span, ...], width: int) -> list[tuple[Span, ...]]:
    """A line as rows of at most `width` cells, its last span wrapped under itself."""
    *before, last = spans
    indent = sum(cell_len(span.text) for span in before)
    first, *rest = wrap(last.text, max(width - indent, 8))
    return [(*before, Span(first, last.ink)), *((Span(" " * indent), Span(part, last.ink)) for part in rest)]
