"""The head mark: how far the store had come, kept beside it, because a chain cannot see that its own tail is gone.

It is written after each commit, without a sync, so a turn does not wait for it. That is enough: the commit it tells of was
synced before, so the mark can lag behind the file after a power cut (which is harmless) but never be ahead of a whole one.
It is overwritten in place, in two slots taken in turn, each with its own check: the rename of a fresh file would cost
nearly a sync per turn and gives no more, since a torn slot leaves the other.
"""

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_SLOT = 512


class Mark(NamedTuple):
    """The number of events in the store, the sum of their chain hashes, and the last event written: its key and its chain."""

    events: int
    head: bytes
    last: int
    chain: bytes


class HeadMark:
    """The mark of one store."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".head")
        self._turn = 0

    def write(self, mark: Mark) -> None:
        """Overwrites one of the two slots. Raises OSError."""
        self._turn = 1 - self._turn
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.lseek(file, _SLOT * self._turn, os.SEEK_SET)
            os.write(file, _line(mark).ljust(_SLOT - 1) + b"\n")
        finally:
            os.close(file)

    def exists(self) -> bool:
        """Whether there ever was a store here."""
        return self.path.exists()

    def read(self) -> Mark | None:
        """The newest mark that can be read, or None. Raises OSError where the file is there and cannot be read."""
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return None
        found = [_parsed(raw[start : start + _SLOT]) for start in (0, _SLOT)]
        return max((mark for mark in found if mark), key=lambda mark: mark.events, default=None)


def _line(mark: Mark) -> bytes:
    told = {"events": mark.events, "head": mark.head.hex(), "last": mark.last, "chain": mark.chain.hex()}
    check = blake2b(json.dumps(told).encode(), digest_size=8).hexdigest()
    return json.dumps({**told, "check": check}).encode()


def _parsed(slot: bytes) -> Mark | None:
    told = slot.strip(b"\0 \n")
    try:
        read = json.loads(told)
        mark = Mark(read["events"], bytes.fromhex(read["head"]), read["last"], bytes.fromhex(read["chain"]))
        return mark if _line(mark) == told else None
    except (ValueError, KeyError, TypeError):
        return None
