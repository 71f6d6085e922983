"""Dialog for several lines of input: a remark, a reason, an answer. No pasted text is lost."""

from collections.abc import Iterable

from textual.widget import Widget

from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.spans import Span
from coach.terminal.widgets.composer import Composer


class Writing(Overlay[str | None]):
    """Returns the input, or None. `about`: the subject shown above the field; an empty text is rejected."""

    AUTO_FOCUS = "Composer"

    def __init__(self, title: str, foot: str, about: str, placeholder: str) -> None:
        super().__init__(title, foot)
        self._about, self._placeholder = about, placeholder

    def content(self) -> Iterable[Widget]:
        """The subject and the field."""
        if self._about:
            yield StaticLines([(Span(self._about, "rep"),)])
        yield Composer(self._placeholder)

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Accepts the input."""
        if message.text.strip():
            self.dismiss(message.text.strip())

    def action_page(self, direction: int) -> None:
        """Has no pages."""
