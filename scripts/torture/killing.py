"""Debriefs and rehearsals on a real terminal, ended at random moments in every way a program can end: what was shown as
kept is kept, once, in order.
"""

import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from scripts.torture import left
from scripts.torture.options import numbers, results
from scripts.torture.terminal import COACH, Terminal
from scripts.torture.typing_rep import DEBRIEF, REHEARSAL, TypingRep

from coach.journal.sqlite import SqliteJournal

KILL, HUP, TERM, CLOSE, FOREIGN, QUIT, CRASH = "kill", "hup", "term", "close", "foreign", "quit", "crash"
ENDINGS = (HUP, TERM, CLOSE, FOREIGN, QUIT, CRASH)
STATUS = {HUP: 129, TERM: 143, CLOSE: 129, QUIT: 0, FOREIGN: 0, CRASH: 1}
SIGNALS = {KILL: signal.SIGKILL, HUP: signal.SIGHUP, TERM: signal.SIGTERM}
KINDS = (DEBRIEF, REHEARSAL)
SAVED_WITHIN = 1.0
"""Seconds of typing that may be missing."""
PAINTED_WITHIN = 0.2
"""Seconds from the rep's words on the screen to the coach's: a kill in between leaves half a frame."""
LATEST = 3.0
"""Seconds until the process is gone."""
_HERE = Path(__file__).parent
FORGETFUL = (sys.executable, str(_HERE / "forgetful.py"))
"""coach with its store and its signal handlers taken away: the control that shows the harness can fail."""
CRASHING = (sys.executable, str(_HERE / "crashing.py"))
"""coach with a fault in it that a foreign byte sets off, while the note being written is at hand."""


class Trial(NamedTuple):
    """The result of one trial; no faults: everything held."""

    seed: int
    kind: str
    ending: str
    shown: int
    faults: list[str]


def trial(
    seed: int,
    ending: str,
    kind: str = DEBRIEF,
    program: Sequence[str] | None = None,
    longest: float = 3.0,
    shortest: float = 0.1,
) -> Trial:
    """Talks until a random moment, ends the program, and looks at what was left."""
    dice = random.Random(f"{seed} {ending} {kind}")
    program = program or (CRASHING if ending == CRASH else COACH)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        environ = {
            "COACH_DATA": str(folder / "kept"),
            "COACH_LANG": "en",
            "COACH_CONFIG": f"{made}/none",
            "USER": "rep",
        }
        with Terminal([*program, *(["debrief"] if kind == DEBRIEF else [])], environ) as terminal:
            rep = TypingRep(terminal, dice, kind)
            if not rep.enter():
                return Trial(seed, kind, ending, 0, ["it did not start"])
            rep.until(time.perf_counter() + dice.uniform(shortest, longest))
            now = time.perf_counter()
            due, painted = rep.typed_by(now - SAVED_WITHIN), now - rep.shown_at > PAINTED_WITHIN
            faults = _end(terminal, ending)
        if due and rep.sent == "" and seed % 3 == 0:
            faults += _offered(folder / "kept" / "coach.db", environ, kind, due)
        faults += left.in_the_store(folder / "kept" / "coach.db", rep, due, painted) + left.in_other_files(folder)
        return Trial(seed, kind, ending, len(rep.shown), faults)


def _end(terminal: Terminal, ending: str) -> list[str]:
    if ending in SIGNALS:
        terminal.signal(SIGNALS[ending])
    elif ending == CLOSE:
        terminal.close()
    elif ending in (FOREIGN, CRASH):
        terminal.send(b" \xc4\xe3\xba\xc3\xff\xfe ")
        terminal.settle(0.3)
    if ending in (FOREIGN, QUIT):
        terminal.send(b"\x11")
    if not terminal.ended(LATEST):
        return [f"still there after {LATEST:g} s"]
    if terminal.company:
        return [f"processes left behind: {terminal.company}"]
    if ending == KILL:
        return []
    faults = [] if terminal.status == STATUS[ending] else [f"exit status {terminal.status}"]
    return faults + ([] if ending == CLOSE else left.on_the_terminal(terminal))


def _offered(path: Path, environ: dict[str, str], kind: str, due: str) -> list[str]:
    """Whether the next start puts what was half-typed back where it is written, and sends nothing by itself."""
    if not path.exists():
        return [f"nothing kept of {due!r}"]
    with closing(SqliteJournal(path)) as journal:
        name = next(iter(journal.streams()), "")
    with Terminal([*COACH, *(["debrief", "--resume", name] if kind == DEBRIEF else [])], environ) as terminal:
        if kind == REHEARSAL:
            terminal.wait(b"Ctrl+N")
            terminal.send(b"\x12")
            terminal.wait(b"one left open", 10.0)
            terminal.settle(0.3)
            terminal.send(b"\x1b[B\r")
        found = terminal.wait(due.encode(), 10.0)
        terminal.send(b"\x11")
        terminal.ended(LATEST)
    return [] if found is not None else [f"half-typed {due!r} is not offered again"]


def plan(times: int) -> list[tuple[int, str, str]]:
    """So many kills, half of debriefs, half of rehearsals; of each other ending a twentieth."""
    kills = [(seed, KILL, KINDS[seed % 2]) for seed in range(times)]
    return kills + [(seed, ending, KINDS[seed % 2]) for ending in ENDINGS for seed in range(max(2, times // 20))]


def main() -> None:
    """`scripts/torture/run kills --times N [--at-once M]`: N kills, and a twentieth of it of each other ending; exit
    status 1 if anything was lost.
    """
    given = numbers("kills", __doc__, times=1000, at_once=1)
    trials = plan(given.times)
    bad = shown = 0
    for count, told in enumerate(results(trial, given.at_once, *zip(*trials, strict=True)), 1):
        shown += told.shown
        bad += bool(told.faults)
        for fault in told.faults:
            print(f"{told.ending} {told.kind} {told.seed}: {fault}", flush=True)
        if count % 50 == 0:
            print(f"{count} of {len(trials)}: {shown} turns shown, {bad} with faults", file=sys.stderr, flush=True)
    caught = sum(
        bool(trial(seed, end, DEBRIEF, FORGETFUL, 4.0, 3.0).faults) for seed in range(5) for end in (KILL, HUP)
    )
    print(
        f"{len(trials)} ends, {shown} turns shown: {bad} with faults."
        f" Control (store and handlers taken away): {caught} of 10 caught."
    )
    sys.exit(bool(bad) or caught < 10)


if __name__ == "__main__":
    main()
