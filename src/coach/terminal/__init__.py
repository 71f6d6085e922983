"""The terminal user interface. Nothing heavy is imported here: `show` is the entry point and loads Textual."""

import os
from typing import TYPE_CHECKING, Unpack

if TYPE_CHECKING:
    from coach.terminal.app import Options

# Terminals that report every key swallow the commits of Chinese input methods; Textual reads the switch once, at import.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def show(**options: "Unpack[Options]") -> int:
    """Runs the app and returns its exit status: 0, 1 after an error, 128 + n after signal n.

    The garbage collector is disabled until the first paint; the app enables it when the desk is open.
    """
    import gc

    gc.disable()
    from coach.terminal.app import CoachApp
    from coach.terminal.endings import let_go

    app = CoachApp(**options)
    app.run()
    let_go()
    return app.return_code or 0
