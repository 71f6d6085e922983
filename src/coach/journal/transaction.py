"""All or nothing: the one way in which a connection, whose transactions are begun and ended by hand, writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Commits what is written within, and takes it back where anything fails, the commit too. Raises sqlite3.Error."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):  # the first error is the one to tell; SQLite may have rolled back by itself
            db.execute("rollback")
        raise
