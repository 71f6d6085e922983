"""One-line widgets: the title and steps, the one-line board, the key hints."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from coach.terminal.spans import Span
from coach.terminal.widgets.lines import Drawn
from coach.terminal.wrapping import cut


class OneLine(Drawn):
    """A line filled by `fill(width)` on each refresh."""

    def __init__(self, fill: Callable[[int], Sequence[Span]], *, id: str) -> None:
        super().__init__(id=id)
        self._fill = fill
        self._shown: Sequence[Span] = ()

    def renew(self) -> None:
        """Redraws it if its content changed."""
        if not self.size.width:  # hidden, or not there yet: drawn when it is shown
            self._strips.clear()
        elif self._shown != self._fill(self.line_width):
            self._strips.clear()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        return self.kept(0, self.line_width)

    def spans(self, y: int) -> Sequence[Span]:
        """The line; one without room for all of it ends in an ellipsis."""
        self._shown = self._fill(self.line_width)
        return _ended(self._shown, self.line_width)


def _ended(spans: Sequence[Span], width: int) -> list[Span]:
    fitting = list[Span]()
    for span in spans:
        room = width - sum(cell_len(one.text) for one in fitting)
        if cell_len(span.text) > room:
            return [*fitting, span._replace(text=cut(span.text.rstrip(), room))]
        fitting.append(span)
    return fitting


_ALWAYS = ("F1", "Esc")
"""Keys whose hints stay when there is no room for all."""


class Hint(NamedTuple):
    """A key as displayed, its label, and its action."""

    key: str
    label: str
    action: str

    @property
    def cells(self) -> int:
        """The cells it takes in the line."""
        return cell_len(f" {self.key} {self.label} ")


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The hints that fit whole into `width` cells, in their order: help and the way out before the others."""
    room, taken = width, set[int]()
    for at in sorted(range(len(hints)), key=lambda at: (hints[at].key not in _ALWAYS, at)):
        if hints[at].cells <= room:
            room -= hints[at].cells
            taken.add(at)
    return [hint for at, hint in enumerate(hints) if at in taken]


class Hints(OneLine):
    """The key hints, as many as fit; a click triggers one."""

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
        for hint in fitting(self._hints(), self.line_width):
            if at <= event.x < at + hint.cells:
                self.post_message(self.Pressed(hint.action))
                return
            at += hint.cells

    def _line(self, width: int) -> Sequence[Span]:
        spans: list[Span] = []
        for hint in fitting(self._hints(), width):
            spans += [Span(f" {hint.key} ", "key"), Span(f"{hint.label} ", "")]
        return spans
