"""F1: the keys of the current screen."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.widget import Widget

from coach.phrases import Phrasebook
from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.spans import Span
from coach.terminal.widgets.strips import Hint
from coach.terminal.wrapping import fit


class KeysScreen(Overlay[None]):
    """Every key with its effect."""

    BINDINGS: ClassVar = [
        ("up", "scroll(-1)", ""),
        ("down", "scroll(1)", ""),
        ("pageup", "scroll(-8)", ""),
        ("pagedown", "scroll(8)", ""),
    ]

    def __init__(self, hints: Sequence[Hint], book: Phrasebook) -> None:
        super().__init__(book.say("screen.keys.title"), book.say("screen.keys.foot"))
        self._hints = hints

    def content(self) -> Iterable[Widget]:
        """The keys."""
        yield StaticLines([(Span(fit(hint.key, 12), "key"), Span(hint.label)) for hint in self._hints])

    def action_scroll(self, lines: int) -> None:
        """Scrolls a long list."""
        self.query_one(StaticLines).scroll_relative(y=lines, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Closes on any usual key."""
        if event.key in ("f1", "enter", "space"):
            event.stop()
            self.dismiss(None)
