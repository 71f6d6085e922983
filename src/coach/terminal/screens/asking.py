"""Dialog for one line of input: the day of a signature, the reason of a loss."""

from collections.abc import Callable, Iterable

from textual.widget import Widget
from textual.widgets import Input

from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.spans import Span


class Asking(Overlay[str | None]):
    """Returns the input, or None. `check` returns an error text, or nothing."""

    AUTO_FOCUS = "Input"

    def __init__(self, title: str, foot: str, given: str, check: Callable[[str], str]) -> None:
        super().__init__(title, foot)
        self._given, self._check = given, check
        self._wrong = StaticLines([])

    def content(self) -> Iterable[Widget]:
        """The field and its error text."""
        field = Input(self._given)
        field.cursor_blink = False
        yield field
        self._wrong.display = False
        yield self._wrong

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accepts the input or shows the error."""
        wrong = self._check(event.value.strip())
        if wrong:
            self._wrong.display = True
            self._wrong.say([(Span(wrong, "warn"),)])
        else:
            self.dismiss(event.value.strip())
