"""One of a few, by number key."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget

from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.widgets.composer import digit
from coach.terminal.widgets.lines import Span


class Picking(Overlay[str | None]):
    """Answers with the value of the one picked, or None. `values` are pairs of a value and its words, at most nine; those of `now` stand."""

    def __init__(self, title: str, foot: str, values: Sequence[tuple[str, str]], *now: str | None) -> None:
        super().__init__(title, foot)
        self._values, self._now = values, now

    def content(self) -> Iterable[Widget]:
        """The values, numbered; what stands is marked."""
        rows = []
        for number, (value, words) in enumerate(self._values, 1):
            stands = value in self._now
            sign = Span("> " if stands else "  ", "key")
            rows.append((sign, Span(f"{number}  ", "key"), Span(words, "strong" if stands else "")))
        yield StaticLines(rows)

    def on_key(self, event: events.Key) -> None:
        """A number picks."""
        pressed = digit(event.character)
        if pressed and int(pressed) <= len(self._values):
            event.stop()
            self.dismiss(self._values[int(pressed) - 1][0])

    def on_click(self, event: events.Click) -> None:
        """A click on a value picks it; beside the box, nothing changes."""
        widget, region = self.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(widget, StaticLines):
            row = event.screen_y - region.y
            if 0 <= row < len(self._values):
                self.dismiss(self._values[row][0])
        elif widget is self:
            self.dismiss(None)
