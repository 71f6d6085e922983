"""One-line widgets: the title and steps, the one-line board, the key hints."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from coach.terminal.widgets.lines import Drawn, Span


class OneLine(Drawn):
    """A line filled by `fill(width)` on each refresh."""

    def __init__(self, fill: Callable[[int], Sequence[Span]], *, id: str) -> None:
        super().__init__(id=id)
        self._fill = fill
        self._told: Sequence[Span] = ()

    def renew(self) -> None:
        """Redraws it if its content changed."""
        if not self.size.width:  # hidden, or not there yet: drawn when it is shown
            self._strips.clear()
        elif self._told != self._fill(self.line_width):
            self._strips.clear()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        return self.kept(0, self.line_width)

    def spans(self, y: int) -> Sequence[Span]:
        """The line."""
        self._told = self._fill(self.line_width)
        return self._told


class Hint(NamedTuple):
    """A key as displayed, its label, and its action."""

    key: str
    label: str
    action: str


class Hints(OneLine):
    """The key hints; a click triggers one."""

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, hints: Callable[[], Sequence[Hint]], *, id: str) -> None:
        super().__init__(self._line, id=id)
        self._hints = hints

    def on_click(self, event: events.Click) -> None:
        """Triggers the key under the mouse."""
        at = 0
        for hint in self._hints():
            width = cell_len(f" {hint.key} {hint.label} ")
            if at <= event.x < at + width:
                self.post_message(self.Pressed(hint.action))
                return
            at += width

    def _line(self, width: int) -> Sequence[Span]:
        spans: list[Span] = []
        for hint in self._hints():
            spans += [Span(f" {hint.key} ", "key"), Span(f"{hint.label} ", "")]
        return spans
