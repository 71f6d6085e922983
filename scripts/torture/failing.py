"""A disk that fails at the nth write or sync of a debrief and goes on failing until there is room again: nothing shown
is lost, the words stay on the screen, it is said that they are not kept, and once there is room they are, once.
"""

import errno
import re
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from scripts.torture import disk, left
from scripts.torture.terminal import COACH, Terminal
from scripts.torture.typing_rep import DEBRIEF, NOTES, REHEARSAL, TypingRep

ERRORS = (errno.ENOSPC, errno.EIO)
_SAID = re.compile(rb"disk is full|would not take|cannot open|not kept")
_TURNS = {DEBRIEF: 14, REHEARSAL: 4}


class Failed(NamedTuple):
    """The result of one failing call; `met`: the turn in which it failed, 0 for none."""

    call: int
    met: int
    faults: list[str]


def fail(call: int, kind: str = DEBRIEF, number: int = 0) -> Failed:
    """Talks until the disk fails, makes room, and sends the same words again."""
    with tempfile.TemporaryDirectory() as made:
        folder, space = Path(made), Path(made) / "space"
        environ = disk.failing(folder / "kept", call, number or ERRORS[call % 2], space)
        environ |= {
            "COACH_DATA": str(folder / "kept"),
            "COACH_LANG": "en",
            "COACH_CONFIG": f"{made}/none",
            "USER": "rep",
        }
        with Terminal([*COACH, *(["debrief"] if kind == DEBRIEF else [])], environ) as terminal:
            rep = TypingRep(terminal, None, kind)
            faults, met = [] if rep.enter() else ["it did not start"], 0
            for turn in range(1, _TURNS[kind] + 1):
                if faults or not _said(rep, turn):
                    met = turn
                    break
                if (kind == DEBRIEF and b"Enter to go home" in terminal.shown) or (met and turn > met + 1):
                    break
            if met and not faults:
                faults = _not_kept(rep, met)
                space.touch()
                if not _said(rep, met, typed=False, room=True):
                    faults.append(f"not kept with room again: {_end_of(terminal)}")
                elif not _said(rep, met + 1, room=True):
                    faults.append(f"the turn after it is not kept: {_end_of(terminal)}")
            space.touch()
            terminal.settle(0.6, 3.0)
            terminal.send(b"\x11")
            if not terminal.ended(5.0) or terminal.status != 0:
                faults.append(f"it ends with {terminal.status}")
            faults += left.on_the_terminal(terminal)
        faults += left.in_the_store(
            folder / "kept" / "coach.db", rep, "", painted=not met
        )  # the word about it covers the question
        return Failed(call, met, faults)


def _said(rep: TypingRep, turn: int, typed: bool = True, room: bool = False) -> bool:
    """Sends a note and waits: whether it stands there as said; False once it is told that it is not kept, where there
    is no room.
    """
    terminal, note = rep.terminal, f"note{turn}x {NOTES[rep.kind]}"
    since = len(terminal.raw)
    if typed:
        terminal.send(note.encode())
        terminal.settle(0.05, 1.0)
    terminal.send(b"\r")
    end = time.perf_counter() + 8
    while time.perf_counter() < end:
        terminal.read(0.05)
        shown = terminal.shown_since(since)
        if f"▌ note{turn}x".encode() in shown:
            rep.shown.append(note)
            return True
        if not room and _SAID.search(b" ".join(shown.split())):
            terminal.settle(0.1)
            return False
    return False


def _not_kept(rep: TypingRep, turn: int) -> list[str]:
    terminal = rep.terminal
    faults = []
    if not any(f"note{turn}x" in line for line in terminal.screen):
        faults.append(f"the words are gone from the screen: {_end_of(terminal)}")
    if not _SAID.search(" ".join(" ".join(terminal.screen).split()).encode()):
        faults.append(f"not said that it is not kept: {_end_of(terminal)}")
    return faults


def _end_of(terminal: Terminal) -> str:
    return " | ".join(line.strip() for line in terminal.screen if line.strip())[-300:]
