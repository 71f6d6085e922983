"""Opening a store: it is checked before it is written to, rejected with a reason, and never replaced by an empty one."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from coach.files import make_private, sync_folder
from coach.journal import schema
from coach.journal.faults import as_journal_errors
from coach.journal.file_locks import FileLocks
from coach.journal.headmark import HeadMark, Mark
from coach.ports import JournalError

BUSY_TIMEOUT = 30.0
"""Seconds that SQLite waits for another writer."""

JournalMode = Literal["delete", "persist"]

DURABLE = "pragma synchronous = extra"
"""For every connection that writes: a commit returns only after its data and the removal of its rollback journal are
synced.
"""

SETTINGS = (
    DURABLE,
    "pragma recursive_triggers = on",
    "pragma secure_delete = on",
    "pragma trusted_schema = off",
    "pragma cell_size_check = on",
    "pragma temp_store = memory",
)


def locks_of(path: Path) -> Path:
    """The folder with the lock files of a store."""
    return path.parent / "locks"


def journal_of(path: Path) -> Path:
    """The file beside a database in which SQLite keeps what it has to roll back."""
    return path.with_name(path.name + "-journal")


def connect(path: Path, access: Literal["ro", "rw"]) -> sqlite3.Connection:
    """A connection in autocommit mode to an existing file. Raises sqlite3.Error."""
    address = f"{path.absolute().as_uri()}?mode={access}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT, isolation_level=None, check_same_thread=False)


def open_store(
    path: Path, mode: JournalMode = "delete", steps: Sequence[Sequence[str]] = schema.MIGRATIONS
) -> sqlite3.Connection:
    """Opens the store at `path`; creates it if there never was one, migrates it if it is older.

    Raises JournalError: `lost`, `empty_file`, `not_a_store`, `foreign`, `newer`, `damaged`, `tail_lost`, `read_only`,
    `cannot_open`, `disk_full`, `disk_error`, `busy`. A rejected file is not written to.
    """
    mark = HeadMark(path)
    with as_journal_errors(path):
        open_folder(path.parent)
        if not path.exists():
            _create(path, mark, steps)
        marked = mark.read()
        examine(path, len(steps))
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
            raise JournalError("read_only", path=str(path))
        if path.stat().st_mode & 0o077 and os.name == "posix":
            path.chmod(0o600)
        db = connect(path, "rw")
        try:
            _set_up(db, path, mode, steps)
            compare(db, path, marked)
        except BaseException:
            db.close()
            raise
        return db


def examine(path: Path, newest: int = len(schema.MIGRATIONS)) -> None:
    """Checks that this program can open the file as a store.

    Raises JournalError as `open_store` does, or sqlite3.Error.
    """
    details = {"path": str(path)}
    if not path.exists():
        raise JournalError("lost" if HeadMark(path).exists() else "missing", **details)
    if not path.is_file():
        raise JournalError("not_a_store", **details)
    if path.stat().st_size == 0:
        raise JournalError("empty_file", **details)
    try:
        ours, version = _identity(path, newest)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_NOTADB:
            raise
        raise JournalError("damaged" if HeadMark(path).exists() else "not_a_store", **details) from error
    if ours != schema.APPLICATION_ID:
        raise JournalError("damaged" if HeadMark(path).exists() else "foreign", **details)
    if version < 1:  # the version is written in one transaction with the application id
        raise JournalError("damaged", **details)
    if version > newest:
        raise JournalError("newer", version=version, known=newest, **details)


def require_store(path: Path) -> None:
    """Raises JournalError `missing` or `lost` if there is no store at `path`; makes nothing there."""
    with as_journal_errors(path):
        if not path.exists():
            examine(path)


def compare(db: sqlite3.Connection, path: Path, marked: Mark | None) -> None:
    """Compares the file with its schema and with the head mark.

    Raises JournalError `damaged` or `tail_lost`, or sqlite3.Error.
    """
    objects, wanted = (
        dict(db.execute("select name, sql from sqlite_master")),
        schema.expected_objects(schema.version_of(db)),
    )
    changed = sorted(name for name, made in wanted.items() if objects.get(name) != made)
    if changed:
        raise JournalError("damaged", path=str(path), why=", ".join(changed))
    pages, size = db.execute("select page_count, page_size from pragma_page_count, pragma_page_size").fetchone()
    if path.stat().st_size < pages * size:
        raise JournalError("damaged", path=str(path), why=f"{path.stat().st_size} < {pages * size}")
    events = db.execute("select events from store").fetchone()
    if events is not None and not isinstance(events[0], int):
        raise JournalError("damaged", path=str(path), why="store")
    if marked is None:
        return
    found = db.execute("select chain from events where key = ?", (marked.last,)).fetchone()
    if events is None or events[0] < marked.events or found is None or found[0] != marked.chain:
        have = events[0] if events else 0
        raise JournalError("tail_lost", path=str(path), have=have, expected=marked.events)


def _identity(path: Path, newest: int) -> tuple[int, int]:
    """(application id, schema version) of the file."""
    try:
        return _asked(path, "ro")
    except sqlite3.OperationalError:
        # SQLite cannot read a file with a hot journal unless it may roll it back, which it may do only to our own files.
        with path.open("rb") as file:
            header = file.read(100)
        ours, version = int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")
        return (ours, version) if ours != schema.APPLICATION_ID or version > newest else _asked(path, "rw")


def _asked(path: Path, access: Literal["ro", "rw"]) -> tuple[int, int]:
    db = connect(path, access)
    try:
        ours, version = db.execute("select * from pragma_application_id, pragma_user_version").fetchone()
        return int(ours), int(version)
    finally:
        db.close()


def _set_up(db: sqlite3.Connection, path: Path, mode: JournalMode, steps: Sequence[Sequence[str]]) -> None:
    for setting in (f"pragma journal_mode = {mode}", *SETTINGS):
        db.execute(setting)
    if schema.version_of(db) < len(steps):
        locks = FileLocks(locks_of(path))
        with locks.exclusive("store"):
            schema.migrate(db, path, steps)


def open_folder(folder: Path) -> None:
    """Makes the folder of a store, readable by its owner only, if there is none. Raises OSError."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)


def _create(path: Path, mark: HeadMark, steps: Sequence[Sequence[str]]) -> None:
    # Created aside and moved into place, so that a crash half-way leaves no empty file behind.
    if mark.exists():
        raise JournalError("lost", path=str(path))
    with FileLocks(locks_of(path)).exclusive("store"):
        if path.exists():
            return
        fresh = path.with_name(path.name + ".new")
        for rest in (fresh, journal_of(fresh)):
            rest.unlink(missing_ok=True)
        make_private(fresh)
        db = connect(fresh, "rw")
        try:
            db.execute(DURABLE)
            schema.migrate(db, fresh, steps)
        finally:
            db.close()
        fresh.replace(path)
        sync_folder(path.parent)
