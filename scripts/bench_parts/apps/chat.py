"""An empty Textual chat: `chat.py N` shows N messages as widgets; Enter adds what was typed and a reply."""

import sys

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static


class Chat(App[None]):
    AUTO_FOCUS = "Input"
    CSS = "VerticalScroll {height: 1fr;} Static {height: auto;}"
    count = 0

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for n in range(int(sys.argv[1])):
                yield Static(f"{n} 客户当时怎么回应价格的? What did they say about the price?", markup=False)
        box = Input()
        box.cursor_blink = False
        yield box

    def on_mount(self) -> None:
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        self.query_one(VerticalScroll).scroll_end(animate=False)
        self.query_one(Input).placeholder = "HELLO-ANCHOR"

    def on_input_submitted(self, sent: Input.Submitted) -> None:
        self.count += 1
        sent.input.clear()
        view = self.query_one(VerticalScroll)
        view.mount(Static(f"you: {sent.value}", markup=False), Static(f"coach: reply {self.count}", markup=False))
        view.scroll_end(animate=False)


Chat().run()
