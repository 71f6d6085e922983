"""The SQL of the events table: streams and kinds as integers, one integer key per event, inserts only."""

import sqlite3
from collections.abc import Iterable, Iterator

from coach.domain.ids import review_stream
from coach.journal import codec
from coach.ports import JournalError, SealedEvent

VERSIONS_PER_STREAM = 1 << 16
"""An event's key is stream number * VERSIONS_PER_STREAM + version, so a stream has fewer versions than this."""

_REVIEWS = "select no, owner, name from streams where name = ?1 or name between ?1 || ':' and ?1 || ';' order by no"
"""All streams `review:<id>` and `review:<id>:…`; the semicolon is the character after the colon."""

_NAMED = "select no, owner, name from streams where instr(name, :prefix) = 1"
_OF_KIND = (
    " and exists (select 1 from events where key > no * :room and key < (no + 1) * :room"
    " and kind = (select kinds.no from kinds where kinds.name = :kind))"
)


class EventTable:
    """The events over one connection. Callers begin the transaction before methods that write."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.forget()

    def forget(self) -> None:
        """Clears the caches; needed after a rollback."""
        self._kinds: dict[str, int] = {}
        self._kind_names: dict[int, str] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, owner: str, stream: str) -> int | None:
        """The number of an owner's stream, or None if it does not exist."""
        number = self._numbers.get((owner, stream))
        if number is None:
            row = self._db.execute("select no from streams where name = ? and owner = ?", (stream, owner)).fetchone()
            if row is not None:
                number = self._numbers[owner, stream] = row[0]
        return number

    def owners(self, stream: str) -> list[str]:
        """The owners of all streams of that name, oldest first."""
        rows = self._db.execute("select owner from streams where name = ? order by no", (stream,))
        return [row[0] for row in rows if isinstance(row[0], str)]

    def reviews(self, debrief: str) -> list[tuple[int, str, str]]:
        """(number, owner, name) of every review stream of a debrief, oldest first."""
        rows = self._db.execute(_REVIEWS, (review_stream(debrief),)).fetchall()
        return [row for row in rows if isinstance(row[1], str)]

    def streams(self, prefix: str = "", kind: str | None = None) -> Iterator[tuple[int, str, str]]:
        """(number, owner, name) of every stream whose name starts with `prefix` and that has an event of `kind`, oldest
        first, without those whose names are damaged; their events count as stray.
        """
        question = f"{_NAMED}{_OF_KIND if kind else ''} order by no"
        rows = self._db.execute(question, {"prefix": prefix, "kind": kind, "room": VERSIONS_PER_STREAM}).fetchall()
        return (row for row in rows if isinstance(row[1], str) and isinstance(row[2], str))

    def add_stream(self, owner: str, stream: str) -> int:
        """Creates a stream and returns its number."""
        number = self._db.execute("insert into streams (owner, name) values (?, ?)", (owner, stream)).lastrowid
        assert number is not None
        self._numbers[owner, stream] = number
        return number

    def last(self, number: int) -> tuple[int, bytes]:
        """(version, chain) of a stream's last event; (0, GENESIS) for an empty one."""
        row = self._db.execute(
            "select key, chain from events where key > ? and key < ? order by key desc limit 1",
            (number * VERSIONS_PER_STREAM, (number + 1) * VERSIONS_PER_STREAM),
        ).fetchone()
        return (row[0] % VERSIONS_PER_STREAM, _hash(row[1])) if row else (0, codec.GENESIS)

    def chain_at(self, number: int, version: int) -> bytes:
        """The chain up to a version; GENESIS for 0 or an unknown version."""
        if not version:
            return codec.GENESIS
        row = self._db.execute(
            "select chain from events where key = ?", (number * VERSIONS_PER_STREAM + version,)
        ).fetchone()
        return _hash(row[0]) if row else codec.GENESIS

    def rows(self, number: int, after: int = 0) -> list[SealedEvent]:
        """The events of a stream after version `after`, in order, unverified."""
        rows = self._db.execute(
            "select key, kind, at, body, chain from events where key > ? and key < ? order by key",
            (number * VERSIONS_PER_STREAM + after, (number + 1) * VERSIONS_PER_STREAM),
        ).fetchall()
        return [self._row(key, kind, at, body, chain) for key, kind, at, body, chain in rows]

    def insert(self, streams: Iterable[tuple[int, Iterable[SealedEvent]]]) -> tuple[int, bytes] | None:
        """Inserts events by stream number and updates the store's head; returns (key, chain) of the last one."""
        rows = []
        for number, events in streams:
            for version, kind, at, body, body_hash, chain in events:
                if version >= VERSIONS_PER_STREAM:
                    raise JournalError("stream_full", most=VERSIONS_PER_STREAM - 1)
                key = number * VERSIONS_PER_STREAM + version
                rows.append((key, self._kinds.get(kind) or self._kind(kind), at, body, chain))
                if body is None:
                    self.note_erased(key, body_hash, at, "")
        self._db.executemany("insert into events values (?, ?, ?, ?, ?)", rows)
        count, head = self.head()
        head = codec.add_heads(head, (row[4] for row in rows))
        self._db.execute("update store set events = ?, head = ?", (count + len(rows), head))
        return (rows[-1][0], rows[-1][4]) if rows else None

    def head(self) -> tuple[int, bytes]:
        """(number of events, sum of their chains)."""
        row = self._db.execute("select events, head from store").fetchone()
        if row is None or not isinstance(row[0], int):
            raise sqlite3.DatabaseError("the counts of the store cannot be read")
        return row[0], _hash(row[1])

    def note_erased(self, key: int, body_hash: bytes, at: int, reason: str) -> None:
        """Stores the hash of an erased body."""
        self._db.execute("insert into erased values (?, ?, ?, ?)", (key, body_hash, at, reason))

    def erase(self, number: int, row: SealedEvent, at: int, reason: str) -> None:
        """Erases the body of one event; a trigger forbids every other update."""
        key = number * VERSIONS_PER_STREAM + row.version
        self.note_erased(key, row.body_hash, at, reason)
        self._db.execute("update events set body = null where key = ?", (key,))

    def _row(self, key: int, kind: int, at: object, body: object, chain: object) -> SealedEvent:
        version, name = key % VERSIONS_PER_STREAM, self._kind_names.get(kind) or self._kind_name(kind)
        if isinstance(body, str) and isinstance(at, int) and isinstance(chain, bytes):
            made = (version, name, at, body, codec.hash_of(body), chain)
            return tuple.__new__(SealedEvent, made)  # bypasses the NamedTuple constructor, at half its cost
        # A flipped bit can change the type of any column; such a row must be returned as one that matches no hash.
        text = body if isinstance(body, str) else None
        body_hash = codec.hash_of(text) if text is not None else self._erased_hash(key) if body is None else b""
        return SealedEvent(version, name, at if isinstance(at, int) else -1, text, body_hash, _hash(chain))

    def _erased_hash(self, key: int) -> bytes:
        row = self._db.execute("select body_hash from erased where key = ?", (key,)).fetchone()
        return _hash(row[0]) if row else b""

    def _kind(self, name: str) -> int:
        row = self._db.execute("select no from kinds where name = ?", (name,)).fetchone()
        number = row[0] if row else self._db.execute("insert into kinds (name) values (?)", (name,)).lastrowid
        assert number is not None
        self._kinds[name] = number
        return number

    def _kind_name(self, number: int) -> str:
        row = self._db.execute("select name from kinds where no = ?", (number,)).fetchone()
        name = self._kind_names[number] = str(row[0]) if row else f"#{number}"
        return name


def _hash(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
