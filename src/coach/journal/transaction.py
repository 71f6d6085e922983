"""Transactions on connections in autocommit mode."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Commits what the block writes; rolls back if the block or the commit fails. Raises sqlite3.Error."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):  # report the first error; SQLite may have rolled back already
            db.execute("rollback")
        raise
