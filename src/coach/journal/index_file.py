"""The index file beside the store, for search and inbox. It is derived from the events and can always be rebuilt.

It is updated outside the commits of the store and does not lock it. If it is damaged, foreign or outdated, it is
discarded and rebuilt.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from coach.files import make_private
from coach.journal.faults import as_journal_errors, error_code
from coach.journal.file_locks import FileLocks
from coach.journal.opening import connect, journal_of, locks_of
from coach.journal.transaction import transaction

VERSION = 7
_APPLICATION_ID = 0x436F6978

_TABLES = (
    "create table state (key text primary key, value) without rowid",
    "create table seen (no integer primary key, version integer not null)",
    "create table gone (key integer primary key)",
    "create table marks (no integer primary key, kind text not null, name text not null, unique (kind, name))",
    "create table cases (no integer primary key, id text not null, owner text not null, minute integer not null,"
    " state text not null, opened text not null, language text not null, customer text not null, contact text not null,"
    " visit_date text not null, product text not null, claimed_class text, claimed_confidence integer, after_class text,"
    " after_confidence integer, verdict_class text, pending_class text, unknown text not null, deadline text,"
    " outcome text, outcome_on text, signed integer, gave_in integer, disputed integer not null, again text,"
    " due text, settled integer not null, lasting integer not null, reasons integer not null, unread integer not null, overruled text,"
    " comments integer not null, requests integer not null, answers integer not null)",
    "create unique index cases_id on cases (id, owner)",
    "create index cases_reasons on cases (settled, reasons desc, opened desc, no desc) where state = 'recorded'",
    "create index cases_unread on cases (settled, reasons desc, opened desc, no desc) where state = 'recorded' and unread = 1",
    "create index cases_opened on cases (opened desc, no desc) where state = 'recorded'",
    "create index cases_owner on cases (owner, opened desc)",
    "create index cases_customer on cases (customer, opened desc, no desc) where state = 'recorded'",
    "create index cases_contact on cases (contact, opened desc, no desc) where state = 'recorded'",
    # What filters ask for, so that counting them reads this alone; `state` because SQLite takes no index for covering without it.
    "create index cases_filter on cases (verdict_class, unread, outcome, signed, visit_date, reasons, requests, customer, owner, state)"
    " where state = 'recorded'",
    "create index cases_deadline on cases (deadline is null, deadline, no) where state = 'recorded'",
    "create index cases_due on cases (due) where due is not null",
    "create index cases_again on cases (again) where again is not null",
    "create index cases_open on cases (no) where state = 'open'",
    "create index cases_asked on cases (owner) where requests > 0",
    "create table pieces (piece integer primary key, no integer not null unique, last integer not null, marks text not null)",
    "create virtual table said using fts5(words, content='', columnsize=0, tokenize='ascii')",
    "create table names (no integer primary key, name text not null unique)",
    "create virtual table sounds using fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')",
    "insert into said (said, rank) values ('hashsize', 16777216)",
)

_SETTINGS = (
    "pragma journal_mode = delete",
    "pragma synchronous = normal",
    "pragma temp_store = memory",
    "pragma cache_size = -16384",
    "pragma trusted_schema = on",
)


def index_path(store: Path) -> Path:
    """The path of a store's index file."""
    return store.with_name(store.stem + "-index.db")


def open_index(path: Path, *, anew: bool = False) -> tuple[sqlite3.Connection, int]:
    """Opens the index file, creating it if there is no usable one or if `anew`; returns the connection and the file's
    inode.

    A new file is created aside, by one process while others wait, and moved into place; a process with the old file
    open detects this by the inode. Raises JournalError if the disk refuses or another process keeps the file busy.
    """
    with as_journal_errors(path), FileLocks(locks_of(path)).exclusive("index"):
        db = None if anew else _usable(path)
        if db is None:
            _make(path)
            db = _set_up(connect(path, "rw"))
        return db, path.stat().st_ino


def is_usable(path: Path) -> bool:
    """Whether the file is a readable index of this version; does not change it.

    Raises JournalError if the disk refuses.
    """
    with as_journal_errors(path):
        db = _usable(path)
    if db is not None:
        db.close()
    return db is not None


def _make(path: Path) -> None:
    fresh = path.with_name(path.name + ".new")
    for rest in (fresh, journal_of(fresh)):
        rest.unlink(missing_ok=True)
    make_private(fresh)
    db = _set_up(connect(fresh, "rw"))
    with closing(db), transaction(db):
        for statement in _TABLES:
            db.execute(statement)
        db.execute(f"pragma application_id = {_APPLICATION_ID}")
        db.execute(f"pragma user_version = {VERSION}")
    with _unwritten(path):
        journal_of(path).unlink(missing_ok=True)
        fresh.replace(path)


@contextmanager
def _unwritten(path: Path) -> Iterator[None]:
    """Keeps other processes from writing to the old file; otherwise SQLite would roll their journal back into the new
    one.
    """
    if not path.exists():
        yield
        return
    with closing(connect(path, "rw")) as db:
        try:
            db.execute("begin exclusive")
        except sqlite3.DatabaseError as error:
            if error_code(error) == "busy":
                raise
        yield


def _usable(path: Path) -> sqlite3.Connection | None:
    if not path.exists():
        return None
    db = connect(path, "rw")
    try:
        kept = _set_up(db).execute("select * from pragma_application_id, pragma_user_version").fetchone()
        if kept == (_APPLICATION_ID, VERSION) and db.execute("select count(*) from pieces limit 1").fetchone():
            return db
    except sqlite3.DatabaseError as error:
        if error_code(error) == "busy":
            db.close()
            raise
    db.close()
    return None


def _set_up(db: sqlite3.Connection) -> sqlite3.Connection:
    for setting in _SETTINGS:
        db.execute(setting)
    return db
