"""A minimal Textual program."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("HELLO-ANCHOR")


Bare().run()
