"""The file beside the store that search and inbox read: computed from the events, never the only place of anything.

It is caught up outside a turn's commit and holds no lock on the store meanwhile. Damaged, foreign or older than the program
it is thrown away and computed anew.
"""

import sqlite3
from pathlib import Path

from coach.journal.faults import named
from coach.journal.opening import connect, make_private

VERSION = 2
_APPLICATION_ID = 0x436F6978

_TABLES = (
    "create table state (key text primary key, value) without rowid",
    "create table seen (no integer primary key, version integer not null)",
    "create table gone (key integer primary key)",
    "create table owners (no integer primary key, name text not null unique)",
    "create table cases (no integer primary key, id text not null, owner text not null, minute integer not null,"
    " state text not null, opened text not null, language text not null, customer text not null, contact text not null,"
    " visit_date text not null, product text not null, claimed_class text, claimed_confidence integer, after_class text,"
    " after_confidence integer, verdict_class text, pending_class text, unknown text not null, deadline text,"
    " outcome text, outcome_on text, signed integer, gave_in integer, disputed integer not null, again text,"
    " due text, lasting integer not null, reasons integer not null, unread integer not null, overruled text,"
    " comments integer not null, requests integer not null, answers integer not null)",
    "create unique index cases_id on cases (id, owner)",
    "create index cases_reasons on cases (reasons desc, opened desc, no desc) where state = 'recorded'",
    "create index cases_unread on cases (reasons desc, opened desc, no desc) where state = 'recorded' and unread = 1",
    "create index cases_opened on cases (opened desc, no desc) where state = 'recorded'",
    "create index cases_owner on cases (owner, opened desc)",
    "create index cases_customer on cases (customer, opened desc, no desc) where state = 'recorded'",
    # What filters ask for, so that counting them reads this alone; `state` because SQLite takes no index for covering without it.
    "create index cases_filter on cases (verdict_class, unread, outcome, signed, visit_date, reasons, requests, customer, owner, state)"
    " where state = 'recorded'",
    "create index cases_deadline on cases (deadline is null, deadline, no) where state = 'recorded'",
    "create index cases_due on cases (due) where due is not null",
    "create index cases_again on cases (again) where again is not null",
    "create index cases_open on cases (no) where state = 'open'",
    "create index cases_asked on cases (owner) where requests > 0",
    "create table pieces (piece integer primary key, no integer not null unique, last integer not null, owner integer not null)",
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


def beside(store: Path) -> Path:
    """The index file of a store."""
    return store.with_name(store.stem + "-index.db")


def open_index(path: Path) -> sqlite3.Connection:
    """The index file, made new where there is none that can be used. Raises JournalError where the disk refuses."""
    with named(path):
        if path.exists():
            found = _usable(path)
            if found is not None:
                return found
            discard(path)
        make_private(path)
        db = _connected(path)
        db.execute("begin immediate")
        for statement in _TABLES:
            db.execute(statement)
        db.execute(f"pragma application_id = {_APPLICATION_ID}")
        db.execute(f"pragma user_version = {VERSION}")
        db.execute("commit")
        return db


def is_usable(path: Path) -> bool:
    """Whether the file is an index of this version that can be read; it is left as it is. Raises JournalError where the disk refuses."""
    with named(path):
        db = _usable(path)
    if db is not None:
        db.close()
    return db is not None


def discard(path: Path) -> None:
    """Throws the file away, with what a crash left of it. Raises OSError."""
    for suffix in ("", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _usable(path: Path) -> sqlite3.Connection | None:
    db = _connected(path)
    try:
        kept = db.execute("select * from pragma_application_id, pragma_user_version").fetchone()
        if kept == (_APPLICATION_ID, VERSION) and db.execute("select count(*) from pieces limit 1").fetchone():
            return db
    except sqlite3.DatabaseError as wrong:
        if getattr(wrong, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            db.close()
            raise
    db.close()
    return None


def _connected(path: Path) -> sqlite3.Connection:
    db = connect(path, "rw")
    try:
        for setting in _SETTINGS:
            db.execute(setting)
    except sqlite3.DatabaseError as wrong:
        if getattr(wrong, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
    return db
