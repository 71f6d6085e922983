"""The tables, as forward-only migrations; all pending ones run in one transaction together with the new version number."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from coach.domain.summary import Summary
from coach.files import make_private
from coach.journal.transaction import transaction

APPLICATION_ID = 0x436F6163
"""Identifies our files in the SQLite header ("Coac")."""

COLUMNS = Summary._fields

_NUMBERS = {
    "claimed_confidence",
    "after_confidence",
    "signed",
    "close_attempted",
    "gave_in",
    "disputed",
    "asked_times",
}

PROJECTION: tuple[str, ...] = (
    "create table debriefs ("
    + ", ".join(f"{name} {'integer' if name in _NUMBERS else 'text'}" for name in COLUMNS)
    + ", primary key (id, owner)) without rowid",
    "create index debriefs_opened on debriefs (opened, id)",
    "create index debriefs_owner on debriefs (owner, opened)",
    "create index debriefs_open on debriefs (opened) where state = 'open'",
    "create index debriefs_overdue on debriefs (deadline) where verdict_class = 'A' and outcome is null",
    "create index debriefs_next on debriefs (next_date) where next_date is not null",
    "create index debriefs_customer on debriefs (customer)",
    "create index debriefs_again on debriefs (again) where again is not null",
)
"""The read model. Few indexes, because each one that a turn touches adds a page to the commit."""

_ERASURE = (
    "new.key is old.key and new.kind is old.kind and new.at is old.at and new.chain is old.chain"
    " and new.body is null and exists (select 1 from erased where erased.key = old.key)"
)

VERSION_1: tuple[str, ...] = (
    "create table store (one integer primary key check (one = 1), events integer not null, head blob not null)",
    "insert into store values (1, 0, zeroblob(16))",
    "create table kinds (no integer primary key, name text not null unique)",
    "create table streams (no integer primary key, owner text not null, name text not null, unique (name, owner))",
    "create table events (key integer primary key, kind integer not null, at integer not null, body text, chain blob not null)",
    "create table erased (key integer primary key, body_hash blob not null, at integer not null, reason text not null)",
    "create table drafts (stream text primary key, text text not null) without rowid",
    "create table notes (key text primary key, text text not null) without rowid",
    f"create trigger events_stay before update on events when not ({_ERASURE})"
    " begin select raise(abort, 'events are never changed'); end",
    "create trigger events_never_go before delete on events begin select raise(abort, 'events are never removed'); end",
    "create trigger erased_stay before update on erased begin select raise(abort, 'erasures are never changed'); end",
    "create trigger erased_never_go before delete on erased begin select raise(abort, 'erasures are never removed'); end",
    *PROJECTION,
)
"""An event takes 43 bytes beyond its body, 17 of them the chain: 1.49 times its body over 10,000 made-up debriefs.

Times counted from the stream's beginning would make that 1.44, with pages of 16 KiB too 1.42, with keys of 12 bits for
the version and kind and time in one number 1.40; streams without a rowid 1.63. Only a chain at the last event of an
append alone saves more (1.38), and then damage could not be told to the event. Measured and left: each costs a rewrite
of every store, and the turn larger pages.
"""

VERSION_2: tuple[str, ...] = tuple(
    statement
    for table, key in (("drafts", "stream"), ("notes", "key"))
    for statement in (
        f"create temporary table old_{table} as select * from {table}",  # noqa: S608 - names of our own
        f"drop table {table}",
        f"create table {table} ({key} text primary key, text text not null, crc integer) without rowid",
        f"insert into {table} select *, null from old_{table}",  # noqa: S608
        f"drop table old_{table}",
    )
)
"""Adds checksums to drafts and notes; existing rows have none."""

CHECKSUMS_SINCE = 2
"""The first schema version with these checksums."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (VERSION_1, VERSION_2)
"""Migration n brings a store from version n to n+1. A released migration never changes."""


def _as_kept(statement: str) -> tuple[str, str]:
    """The name of the object that a statement creates, and the statement as `sqlite_master` stores it."""
    create, kind, rest = statement.split(" ", 2)
    return rest.split("(")[0].split()[0], f"{create.upper()} {kind.upper()} {rest}"


@cache
def expected_objects(version: int) -> dict[str, str]:
    """The schema objects of a store of this version: name -> SQL as in `sqlite_master`."""
    made = (line for step in MIGRATIONS[:version] for line in step)
    return dict(
        _as_kept(line) for line in made if line.startswith(("create table ", "create index ", "create trigger "))
    )


def migrate(db: sqlite3.Connection, path: Path, steps: Sequence[Sequence[str]] = MIGRATIONS) -> Path | None:
    """Migrates the store to the newest version in one transaction, after a backup beside the file; returns the backup's
    path.

    Raises sqlite3.Error, leaving the store unchanged.
    """
    version = version_of(db)
    if version >= len(steps):
        return None
    copy = _copied(db, path, version) if version else None
    with transaction(db):
        for step in steps[version_of(db) :]:
            for statement in step:
                db.execute(statement)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {len(steps)}")
    return copy


def version_of(db: sqlite3.Connection) -> int:
    """The schema version; 0 for an empty file."""
    return int(db.execute("pragma user_version").fetchone()[0])


def _copied(db: sqlite3.Connection, path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.name}.version-{version}")
    copy.unlink(missing_ok=True)
    make_private(copy)
    target = sqlite3.connect(copy)
    try:
        db.backup(target)
    finally:
        target.close()
    return copy
