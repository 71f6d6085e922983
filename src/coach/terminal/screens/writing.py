"""A few sentences asked for: a remark, a reason, an answer. Several lines, and nothing pasted gets lost."""

from collections.abc import Iterable

from textual.widget import Widget

from coach.terminal.screens.overlay import Overlay, StaticLines
from coach.terminal.widgets.composer import Composer
from coach.terminal.widgets.lines import Span


class Writing(Overlay[str | None]):
    """Answers with what was written, or None. `about` is what it is about, shown above the field; an empty text is not taken."""

    AUTO_FOCUS = "Composer"

    def __init__(self, title: str, foot: str, about: str, placeholder: str) -> None:
        super().__init__(title, foot)
        self._about, self._placeholder = about, placeholder

    def content(self) -> Iterable[Widget]:
        """What it is about, and the field."""
        if self._about:
            yield StaticLines([(Span(self._about, "rep"),)])
        yield Composer(self._placeholder)

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Enter keeps it."""
        if message.text.strip():
            self.dismiss(message.text.strip())

    def action_page(self, direction: int) -> None:
        """There is nothing to page through here."""
