"""The least a Textual app can be."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """The Static."""
        yield Static("HELLO-ANCHOR")


Bare().run()
