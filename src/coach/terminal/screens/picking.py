"""Dialogs to pick one value, or several, by number key or with the arrows."""

from collections.abc import Callable, Iterable, Sequence

from textual import events
from textual.widget import Widget

from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.spans import Span
from coach.terminal.widgets.composer import digit


class Picking(Overlay[str | None]):
    """Returns the value picked, or None. `values` are at most nine pairs of a value and its label; those of `now` are
    marked. Nothing is pointed at before an arrow key is pressed, so that Enter alone changes nothing.
    """

    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("up", "point(-1)", ""),
        ("down", "point(1)", ""),
        ("enter,space", "take", ""),
    ]

    def __init__(self, title: str, foot: str, values: Sequence[tuple[str, str]], *now: str | None) -> None:
        super().__init__(title, foot)
        self._values, self._now = values, now
        self._at: int | None = None

    def content(self) -> Iterable[Widget]:
        """The numbered values; selected ones are marked."""
        yield StaticLines(self._shown())

    def picked(self, value: str) -> None:
        """Picked by number, click or with the arrows."""
        self.dismiss(value)

    def action_point(self, step: int) -> None:
        """Points at the value after or before the one pointed at, at first the marked one."""
        marked = next((n for n, (value, _) in enumerate(self._values) if value in self._now), -1 if step > 0 else 0)
        self._at = ((marked if self._at is None else self._at) + step) % len(self._values)
        self.query_one(StaticLines).say(self._shown())

    def action_take(self) -> None:
        """Picks the value pointed at."""
        if self._at is not None:
            self.picked(self._values[self._at][0])

    def _shown(self) -> list[tuple[Span, ...]]:
        rows = list[tuple[Span, ...]]()
        for number, (value, words) in enumerate(self._values, 1):
            stands = value in self._now
            sign = (">" if number - 1 == self._at else " ") + ("✓ " if stands else "  ")
            rows.append((Span(sign, "key"), Span(f"{number}  ", "key"), Span(words, "strong" if stands else "")))
        return rows

    def on_key(self, event: events.Key) -> None:
        """A number picks."""
        pressed = digit(event.character)
        if pressed and int(pressed) <= len(self._values):
            event.stop()
            self.picked(self._values[int(pressed) - 1][0])

    def on_click(self, event: events.Click) -> None:
        """A click on a value picks it; outside the box it has no effect."""
        widget, region = self.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(widget, StaticLines):
            row = event.screen_y - region.y
            if 0 <= row < len(self._values):
                self.picked(self._values[row][0])
        elif widget is self:
            self.dismiss(None)


class Marking(Picking):
    """Picks any number of values: each number toggles one, or Space the one pointed at; `then` is called with the
    selection at once. The value `none` clears it. Enter closes too.
    """

    BINDINGS = [("enter", "close", "")]  # noqa: RUF012 - Textual's shape

    def __init__(
        self,
        title: str,
        foot: str,
        values: Sequence[tuple[str, str]],
        marked: tuple[str, ...],
        none: str,
        then: Callable[[tuple[str, ...]], None],
    ) -> None:
        super().__init__(title, foot, values, *(marked or (none,)))
        self._marked, self._none, self._then = marked, none, then

    def picked(self, value: str) -> None:
        """Toggles a value."""
        marked = [name for name, _ in self._values if value != self._none and (name in self._marked) != (name == value)]
        self._marked = tuple(marked)
        self._now = self._marked or (self._none,)
        self.query_one(StaticLines).say(self._shown())
        self._then(self._marked)
