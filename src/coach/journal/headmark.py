"""The head mark: the store's last known head in a file beside it, because a hash chain cannot detect the loss of its
own tail.

It is written after each commit, without a sync, so that turns do not wait for it. This suffices: the commit was synced
before, so after a power cut the mark may lag behind the store (harmless) but is never ahead of an intact one. It is
overwritten in place, in two alternating slots with a checksum each; an atomic rename would cost nearly a sync per turn
and protect no better, since a torn slot leaves the other.
"""

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_SLOT = 512


class Mark(NamedTuple):
    """The number of events in the store, the sum of their chain hashes, and the last event written: its key and its
    chain.
    """

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
        """Whether there ever was a store at this path."""
        return self.path.exists()

    def read(self) -> Mark | None:
        """The newest valid mark, or None. Raises OSError if the file exists and cannot be read."""
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return None
        found = [_parsed(raw[start : start + _SLOT]) for start in (0, _SLOT)]
        return max((mark for mark in found if mark), key=lambda mark: mark.events, default=None)


def _line(mark: Mark) -> bytes:
    fields = {"events": mark.events, "head": mark.head.hex(), "last": mark.last, "chain": mark.chain.hex()}
    check = blake2b(json.dumps(fields).encode(), digest_size=8).hexdigest()
    return json.dumps({**fields, "check": check}).encode()


def _parsed(slot: bytes) -> Mark | None:
    text = slot.strip(b"\0 \n")
    try:
        read = json.loads(text)
        mark = Mark(read["events"], bytes.fromhex(read["head"]), read["last"], bytes.fromhex(read["chain"]))
        return mark if _line(mark) == text else None
    except (ValueError, KeyError, TypeError):
        return None
