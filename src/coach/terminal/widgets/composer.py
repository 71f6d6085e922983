"""Multi-line input: Enter sends, Ctrl+J breaks the line; pasted text is neither lost nor interpreted as keys."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea

from coach.domain.cleaning import MAX_TEXT, clean

TALLEST = 6
"""Maximum lines."""
DRAFT_AFTER = 0.7
"""Seconds after a key until what is half typed is to be saved."""


class Composer(TextArea):
    """A multi-line input that grows with its text. With `holds` the text sent stays in it until `let_go`, so that the
    reply is one frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "break_line", show=False),
        Binding("up", "up", show=False),
        Binding("end", "end", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    class Sent(Message):
        """Enter was pressed. `text` may be empty."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Numbered(Message):
        """A digit was typed into the empty composer; `key` is the answer it selects."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Ended(Message):
        """End was pressed in the empty composer, to show the last message."""

    class HalfTyped(Message):
        """The text was changed `DRAFT_AFTER` seconds ago, and perhaps again since."""

    class WasCut(Message):
        """A paste exceeded the limit."""

    def __init__(self, placeholder: str, *, holds: bool = False) -> None:
        super().__init__(id="composer", soft_wrap=True, highlight_cursor_line=False, placeholder=Content(placeholder))
        self.set_reactive(TextArea.cursor_blink, value=False)
        self.numbers: frozenset[str] = frozenset()
        self._last = ""
        self._holds = holds
        self._draft_due = False
        self._styled: object = None

    def notify_style_update(self) -> None:
        """Looks its styles up again, as on a theme change."""
        super().notify_style_update()
        self._styled = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the input. Textual would look up all styles of its theme for every frame."""
        if self._styled is self._theme:
            return ScrollView.render_lines(self, crop)
        self._styled = self._theme
        return super().render_lines(crop)

    def say_here(self, placeholder: str) -> None:
        """Sets another placeholder."""
        self.placeholder = Content(placeholder)

    def take_back(self, text: str) -> None:
        """Restores a text that could not be stored before what was typed since."""
        typed = self.text
        self.load_text(f"{text}\n{typed}" if typed else text)
        self.move_cursor(self.document.end)

    def action_send(self) -> None:
        """Sends the input."""
        text = self.text
        if text.strip():
            self._last = text
        if not self._holds or not text.strip():
            self.load_text("")
        self.post_message(self.Sent(text))

    def let_go(self, text: str) -> None:
        """With `holds`: removes the text sent, which is stored now; what was typed since stays."""
        if self.text.startswith(text):
            self.load_text(rest := self.text[len(text) :])
            if rest:
                self.move_cursor(self.document.end)

    def action_break_line(self) -> None:
        """Inserts a line break."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_up(self) -> None:
        """Moves up; in an empty composer restores the text sent last."""
        if not self.text and self._last:
            self.load_text(self._last)
            self.move_cursor(self.document.end)
        else:
            self.action_cursor_up()

    def action_end(self) -> None:
        """Moves to the end of the line; in an empty composer shows the end of the talk."""
        if self.text:
            self.action_cursor_line_end()
        else:
            self.post_message(self.Ended())

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_send()
            return
        pressed = digit(event.character)
        if pressed in self.numbers and not self.text:
            event.stop()
            event.prevent_default()
            self.post_message(self.Numbered(pressed))

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        room = max(MAX_TEXT - len(self.text), 0)
        pasted = clean(event.text[: MAX_TEXT * 2])
        if len(pasted) > room or len(event.text) > MAX_TEXT * 2:
            self.post_message(self.WasCut())
        if result := self._replace_via_keyboard(pasted[:room], *self.selection):
            self.move_cursor(result.end_location)

    def on_text_area_changed(self) -> None:
        """Grows or shrinks with the text, and reminds of saving it."""
        self.grow()
        if not self._draft_due:
            self._draft_due = True
            self.set_timer(DRAFT_AFTER, self._half_typed)

    def _half_typed(self) -> None:
        self._draft_due = False
        self.post_message(self.HalfTyped())

    def on_resize(self) -> None:
        """Rewraps."""
        self.grow()

    def grow(self) -> None:
        """Adapts the height to the text, within bounds."""
        tallest = TALLEST if self.app.size.height >= 30 else 4
        wanted = min(max(self.wrapped_document.height, 1), tallest) + 2
        height = self.styles.height
        if height is None or height.value != wanted:
            self.styles.height = wanted


def digit(character: str | None) -> str:
    """The digit typed, half or full width; otherwise empty."""
    if character and character in "123456789１２３４５６７８９":
        return str(int(character))
    return ""
