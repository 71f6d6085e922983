"""The journal in an SQLite file.

Every append is one durable commit (rollback journal, synchronous EXTRA); `schema` has the tables.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from coach.domain.ids import is_debrief
from coach.domain.summary import EVERYTHING, Query, Summary
from coach.journal import codec, projection
from coach.journal.faults import as_journal_errors
from coach.journal.file_locks import FileLocks
from coach.journal.hand import hand_of_store
from coach.journal.headmark import HeadMark, Mark
from coach.journal.opening import JournalMode, locks_of, open_store
from coach.journal.table import EventTable
from coach.ports import ConflictError, JournalError, SealedEvent

if TYPE_CHECKING:
    from coach.domain.event import Event, Recorded

    History = tuple[str, str, Sequence[tuple[Event, datetime]], Summary | None]
    _Ready = tuple[str, str, Sequence[SealedEvent], Summary | None]


class SqliteJournal:
    """`coach.ports.Journal` over one SQLite file. Thread-safe; calls are serialized. Never call it on the UI thread."""

    def __init__(self, path: Path, mode: JournalMode = "delete") -> None:
        """Opens or creates the store. Raises JournalError as `opening.open_store` does."""
        self.path = path
        self._lock = RLock()
        self._locks = FileLocks(locks_of(path))
        self._mark = HeadMark(path)
        self._db = open_store(path, mode)
        with as_journal_errors(path):
            self.hand = hand_of_store(path)
        self._events = EventTable(self._db)
        self._newest: tuple[int, bytes] | None = None

    def append(
        self,
        owner: str,
        stream: str,
        after: int,
        events: "Sequence[Event]",
        at: datetime,
        summary: Summary | None = None,
    ) -> "list[Recorded]":
        """One durable commit; deletes the stream's draft if the events contain the rep's words."""
        from coach.domain.event import Recorded

        when = codec.to_micros(at)
        with self._writing():
            number = self._events.number(owner, stream)
            version, chain = self._events.last(number) if number is not None else (0, codec.GENESIS)
            if version != after:
                raise ConflictError("conflict", stream=stream, expected=after, found=version)
            if number is None:
                number = self._events.add_stream(owner, stream)
            rows = list(codec.seal(owner, stream, after, chain, ((event, when) for event in events)))
            self._insert([(number, rows)])
            if summary is not None:
                projection.upsert(self._db, summary)
            projection.refresh_outcome(self._db, self, owner, stream, rows)
            if any(row.kind in codec.REP_WORDS for row in rows):
                self._db.execute("delete from drafts where stream = ?", (stream,))
        time = codec.from_micros(when)
        return [Recorded(stream, row.version, time, event) for row, event in zip(rows, events, strict=True)]

    def read(self, stream: str, after: int = 0, owner: str | None = None) -> "list[Recorded]":
        """The events, verified; raises JournalError `damaged` if one does not match its hash."""
        with self._reading():
            owner = owner if owner is not None else self.owner_of(stream)
            number = self._events.number(owner, stream) if owner is not None else None
            if owner is None or number is None:
                return []
            rows = self._events.rows(number, after)
            previous = self._events.chain_at(number, after)
        broken = codec.first_broken(owner, stream, rows, previous, after)
        if broken is not None:
            raise JournalError("damaged", path=str(self.path), stream=stream, version=broken)
        return codec.decode_rows(stream, rows)

    def streams(self, prefix: str = "", kind: str | None = None) -> Iterator[str]:
        """Names that begin with `prefix`, each once, oldest first."""
        with self._reading():
            names = [name for _, _, name in self._events.streams(prefix, kind)]
        return iter(dict.fromkeys(names))

    def owner_of(self, stream: str) -> str | None:
        """The first who wrote under that name."""
        with self._reading():
            return next(iter(self._events.owners(stream)), None)

    def owners(self, stream: str) -> list[str]:
        """Everybody who wrote under that name."""
        with self._reading():
            return self._events.owners(stream)

    def said_about(self, debrief: str) -> "list[tuple[str, list[Recorded]]]":
        """Authors with their streams about a debrief."""
        with self._reading():
            places = self._events.reviews(debrief)
        return [(author, self.read(name, 0, author)) for _, author, name in places]

    def find(self, text: str) -> list[str]:
        """Debriefs by the beginning or the end of their id, oldest first."""
        names = filter(is_debrief, self.streams())
        return [name for name in names if name.startswith(text) or name.endswith(text)]

    def summaries(self, query: Query = EVERYTHING, limit: int = 50, offset: int = 0) -> list[Summary]:
        """Projection rows."""
        with self._reading():
            return projection.select(self._db, query, limit, offset)

    def count(self, query: Query = EVERYTHING) -> int:
        """How many there are of them."""
        with self._reading():
            return projection.count(self._db, query)

    def reps(self) -> list[str]:
        """Everybody with a projection row."""
        with self._reading():
            return projection.owners(self._db)

    def products(self) -> list[str]:
        """Every product in a projection row."""
        with self._reading():
            return projection.products(self._db)

    def save_draft(self, stream: str, text: str) -> None:
        """One commit where the draft changed, none otherwise."""
        if text == self.draft(stream):
            return
        with self._writing():
            self._put("drafts", "stream", stream, text or None)

    def draft(self, stream: str) -> str:
        """The draft of a stream."""
        return self._got("select text from drafts where stream = ?", stream) or ""

    def get_note(self, key: str) -> str | None:
        """A note by its key."""
        return self._got("select text from notes where key = ?", key)

    def set_note(self, key: str, text: str | None) -> None:
        """One commit where the note changed, none otherwise."""
        if text == self.get_note(key):
            return
        with self._writing():
            self._put("notes", "key", key, text)

    def sealed(self, owner: str, stream: str, after: int = 0) -> list[SealedEvent]:
        """A stream's rows with their hashes, as they lie in the file."""
        with self._reading():
            number = self._events.number(owner, stream)
            return [] if number is None else self._events.rows(number, after)

    def import_events(self, owner: str, stream: str, rows: Sequence[SealedEvent]) -> int:
        """One commit for what is new, with the projection row."""
        with self._writing():
            have = self.sealed(owner, stream)
            added = codec.missing_rows(owner, stream, have, rows)
            if added:
                number = self._events.number(owner, stream)
                number = self._events.add_stream(owner, stream) if number is None else number
                self._insert([(number, added)])
                if is_debrief(stream):
                    projection.refresh(self._db, self, owner, stream)
                else:
                    projection.refresh_outcome(self._db, self, owner, stream, added)
        return len(added)

    def copy_stream(self, owner: str, stream: str, copy: str, first: "Event") -> None:
        """The same rows under another name."""
        self.import_events(owner, copy, list(codec.reseal(owner, copy, first, self.sealed(owner, stream))))

    def erase(self, owner: str, stream: str, versions: Sequence[int], at: datetime, reason: str = "") -> int:
        """One commit: bodies out of the events, the projection and the draft. Backups made before still have them."""
        with self._writing():
            number = self._events.number(owner, stream)
            rows = [] if number is None else self._events.rows(number)
            going = [row for row in rows if row.version in versions and row.body is not None]
            if number is not None and going:
                for row in going:
                    self._events.erase(number, row, codec.to_micros(at), reason)
                if is_debrief(stream):
                    projection.refresh(self._db, self, owner, stream)
                self._put("drafts", "stream", stream, None)
        return len(going)

    def rebuild(self) -> int:
        """All rows from the events, in one commit."""
        with self._writing():
            places = [(owner, name) for _, owner, name in self._events.streams()]
            return projection.rebuild(self._db, self, places)

    def bulk_load(self, histories: "Iterable[History]", batch: int = 500) -> int:
        """New streams (owner, name, events with their times, projection row), `batch` of them a commit; returns the
        events written.

        Raises ConflictError where a stream is there already; the batches before it stay.
        """
        written = 0
        waiting: list[_Ready] = []
        for owner, stream, events, summary in histories:
            timed = ((event, codec.to_micros(at)) for event, at in events)
            waiting.append((owner, stream, list(codec.seal(owner, stream, 0, codec.GENESIS, timed)), summary))
            if len(waiting) == batch:
                written += self._load(waiting)
                waiting = []
        return written + self._load(waiting)

    def hold(self, stream: str) -> bool:
        """A lock on a file beside the store."""
        with self._reading():
            return self._locks.acquire(stream)

    def release(self, stream: str) -> None:
        """Gives the stream back."""
        with self._reading():
            self._locks.release(stream)

    def close(self) -> None:
        """Ends the connection and gives all streams back."""
        with self._lock:
            self._locks.release_all()
            self._db.close()

    def _load(self, ready: "Sequence[_Ready]") -> int:
        with self._writing():
            self._insert((self._new_stream(owner, stream), rows) for owner, stream, rows, _ in ready)
            projection.insert_all(self._db, [summary for *_, summary in ready if summary is not None])
        return sum(len(rows) for _, _, rows, _ in ready)

    def _new_stream(self, owner: str, stream: str) -> int:
        if self._events.number(owner, stream) is not None:
            raise ConflictError("conflict", stream=stream, expected=0, found=1)
        return self._events.add_stream(owner, stream)

    def _insert(self, streams: Iterable[tuple[int, Iterable[SealedEvent]]]) -> None:
        self._newest = self._events.insert(streams)

    def _put(self, table: str, key: str, name: str, text: str | None) -> None:
        if text is None:
            self._db.execute(f"delete from {table} where {key} = ?", (name,))  # noqa: S608 - names of our own
        else:
            row = (name, text, codec.checksum(name, text))
            self._db.execute(f"insert or replace into {table} ({key}, text, crc) values (?, ?, ?)", row)  # noqa: S608

    def _got(self, question: str, key: str) -> str | None:
        with self._reading():
            row = self._db.execute(question, (key,)).fetchone()
        return row[0] if row else None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, as_journal_errors(self.path):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, as_journal_errors(self.path):
            self._newest = None
            self._db.execute("begin immediate")
            try:
                yield
                head = self._events.head() if self._newest else None
                self._db.execute("commit")
            except BaseException:
                self._events.forget()
                with suppress(sqlite3.Error):  # report the first error; SQLite rolls back at the next use
                    self._db.execute("rollback")
                raise
            if head and self._newest:
                with suppress(OSError):  # the commit is durable; a lagging mark is harmless, and doctor reports it
                    self._mark.write(Mark(*head, *self._newest))
