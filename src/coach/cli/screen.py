"""Opens the screen, or a session in plain text if there is no terminal. Textual is imported here and nowhere earlier."""

import os
import sys

from coach import phrases
from coach.settings import Settings


def has_terminal() -> bool:
    """Whether a screen can be shown."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def open_screen(settings: Settings, first: str, name: str | None = None, product: str = "") -> None:
    """Shows `first` (home, debrief or casefile; the latter two for debrief `name`, a new debrief about a `product`), and
    exits with the screen's status.
    """
    if not has_terminal():
        from coach.cli.debrief_io import PlainTalk
        from coach.cli.debrief_session import hold

        hold(settings, PlainTalk(phrases.load(settings.effective_language)), name, product)
        return
    from coach.wiring import show_screen

    sys.exit(show_screen(settings, first, name, product))
