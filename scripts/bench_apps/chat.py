"""An empty chat of Textual's own widgets: each answer replaces the last, so that it stays empty."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static


class Chat(App[None]):
    """A scrolling view, an input, and one reply."""

    AUTO_FOCUS = "Input"
    CSS = "VerticalScroll { height: 1fr; } Static { height: auto; }"
    turns = 0

    def compose(self) -> ComposeResult:
        """View and input."""
        yield VerticalScroll()
        field = Input()
        field.cursor_blink = False
        yield field

    def on_mount(self) -> None:
        """Says that it is there."""
        self.call_after_refresh(lambda: setattr(self.query_one(Input), "placeholder", "READY"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Shows what was said and an answer."""
        self.turns += 1
        said, reply = f"我:{event.value}", f"教练:R{self.turns}! 客户怎么说?"
        event.input.clear()
        view = self.query_one(VerticalScroll)
        view.mount(Static(said, markup=False), Static(reply, markup=False))
        view.scroll_end(animate=False)


Chat().run()
