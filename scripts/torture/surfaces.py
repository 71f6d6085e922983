"""Where hostile text may come out: every command that prints, every screen. What is found there that no program of ours
writes is an intruder.
"""

import base64
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from scripts.torture.commands import Done, lines, run
from scripts.torture.hostile import raw_controls
from scripts.torture.terminal import COACH, Terminal

_COLOUR = rb"[34]8;2;\d{1,3};\d{1,3};\d{1,3}"
_OURS = re.compile(
    rb"\x1b\[0m|\x1b\[(?:[1234579];)*"
    + _COLOUR
    + rb"(?:;"
    + _COLOUR
    + rb")?m|\x1b\[\d{1,2};\d{1,3}H|\r\n|\x1b\[\?2026[hl]"
    rb"|\x1b\]22;\w+\x07|\x1b\[\?(?:1000|1003|1004|1006|1015|1049|2004|25|7)[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[<u"
)
_COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_ONCE = (b"\x1b[?1049h", b"\x1b[?2004h", b"\x1b[?25l", b"\x1b[?1004h")
READING = (
    ["list"], ["list", "--json"], ["due", "--days", "3650"], ["due", "--json"], ["inbox"], ["inbox", "--json"], ["ledger"], ["names"],
    ["ledger", "--json"], ["search", "x"], ["search", "预算", "--json"], ["export", "--format", "csv"], ["export", "--format", "json"],
    ["export", "--format", "md"], ["export", "--format", "html"], ["calendar"], ["doctor"], ["practise", "--list"],
)  # fmt: skip
_ENTER, _ESC, _END, _PAGE_DOWN, _F2, _F9 = b"\r", b"\x1b", b"\x1b[F", b"\x1b[6~", b"\x1bOQ", b"\x1b[20~"
_CTRL_N, _CTRL_O, _CTRL_Q, _CTRL_R = b"\x0e", b"\x0f", b"\x11", b"\x12"
WALK = (
    b"", _PAGE_DOWN,
    _CTRL_O, _PAGE_DOWN, _PAGE_DOWN, _ENTER, _F2, _PAGE_DOWN, _F9, _ESC, _ESC,
    _CTRL_R, _PAGE_DOWN, _END, _ENTER, b"what matters most?\r", _ESC, _ESC,
    _CTRL_N,
)  # fmt: skip
"""Keys that lead through every screen."""
EACH = (["show"], ["show", "--json"], ["review"], ["export", "--format", "md"])


shown = partial(run, on_terminal=True)
"""Runs a command whose output goes to a terminal."""


def in_output(done: Done, what: str) -> list[str]:
    """Control bytes in what a command printed, and whether it broke down."""
    faults = []
    printed = done.raw.replace(b"\r\n", b"\n").removeprefix(
        b"\xef\xbb\xbf"
    )  # the mark a spreadsheet wants before a CSV
    found = raw_controls(printed) + raw_controls(done.errors)
    if found:
        faults.append(f"{what}: printed {Counter(found).most_common(3)}")
    if b"crash-" in done.errors or b"Traceback" in done.errors:
        faults.append(f"{what}: broke down: {done.said[-200:]}")
    return faults


def read_all(folder: Path, names: Sequence[str], environ: dict[str, str]) -> Iterator[str]:
    """Every reading command on a store."""
    where = ("--data", folder, "--lang", "en", "--today", "2026-11-23")
    for command in READING:
        yield from in_output(shown(*command, *where, environ=environ), " ".join(command))
    for name in names:
        for command in EACH:
            yield from in_output(shown(command[0], name, *command[1:], *where, environ=environ), f"{command[0]} {name}")


def talk(folder: Path, said: Sequence[str], environ: dict[str, str]) -> Iterator[str]:
    """The talking commands with hostile answers."""
    where = ("--data", folder, "--lang", "en")
    plain = "\n".join(" ".join(text.split()) for text in said).encode("utf-8", "surrogatepass")
    yield from in_output(shown("debrief", "--plain", *where, given=plain, environ=environ), "debrief --plain")
    yield from in_output(shown("debrief", "--jsonl", *where, given=lines(*said), environ=environ), "debrief --jsonl")
    yield from in_output(
        shown("practise", "--jsonl", "--seed", "1", *where, given=lines(*said), environ=environ), "practise --jsonl"
    )
    heard = lines(*({"id": text[:8], "text": text, "stage": "opening"} for text in said))
    yield from in_output(shown("listen", given=heard), "listen")
    yield from in_output(shown("classify", "--jsonl", given=lines(*({"id": text} for text in said))), "classify")


def intruders(raw: bytes, copies: int = 0) -> list[str]:
    """What is on the terminal that the screen does not write of its own accord."""
    copied = [base64.b64decode(one) for one in _COPIED.findall(raw)]
    faults = [f"copied to the clipboard: {one[:40]!r}" for one in copied if one == b"owned"]
    if len(copied) > copies:
        faults.append(f"{len(copied)} copies to the clipboard where {copies} were asked for")
    rest = _OURS.sub(b"", _COPIED.sub(b"", raw))
    found = raw_controls(rest.replace(b"\n", b"\x0b"))
    if found:
        faults.append(f"on the terminal: {Counter(found).most_common(4)}")
    faults += [f"{mode!r} {raw.count(mode)} times" for mode in _ONCE if raw.count(mode) > 1]
    return faults


def screens(
    folder: Path, pasted: Sequence[str], environ: dict[str, str], program: Sequence[str] = COACH, quiet: float = 0.15
) -> list[str]:
    """Walks through every screen of a store, clicks where things stand, pastes and says hostile texts; `quiet` seconds
    after each key.
    """
    environ = {**environ, "COACH_DATA": str(folder), "COACH_LANG": "en", "COACH_CONFIG": str(folder / "none")}
    with Terminal(program, environ, rows=40, columns=120) as terminal:
        if terminal.wait(b"Ctrl+N") is None:
            return ["no first screen"]
        for key in WALK:
            terminal.send(key)
            terminal.settle(quiet, 3.0)
            _click_about(terminal, quiet)
        for text in pasted:
            terminal.paste(text.replace("\x1b[201~", ""))
            terminal.send(b"\r")
            terminal.settle(0.03, 2.0)
        terminal.settle(0.3, 3.0)
        _click_about(terminal, quiet)
        broken = _quit(terminal, folder)
        return intruders(terminal.raw, copies=1) + broken


def _click_about(terminal: Terminal, quiet: float) -> None:
    for row in range(3, 34, 6):
        terminal.send(b"\x1b[<0;30;%dM\x1b[<0;30;%dm" % (row, row))
    terminal.settle(quiet, 2.0)


def _quit(terminal: Terminal, folder: Path) -> list[str]:
    """Leaves the program; what is told if it had died before, does not end, or ends with a fault."""
    alive = not terminal.ended(0)
    terminal.send(_CTRL_Q)
    ended = terminal.ended(5.0)
    if alive and ended and terminal.status == 0:
        return []
    reports = [one.read_text("utf-8", "replace")[-600:] for one in (folder / "crashes").glob("*")]
    told = f"{terminal.shown[-300:]!r}; crash reports: {reports}"
    return [f"alive {alive}, ended {ended} with {terminal.status}: {told}"]
