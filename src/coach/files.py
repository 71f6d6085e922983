"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_write(target: Path) -> Iterator[Path]:
    """An empty file for the block to fill, that only its owner reads; it takes the place of `target`, or of what that links to, when the block ends.

    It is on the disk then; where anything fails it is gone, and `target` is as it was. Raises OSError.
    """
    from tempfile import mkstemp  # late: the way to the first paint leads past this module

    place = target.resolve()
    file, name = mkstemp(dir=place.parent, prefix=".coach-", suffix=".new")
    os.close(file)
    fresh = Path(name)
    try:
        yield fresh
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        fresh.replace(place)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(place.parent)


def make_private(path: Path) -> None:
    """A new empty file that only its owner reads, whatever the umask. Raises OSError where it is there already."""
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.close(file)
    path.chmod(0o600)


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder durable, where the system knows how."""
    if os.name != "posix":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
