"""A byte table that is read from disk on demand, to save memory."""

import os
from errno import EIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Protocol


class Table(Protocol):
    """Random access to bytes."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes: ...


class FileTable:
    """The bytes of a file, read with `pread`: with `mmap`, every page touched would count as resident memory."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("rb", buffering=0)
        self._descriptor = self._file.fileno()
        self._size = os.fstat(self._descriptor).st_size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice, /) -> bytes:
        start, stop, _ = part.indices(self._size)
        found = os.pread(self._descriptor, stop - start, start)
        if len(found) < stop - start:
            raise OSError(EIO, "cut short", self._file.name)
        return found


def table(file: Path) -> Table:
    """The file's bytes. Raises FileNotFoundError, or ValueError if it is empty."""
    if file.stat().st_size == 0:
        raise ValueError(f"{file} is empty")
    if hasattr(os, "pread"):
        return FileTable(file)
    with file.open("rb") as opened:  # Windows cannot read at a place without moving there
        return mmap(opened.fileno(), 0, access=ACCESS_READ)
