"""One fact put right: a key opens this, a key sets it."""

from collections.abc import Iterable

from textual import events
from textual.widget import Widget

from coach.phrases import Phrasebook
from coach.terminal.board import value_words
from coach.terminal.screens.overlay import Overlay, Said
from coach.terminal.widgets.composer import digit
from coach.terminal.widgets.lines import Span

VALUES = {
    "authority": ("first", "second", "third", "not_first", "unsure"),
    "need": ("yes", "no", "unsure"),
    "power": ("yes", "no", "unsure"),
    "value": ("yes", "no", "unsure"),
}
FORGET = "none"
"""What stands for: as if it had not been told."""


class Correcting(Overlay[str | None]):
    """Answers with a value of the fact, `none`, or None where nothing is to change."""

    def __init__(self, fact: str, now: str | None, book: Phrasebook) -> None:
        super().__init__(
            book.say("screen.correct.title", fact=book.say(f"screen.fact.{fact}")), book.say("screen.correct.foot")
        )
        self._fact, self._now, self._book = fact, now, book
        self._values = (*VALUES[fact], FORGET)

    def content(self) -> Iterable[Widget]:
        """The values, numbered; the one that stands is marked."""
        rows = []
        for number, value in enumerate(self._values, 1):
            words = (
                self._book.say("screen.correct.forget")
                if value == FORGET
                else value_words(self._book, self._fact, value)
            )
            stands = value == (self._now or FORGET)
            rows.append(
                (
                    Span("> " if stands else "  ", "key"),
                    Span(f"{number}  ", "key"),
                    Span(words, "strong" if stands else ""),
                )
            )
        yield Said(rows)

    def on_key(self, event: events.Key) -> None:
        """A number sets it."""
        pressed = digit(event.character)
        if pressed and int(pressed) <= len(self._values):
            event.stop()
            self.dismiss(self._values[int(pressed) - 1])

    def on_click(self, event: events.Click) -> None:
        """A click on a value sets it; beside the box, nothing changes."""
        widget, region = self.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(widget, Said):
            row = event.screen_y - region.y
            if 0 <= row < len(self._values):
                self.dismiss(self._values[row])
        elif widget is self:
            self.dismiss(None)
