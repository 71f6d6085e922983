"""coach with a fault in it: a byte that is not UTF-8 makes it fail with the note being written in the failing frame and
in the message.
"""

from coach.terminal.app import CoachApp
from coach.terminal.widgets.composer import Composer


def _fail(app: CoachApp) -> None:
    note = app.screen.query_one(Composer).text
    raise RuntimeError(f"cannot go on with {note!r}")


CoachApp.input_is_foreign = _fail  # type: ignore[method-assign, assignment]

if __name__ == "__main__":
    from coach.__main__ import main

    main()
