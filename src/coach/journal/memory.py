"""The journal in memory, for tests and for sessions that leave nothing behind; same contract and hashes as on disk."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.domain.ids import debrief_of, is_debrief
from coach.domain.summary import EVERYTHING, Query, Summary
from coach.journal import codec, projection
from coach.journal.faults import as_journal_errors
from coach.journal.schema import PROJECTION
from coach.ports import ConflictError, SealedEvent

if TYPE_CHECKING:
    from coach.domain.event import Event, Recorded


class _SharedStore:
    """The data shared by several MemoryJournals that stand for windows on one store."""

    def __init__(self) -> None:
        self.hand = os.urandom(5).hex()
        self.rows: dict[tuple[str, str], list[SealedEvent]] = {}
        self.drafts: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.held: dict[str, object] = {}
        self.projection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        for statement in PROJECTION:
            self.projection.execute(statement)


class MemoryJournal:
    """`coach.ports.Journal` in memory. With `other_window` it shares that journal's data."""

    def __init__(self, other_window: "MemoryJournal | None" = None) -> None:
        self._shared: _SharedStore = other_window._shared if other_window else _SharedStore()
        self.hand = self._shared.hand

    def append(
        self,
        owner: str,
        stream: str,
        after: int,
        events: "Sequence[Event]",
        at: datetime,
        summary: Summary | None = None,
    ) -> "list[Recorded]":
        """Adds to the stream's rows."""
        from coach.domain.event import Recorded

        when = codec.to_micros(at)
        have = self._shared.rows.get((owner, stream), [])
        if len(have) != after:
            raise ConflictError("conflict", stream=stream, expected=after, found=len(have))
        chain = have[-1].chain if have else codec.GENESIS
        rows = list(codec.seal(owner, stream, after, chain, ((event, when) for event in events)))
        self._shared.rows[owner, stream] = [*have, *rows]
        if summary is not None:
            projection.upsert(self._shared.projection, summary)
        projection.refresh_outcome(self._shared.projection, self, owner, stream, rows)
        if any(row.kind in codec.REP_WORDS for row in rows):
            self._shared.drafts.pop(stream, None)
        time = codec.from_micros(when)
        return [Recorded(stream, row.version, time, event) for row, event in zip(rows, events, strict=True)]

    def read(self, stream: str, after: int = 0, owner: str | None = None) -> "list[Recorded]":
        """The events, decoded as from a file."""
        owner = owner if owner is not None else self.owner_of(stream)
        rows = [] if owner is None else self.sealed(owner, stream, after)
        return codec.decode_rows(stream, rows)

    def streams(self, prefix: str = "", kind: str | None = None) -> Iterator[str]:
        """Names in the order they came."""
        found = ((name, rows) for (_, name), rows in self._shared.rows.items() if name.startswith(prefix))
        return iter(
            dict.fromkeys(name for name, rows in found if kind is None or any(row.kind == kind for row in rows))
        )

    def owner_of(self, stream: str) -> str | None:
        """The first who wrote under that name."""
        return next(iter(self.owners(stream)), None)

    def owners(self, stream: str) -> list[str]:
        """Everybody who wrote under that name."""
        return [owner for owner, name in self._shared.rows if name == stream]

    def said_about(self, debrief: str) -> "list[tuple[str, list[Recorded]]]":
        """Authors with their streams about a debrief."""
        return [
            (author, self.read(name, 0, author))
            for author, name in self._shared.rows
            if not is_debrief(name) and debrief_of(name) == debrief
        ]

    def find(self, text: str) -> list[str]:
        """Debriefs by the beginning or the end of their id."""
        names = filter(is_debrief, self.streams())
        return [name for name in names if name.startswith(text) or name.endswith(text)]

    def summaries(self, query: Query = EVERYTHING, limit: int = 50, offset: int = 0) -> list[Summary]:
        """Projection rows."""
        with as_journal_errors(Path(":memory:")):
            return projection.select(self._shared.projection, query, limit, offset)

    def count(self, query: Query = EVERYTHING) -> int:
        """How many there are of them."""
        with as_journal_errors(Path(":memory:")):
            return projection.count(self._shared.projection, query)

    def reps(self) -> list[str]:
        """Everybody with a projection row."""
        return projection.owners(self._shared.projection)

    def products(self) -> list[str]:
        """Every product in a projection row."""
        return projection.products(self._shared.projection)

    def save_draft(self, stream: str, text: str) -> None:
        """Keeps the draft as long as the process lives."""
        if text:
            self._shared.drafts[stream] = text
        else:
            self._shared.drafts.pop(stream, None)

    def draft(self, stream: str) -> str:
        """The draft of a stream."""
        return self._shared.drafts.get(stream, "")

    def get_note(self, key: str) -> str | None:
        """A note by its key."""
        return self._shared.notes.get(key)

    def set_note(self, key: str, text: str | None) -> None:
        """Keeps or forgets a note."""
        if text is None:
            self._shared.notes.pop(key, None)
        else:
            self._shared.notes[key] = text

    def sealed(self, owner: str, stream: str, after: int = 0) -> list[SealedEvent]:
        """A stream's rows with their hashes."""
        return self._shared.rows.get((owner, stream), [])[after:]

    def import_events(self, owner: str, stream: str, rows: Sequence[SealedEvent]) -> int:
        """The union of what is here and what comes."""
        have = self.sealed(owner, stream)
        added = codec.missing_rows(owner, stream, have, rows)
        if added:
            self._shared.rows[owner, stream] = [*have, *added]
            if is_debrief(stream):
                projection.refresh(self._shared.projection, self, owner, stream)
            else:
                projection.refresh_outcome(self._shared.projection, self, owner, stream, added)
        return len(added)

    def copy_stream(self, owner: str, stream: str, copy: str, first: "Event") -> None:
        """The same rows under another name."""
        self.import_events(owner, copy, list(codec.reseal(owner, copy, first, self.sealed(owner, stream))))

    def erase(
        self,
        owner: str,
        stream: str,
        versions: Sequence[int],
        at: datetime,
        reason: str = "",
    ) -> int:
        """Bodies out of the rows, the projection and the draft."""
        have = self.sealed(owner, stream)
        going = [row.version for row in have if row.version in versions and row.body is not None]
        if going:
            self._shared.rows[owner, stream] = [
                row._replace(body=None) if row.version in going else row for row in have
            ]
            if is_debrief(stream):
                projection.refresh(self._shared.projection, self, owner, stream)
            self._shared.drafts.pop(stream, None)
        return len(going)

    def rebuild(self) -> int:
        """All rows from the events."""
        return projection.rebuild(self._shared.projection, self, self._shared.rows)

    def hold(self, stream: str) -> bool:
        """True unless another window on the same memory has it."""
        return self._shared.held.setdefault(stream, self) is self

    def release(self, stream: str) -> None:
        """Gives the stream back."""
        if self._shared.held.get(stream) is self:
            del self._shared.held[stream]

    def close(self) -> None:
        """Gives all streams back; the memory stays with the other windows."""
        for stream in [name for name, holder in self._shared.held.items() if holder is self]:
            self.release(stream)
