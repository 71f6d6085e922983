"""The open index: its file, the store that it is made from, and the renewal of one that is damaged or was replaced."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from coach.journal.faults import as_journal_errors
from coach.journal.index_file import index_path, open_index
from coach.journal.opening import connect
from coach.journal.transaction import transaction
from coach.ports import JournalError


class IndexConnections:
    """The connections to the index, `db`, and to its store, `source`. Thread-safe: calls are serialized by `working`."""

    def __init__(self, store: Path) -> None:
        """Opens the store for reading and the index beside it. Raises JournalError as `opening` does."""
        self.store = store
        self.path = index_path(store)
        self._lock = RLock()
        with as_journal_errors(store):
            self.source = connect(store, "ro")
        try:
            self.db, self._inode = open_index(self.path)
        except JournalError:
            self.source.close()
            raise
        self._broken = False

    @contextmanager
    def working(self) -> Iterator[None]:
        """Serializes access and translates errors to JournalError.

        Reopens an index that another process has replaced; rebuilds one that turned out to be damaged.
        """
        with self._lock, as_journal_errors(self.path):
            try:
                if self._was_replaced():
                    self._open()
                elif self._broken:
                    self.start_over()
                yield
            except sqlite3.DatabaseError as error:
                self._broken = getattr(error, "sqlite_errorcode", 0) & 0xFF in (
                    sqlite3.SQLITE_CORRUPT,
                    sqlite3.SQLITE_NOTADB,
                )
                raise

    @contextmanager
    def glance(self) -> Iterator[None]:
        """`working`, with one read transaction on the store instead of one per statement."""
        with self.working():
            self.source.execute("begin")
            try:
                yield
            finally:
                self.source.execute("rollback")

    def close(self) -> None:
        """Closes both connections. Idempotent."""
        with self._lock:
            self.db.close()
            self.source.close()

    def erased_since(self) -> list[tuple[int]]:
        """The keys of the events erased from the store since they were indexed."""
        known = {row[0] for row in self.db.execute("select key from gone")}
        return [row for row in self.source.execute("select key from erased").fetchall() if row[0] not in known]

    def start_over(self) -> None:
        """Begins an empty index in place of this one."""
        self._open(anew=True)
        with transaction(self.db):
            self.db.executemany("insert or ignore into gone values (?)", self.erased_since())

    def _open(self, *, anew: bool = False) -> None:
        old = self.db
        self.db, self._inode = open_index(self.path, anew=anew)
        self._broken = False
        old.close()

    def _was_replaced(self) -> bool:
        try:
            return self.path.stat().st_ino != self._inode
        except FileNotFoundError:
            return True
