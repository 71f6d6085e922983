"""Base of dialogs over a screen: a title, lines or a field, and how to close it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from coach.terminal.spans import Span
from coach.terminal.widgets.card import hung
from coach.terminal.widgets.lines import Lines
from coach.terminal.widgets.strips import OneLine

R = TypeVar("R")


class StaticLines(Lines, can_focus=False):
    """Static lines, wrapped to the box."""

    def __init__(self, lines: Sequence[tuple[Span, ...]]) -> None:
        super().__init__()
        self._given = lines
        self._shown: list[tuple[Span, ...]] = []

    def say(self, lines: Sequence[tuple[Span, ...]]) -> None:
        """Replaces the lines."""
        self._given = lines
        self.on_resize()

    def on_resize(self) -> None:
        """Wraps the last span of each line under itself."""
        self._shown = [line for spans in self._given for line in hung(spans, self.line_width)]
        self.styles.height = min(len(self._shown), max(self.app.size.height - 8, 3)) or 1
        self.redraw(len(self._shown))

    def spans(self, y: int) -> Sequence[Span]:
        """A line."""
        return self._shown[y]


class Overlay(ModalScreen[R]):
    """The dialog; Esc closes it with no result."""

    SCOPED_CSS = False
    CSS = """
    Overlay { align: center middle; background: $background 60%; }
    Overlay > .box { width: 64; max-width: 96%; height: auto; max-height: 92%; background: $surface; border: round $ink-key; padding: 0 1; }
    Overlay Lines { height: auto; max-height: 30; background: $surface; scrollbar-gutter: auto; }
    Overlay .title { height: 1; color: $ink-key; text-style: bold; }
    Overlay .foot { height: 1; color: $ink-dim; }
    Overlay Input { border: round $ink-rule; background: $background; color: $ink-strong; height: 3; }
    Overlay Input > .input--placeholder { color: $ink-dim; }
    """
    BINDINGS: ClassVar = [("escape", "close", "")]

    def __init__(self, title: str, foot: str) -> None:
        super().__init__(classes="Overlay")
        self._title, self._foot = title, foot

    def compose(self) -> ComposeResult:
        """Title, content, foot."""
        with Vertical(classes="box"):
            yield OneLine(lambda _: (Span(self._title, "key"),), id="title")
            yield from self.content()
            yield OneLine(lambda _: (Span(self._foot, "dim"),), id="foot")

    def content(self) -> Iterable[Widget]:
        """The content of the box."""
        return ()

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Closes the dialog, once: keys and clicks that came faster than it closed find it gone, and close nothing else."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_close(self) -> None:
        """Closes with no result."""
        self.dismiss(None)
