"""Runs coach and writes, at the first paint, the names of all modules loaded: `modules_at_paint.py FILE ARGUMENTS…`."""

import sys
from pathlib import Path

from coach.cli.main import main

target = Path(sys.argv.pop(1))


def note() -> None:
    from coach.terminal.app import CoachApp

    painted = CoachApp._painted

    def noted(self: CoachApp) -> None:
        target.write_text("\n".join(sorted(sys.modules)))
        painted(self)

    CoachApp._painted = noted  # type: ignore[method-assign]


class Watch:
    """Waits for the app's module, so that nothing is loaded sooner than coach would."""

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        if name == "coach.terminal.screens.home" or name == "coach.terminal.screens.debrief":
            sys.meta_path.remove(self)
            note()


sys.meta_path.insert(0, Watch())
main()
