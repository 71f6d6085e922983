"""Keys, clicks, pastes and sizes of the window at random, faster than the screens follow: the screen ends when it is
told to, and not before.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.torture.options import numbers, results
from scripts.torture.stores import filled
from scripts.torture.terminal import COACH, Terminal

HASTY = (sys.executable, str(Path(__file__).with_name("hasty.py")))
"""coach whose dialogs close again when they are closed already: the control that shows the harness can fail."""
QUIT, LATEST = b"\x11", 20.0
"""The key that ends it, and the seconds until it has worked off what was pressed before."""
_NAVIGATION = b"\x0e \x0f \x12 \x06 \x07 \x05 \x1b \x1b \r \t".split(b" ")
_FUNCTIONS = b"\x1bOP \x1bOQ \x1bOR \x1bOS \x1b[17~ \x1b[18~ \x1b[19~ \x1b[20~ \x1b[21~ \x14 \x0c \x10".split(b" ")
_MOVES = b"\x1b[A \x1b[B \x1b[5~ \x1b[6~ \x1b[F \x1b[1;5H 1 2 x".split(b" ")
_LINES = tuple(line.encode() for line in ("he signs alone, the money is there\r", "老板说了算，没签，他要想想\r"))
_TERMINAL = (b"\x1b[I", b"\x1b[O", b"\x1b[200~pasted\nin two lines\x1b[201~")
_SIZES = ((24, 80), (40, 120), (50, 160), (6, 20))


class Sitting(NamedTuple):
    """One sitting: how much was pressed, and what was wrong."""

    pressed: int
    faults: list[str]


def sitting(seed: int, presses: int, program: Sequence[str] = COACH) -> Sitting:
    """Presses at random on a store of a dozen debriefs, every third time on an empty one."""
    dice = Random(seed)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "kept"
        folder.mkdir()
        if seed % 3:
            filled(folder / "coach.db", 12).close()
        environ = {"COACH_DATA": str(folder), "COACH_LANG": dice.choice(("en", "zh")), "COACH_CONFIG": f"{made}/none"}
        with Terminal(program, environ, *dice.choice(_SIZES[:3])) as terminal:
            if terminal.wait(b"Ctrl+N") is None:
                return Sitting(0, ["no first screen"])
            pressed = 0
            while pressed < presses and not terminal.ended(0):
                if dice.random() < 0.03:
                    terminal.resize(*dice.choice(_SIZES))
                terminal.send(_press(dice, terminal.rows, terminal.columns))
                terminal.settle(*dice.choice(((0.0, 0.0), (0.0, 0.0), (0.02, 0.3), (0.1, 1.0))))
                pressed += 1
            terminal.send(QUIT)
            ended = terminal.ended(LATEST)
        reports = [path.read_text("utf-8", "replace")[-600:] for path in (folder / "crashes").glob("*")]
        whole = ended and terminal.status == 0 and not reports  # by the palette it may have been told to end earlier
        return Sitting(pressed, [] if whole else [f"{seed}: ended {ended} with {terminal.status}: {reports}"])


def _press(dice: Random, rows: int, columns: int) -> bytes:
    row, column = dice.randrange(1, rows + 1), dice.randrange(1, columns + 1)
    mouse = (b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column, row, column, row), b"\x1b[<35;%d;%dM" % (column, row))
    kind = dice.choice((_NAVIGATION, _FUNCTIONS, _MOVES, _LINES, _TERMINAL, mouse, mouse[:1], mouse[:1]))
    return dice.choice(kind)


def main() -> None:
    """`scripts/torture/run monkey --times N [--at-once M]`: N sittings of 250 presses; exit status 1 if one ended by
    itself or the control was not caught.
    """
    given = numbers("monkey", __doc__, times=200, at_once=1)
    sittings = list(results(sitting, given.at_once, range(given.times), [250] * given.times))
    faults = [fault for one in sittings for fault in one.faults]
    print(*faults, sep="\n", end="\n" if faults else "")
    caught = sum(bool(sitting(seed, 250, HASTY).faults) for seed in range(5))
    pressed = sum(one.pressed for one in sittings)
    print(f"{len(sittings)} sittings, {pressed} presses: {len(faults)} faults. Control: {caught} of 5 caught.")
    sys.exit(bool(faults) or not caught)


if __name__ == "__main__":
    main()
