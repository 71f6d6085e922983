"""`python -m coach`."""

import os
import sys
from contextlib import suppress

from coach import __version__

SCREENS = {(): "home", ("debrief",): "debrief"}
"""Command lines that open a screen directly, with the screen."""


def main() -> None:
    """Runs the command line.

    The everyday calls open the screen directly, because parsing options would take a tenth of the start.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        with suppress(OSError):  # the command line says that it cannot be written
            os.write(sys.stdout.fileno(), f"coach {__version__}\n".encode())
            return
    first = SCREENS.get(tuple(sys.argv[1:]))
    if first:
        from coach.cli.screen import has_terminal, open_screen
        from coach.settings import SettingsError, load

        with suppress(SettingsError):  # the command line says what is wrong with them
            settings = load()
            if has_terminal():
                open_screen(settings, first)
    from coach.cli.main import main as command_line

    command_line()


if __name__ == "__main__":
    main()
