"""Locks between processes, one file per name. The operating system releases them when a process dies, however it dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from coach.ports import JournalError

TIMEOUT = 10.0
"""Seconds that `exclusive` waits for another process."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLocks:
    """The locks that this process holds; the lock files lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def acquire(self, name: str) -> bool:
        """Locks `name`; False if another process holds it. Raises OSError if the lock file cannot be created."""
        if name in self._held:
            return True
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(name)
        while True:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(file)
                current = _still_there(path, file)
            except (BlockingIOError, PermissionError):
                os.close(file)
                return False
            except OSError:  # a file system without locks
                os.close(file)
                raise
            if current:
                self._held[name] = file
                return True
            os.close(file)  # the last holder removed the file after we opened it: try again

    def release(self, name: str) -> None:
        """Unlocks `name`; does nothing if it is not held."""
        file = self._held.pop(name, None)
        if file is not None:
            if sys.platform != "win32":
                self._path(name).unlink(missing_ok=True)
            os.close(file)

    def release_all(self) -> None:
        """Unlocks everything."""
        for name in list(self._held):
            self.release(name)

    @contextmanager
    def exclusive(self, name: str) -> Iterator[None]:
        """Holds `name` for the block, waiting for it if necessary. Raises JournalError `busy` after `TIMEOUT` seconds."""
        end = monotonic() + TIMEOUT
        while not self.acquire(name):
            if monotonic() > end:
                raise JournalError("busy", path=str(self._folder))
            sleep(0.01)
        try:
            yield
        finally:
            self.release(name)

    def _path(self, name: str) -> Path:
        return self._folder / (quote(name, safe="")[:200] + ".lock")


def _still_there(path: Path, file: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(file).st_ino
    except FileNotFoundError:
        return False
