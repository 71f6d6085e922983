"""A simulated disk: what a program wrote, in order, and what of it survives a power cut at any point.

The program runs unchanged behind disk.c. The model: what was synced stays; of what was not, each 512-byte sector stays
by chance; a change to a folder is durable after any later sync, and of those that are not yet, the first so many stay,
as in a journal.
"""

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("=cIqI")
_SOURCE = Path(__file__).with_name("disk.c")


class Change(NamedTuple):
    """One thing done to the disk: W(rite), T(runcate), S(ync), C(reate), U(nlink), R(ename; `data` is the new path)."""

    kind: str
    path: str
    offset: int
    data: bytes


def compiler() -> str | None:
    """The C compiler, if installed."""
    return shutil.which("cc") or shutil.which("gcc")


@cache
def _layer() -> Path:
    made = Path(tempfile.mkdtemp(prefix="coach-disk-")) / "disk.so"
    subprocess.run([str(compiler()), "-O2", "-shared", "-fPIC", "-o", made, _SOURCE, "-ldl", "-lpthread"], check=True)
    return made


def recording(root: Path, log: Path) -> dict[str, str]:
    """The environment in which a program's changes below `root` are recorded into `log`."""
    return {"LD_PRELOAD": str(_layer()), "TORTURE_ROOT": str(root), "TORTURE_LOG": str(log)}


def failing(root: Path, at: int, number: int, space: Path) -> dict[str, str]:
    """The environment in which from the `at`-th write or sync below `root` on each fails with errno `number`, until
    `space` exists.
    """
    told = {"TORTURE_FAIL_AT": str(at), "TORTURE_ERRNO": str(number), "TORTURE_SPACE": str(space)}
    return {"LD_PRELOAD": str(_layer()), "TORTURE_ROOT": str(root), **told}


def changes(log: Path) -> Iterator[Change]:
    """What was recorded."""
    raw, at = log.read_bytes(), 0
    while at < len(raw):
        kind, named, offset, length = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        yield Change(kind.decode(), os.fsdecode(raw[at : at + named]), offset, raw[at + named : at + named + length])
        at += named + length


class _File:
    """The synced and the unsynced content of one file."""

    def __init__(self) -> None:
        self.safe = bytearray()
        self.waiting: list[tuple[int, bytes | None]] = []

    def sync(self) -> None:
        for offset, data in self.waiting:
            _put(self.safe, offset, data)
        self.waiting = []

    def after_cut(self, chance: float, dice: Random) -> bytes:
        """The content after a cut, with each unsynced sector kept by chance."""
        content = bytearray(self.safe)
        for offset, data in self.waiting:
            for at, part in _sectors(offset, data):
                if dice.random() < chance:
                    _put(content, at, part)
        return bytes(content)


class Disk:
    """Replays the changes; `after_cut` gives what would survive a cut at that point."""

    def __init__(self) -> None:
        self._now: dict[str, _File] = {}
        self._safe: dict[str, _File] = {}
        self._waiting: list[tuple[str, str, _File]] = []

    def follow(self, change: Change) -> None:
        """Replays one change."""
        kind, path, offset, data = change
        if kind == "W":
            self._file(path).waiting.append((offset, data))
        elif kind == "T":
            self._file(path).waiting.append((offset, None))
        elif kind == "S":
            for done in self._waiting:
                _move(self._safe, done)
            self._waiting = []
            if path in self._now:
                self._now[path].sync()
        else:
            target = os.fsdecode(data) if kind == "R" else path
            moved = ("" if kind == "C" else path, "" if kind == "U" else target, self._file(path))
            _move(self._now, moved)
            self._waiting.append(moved)

    def after_cut(self, chance: float, dice: Random) -> dict[str, bytes]:
        """The files left, by path; what was not synced is kept with this chance."""
        names = dict(self._safe)
        count = len(self._waiting)
        kept = 0 if chance == 0 else count if chance == 1 else dice.randint(0, count)
        for moved in self._waiting[:kept]:
            _move(names, moved)
        return {path: file.after_cut(chance, dice) for path, file in names.items()}

    def _file(self, path: str) -> _File:
        return self._now.get(path) or _File()


def _move(names: dict[str, _File], moved: tuple[str, str, _File]) -> None:
    before, after, file = moved
    if before:
        names.pop(before, None)
    if after:
        names[after] = file


def _sectors(offset: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield offset, None
        return
    at = 0
    while at < len(data):
        end = min(len(data), at + SECTOR - (offset + at) % SECTOR)
        yield offset + at, data[at:end]
        at = end


def _put(content: bytearray, offset: int, data: bytes | None) -> None:
    """Writes, or cuts to `offset` where there are no data."""
    content.extend(bytes(max(0, offset - len(content))))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data
