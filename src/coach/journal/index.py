"""Incremental indexing: finds the events that the index lacks and adds them in batches."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from coach.journal import index_cases, index_said
from coach.journal.hand import hand_of_store
from coach.journal.inbox import Inbox
from coach.journal.index_connections import IndexConnections
from coach.journal.search import Search
from coach.journal.stream_delta import StoredEvent, StreamDelta
from coach.journal.table import VERSIONS_PER_STREAM
from coach.journal.transaction import transaction

BATCH = 400
"""Streams per commit of the index."""

_PROBED = 4000


class Index(IndexConnections):
    """`coach.ports.queries.SearchIndex` of one store.

    Never call it inside a commit of the store.
    """

    def inbox(self, today: date, own: Sequence[str] = ()) -> Inbox:
        """The inbox as of `today` of a reader whose own names these are."""
        return Inbox(self, today.isoformat(), own)

    def search(self) -> Search:
        """Full-text and name search."""
        return Search(self)

    def catch_up(self, hints: Iterable[str] = ()) -> int:
        """Indexes all new events, one commit per batch; returns how many.

        `hints` names streams known to have grown, which saves searching for them. Raises JournalError.
        """
        return sum(self.steps(hints))

    def steps(self, hints: Iterable[str] = ()) -> Iterator[int]:
        """`catch_up` as a generator that yields the number of events after each batch."""
        hinted = tuple(hints)
        while True:
            with self.working():
                taken = self._step(hinted)
            if not taken:
                return
            yield taken

    def behind(self) -> int:
        """The number of events that are not indexed yet."""
        with self.working():
            return self._total() - int(self._state("events") or 0)

    def rebuild(self) -> int:
        """Rebuilds the index; returns the number of events."""
        with self.working():
            self.start_over()
        return self.catch_up()

    def faults(self) -> list[str]:
        """The faults of the index; empty if it is sound. `rebuild` repairs all of them.

        `damaged`: SQLite reports corruption; `behind`: events are missing; `cases_differ`: its debriefs differ from the
        store's.
        """
        with self.working():
            faults = []
            whole = self.db.execute("pragma quick_check(1)").fetchone()[0] == "ok"
            try:
                self.db.execute("insert into said (said) values ('integrity-check')")
            except sqlite3.DatabaseError:
                whole = False
            if not whole:
                faults.append("damaged")
            if self._total() != int(self._state("events") or 0):
                faults.append("behind")
            ours = self.db.execute(
                "select id, owner, verdict_class, outcome, state from cases order by id, owner"
            ).fetchall()
            theirs = self.source.execute(
                "select id, owner, verdict_class, outcome, state from debriefs order by id, owner"
            ).fetchall()
            return [*faults, "cases_differ"] if ours != theirs else faults

    def _step(self, hints: Sequence[str]) -> int:
        total = self._total()
        if total == int(self._state("events") or 0) and not self.erased_since():
            return 0
        if not self._fits():
            self.start_over()
        with transaction(self.db):
            grown = self._grown(hints)
            taken = self._take(grown) if grown else 0
            self._keep("events", int(self._state("events") or 0) + taken if grown else total)
        return taken

    def _take(self, grown: Sequence[StreamDelta]) -> int:
        kinds = dict(self.source.execute("select no, name from kinds"))
        streams = [(delta, self._events_of(delta, kinds)) for delta in grown]
        index_cases.refresh(self.db, self.source, streams, hand_of_store(self.store))
        index_said.add(self.db, streams)
        self.db.executemany(
            "insert or replace into seen values (?, ?)",
            ((delta.no, events[-1].key % VERSIONS_PER_STREAM) for delta, events in streams if events),
        )
        newest = max((events[-1].key for _, events in streams if events), default=None)
        if newest is not None:
            chain = self.source.execute("select chain from events where key = ?", (newest,)).fetchone()[0]
            self._keep("last", newest)
            self._keep("chain", chain)
        return sum(len(events) - delta.after for delta, events in streams)

    def _events_of(self, delta: StreamDelta, kinds: dict[int, str]) -> list[StoredEvent]:
        rows = self.source.execute(
            "select key, kind, at, body from events where key > ? and key < ? order by key",
            (delta.no * VERSIONS_PER_STREAM, (delta.no + 1) * VERSIONS_PER_STREAM),
        ).fetchall()
        # A flipped bit can change the type of any column; doctor reports it, and the rest stays searchable.
        return [
            StoredEvent(key, kinds.get(kind, ""), at if isinstance(at, int) else 0, body)
            for key, kind, at, body in rows
        ]

    def _grown(self, hints: Sequence[str]) -> list[StreamDelta]:
        newest = self.db.execute("select ifnull(max(no), 0) from seen").fetchone()[0]
        fresh = self.source.execute(
            "select no, owner, name from streams where no > ? order by no limit ?", (newest, BATCH)
        ).fetchall()
        if fresh:
            return [StreamDelta(no, owner, name, 0) for no, owner, name in fresh]
        restless = {row[0] for row in self.db.execute("select no from cases where state = 'open'")}
        for name in hints:
            restless |= {row[0] for row in self.source.execute("select no from streams where name = ?", (name,))}
        found = [delta for no in sorted(restless) for delta in self._between(no, no)]
        last = newest
        while not found and last > 0:
            found = self._between(max(1, last - _PROBED), last)
            last -= _PROBED + 1
        return found

    def _between(self, first: int, last: int) -> list[StreamDelta]:
        """The streams with numbers in that range that have new events."""
        seen = dict(self.db.execute("select no, version from seen where no between ? and ?", (first, last)))
        rows = self.source.execute(
            "select no, owner, name, (select max(key) from events where key > s.no * ? and key < (s.no + 1) * ?) % ? from streams s where no between ? and ?",
            (VERSIONS_PER_STREAM, VERSIONS_PER_STREAM, VERSIONS_PER_STREAM, first, last),
        ).fetchall()
        return [
            StreamDelta(no, owner, name, seen.get(no, 0))
            for no, owner, name, version in rows
            if version and version > seen.get(no, 0)
        ]

    def _fits(self) -> bool:
        """Whether the index belongs to this store and contains nothing that was erased since."""
        last = self._state("last")
        if last is None:
            return True
        kept = self.source.execute("select chain from events where key = ?", (last,)).fetchone()
        if kept is None or kept[0] != self._state("chain") or self._total() < int(self._state("events") or 0):
            return False
        for (key,) in self.erased_since():
            seen = self.db.execute("select version from seen where no = ?", (key // VERSIONS_PER_STREAM,)).fetchone()
            if seen and key % VERSIONS_PER_STREAM <= seen[0]:
                return False
        return True

    def _total(self) -> int:
        row = self.source.execute("select events from store").fetchone()
        return int(row[0])

    def _state(self, key: str) -> Any:
        row = self.db.execute("select value from state where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _keep(self, key: str, value: object) -> None:
        self.db.execute("insert or replace into state values (?, ?)", (key, value))
