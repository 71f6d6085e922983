"""Atomic, private and durable file operations, and the reason why one failed."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SystemReason(str):
    """The reason of an error of the operating system in its own words; `code` is the name of its errno, by which the
    phrase catalogues have words for it.
    """

    code: str

    def __new__(cls, error: OSError) -> "SystemReason":
        """The reason of `error`."""
        reason = super().__new__(cls, error.strerror or str(error))
        reason.code = errno.errorcode.get(error.errno or 0, "")
        return reason


@contextmanager
def atomic_write(target: Path) -> Iterator[Path]:
    """Yields a new empty file, readable by its owner only, that replaces `target` (or the file it links to) after the
    block.

    The result is synced to disk. If anything fails, the new file is removed and `target` is unchanged. Raises OSError.
    """
    from tempfile import mkstemp  # imported late: this module is on the path to the first paint

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
    """Creates an empty file with mode 0600, whatever the umask. Raises OSError if it exists."""
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.close(file)
    path.chmod(0o600)


def sync_folder(folder: Path) -> None:
    """Syncs a folder, which makes renames in it durable; does nothing on systems without that."""
    if os.name != "posix":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
