"""Translation of SQLite and operating system errors into JournalError, with codes that the phrase catalogues know."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from coach.files import SystemReason
from coach.ports import JournalError

_SQLITE = {
    sqlite3.SQLITE_READONLY_DBMOVED: "moved",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "cannot_open",
}
_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
}


READ_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file can raise; sqlite3 cannot even decode an error message that quotes damaged text."""


@contextmanager
def as_journal_errors(path: Path) -> Iterator[None]:
    """Reraises errors of SQLite and the operating system as JournalError; `path` is the store, or an index of it."""
    try:
        yield
    except READ_ERRORS as error:
        raise JournalError(error_code(error), path=str(path), why=str(error)) from error
    except OSError as error:
        code = _SYSTEM.get(error.errno or 0, "disk_error")
        raise JournalError(code, path=str(path), why=SystemReason(error)) from error


@contextmanager
def system_errors_as(code: Literal["unwritable", "cannot_open"], path: Path) -> Iterator[None]:
    """Reraises errors of the operating system as JournalError of that code; `path` is a file beside the store."""
    try:
        yield
    except OSError as error:
        raise JournalError(code, path=str(path), why=SystemReason(error)) from error


def error_code(error: sqlite3.Error | UnicodeDecodeError) -> str:
    """The code for an SQLite error. Invalid UTF-8 and missing tables count as damage."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is not None:
        return _SQLITE.get(number) or _SQLITE.get(
            number & 0xFF, "damaged" if number == sqlite3.SQLITE_ERROR else "refused"
        )
    return "closed" if isinstance(error, sqlite3.ProgrammingError) else "damaged"
