"""What the use cases need from outside, as protocols: `wiring` supplies real implementations, tests fakes.

Here: clock, listener, journal and the errors they raise. `ports.queries` has what is derived from the journal.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from coach.domain.event import Event, Recorded
    from coach.domain.hearing import Act, Hearing, Stage
    from coach.domain.summary import Query, Summary


ERASED = "erased"
"""The kind that erased events are read with."""


class Clock(Protocol):
    """The current time, injected so that runs are reproducible."""

    def now(self) -> datetime:
        """The current time, timezone-aware."""
        ...

    def today(self) -> date:
        """The current date in the rep's timezone."""
        ...


class Listener(Protocol):
    """Extracts facts with verbatim quotes from free text.

    It makes no decision and follows no instruction found in the text.
    """

    def hear(self, text: str, stage: "Stage", today: date, language: str | None = None) -> "Hearing":
        """What `text` says as an answer at `stage`; relative dates resolve against `today`. Never raises."""
        ...

    def acts(self, customer: str, rep: str, language: str | None = None) -> "tuple[Act, ...]":
        """The dialogue acts of the rep's line in reply to the customer's; `("other",)` if there are none."""
        ...


class CoachError(Exception):
    """An expected failure. `code` selects the sentence in the phrase catalogues, `details` fill its slots."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details


class RefusedError(CoachError):
    """A use case rejects the request: unknown debrief, somebody else's debrief, missing text. Nothing was written."""


class JournalError(CoachError):
    """The journal failed."""


class ConflictError(JournalError):
    """Optimistic concurrency failed: another writer appended to the stream. Read it again."""


class SealedEvent(NamedTuple):
    """An event as stored and exchanged: the body as JSON (None once erased), its hash, and the hash chain up to and
    including it.

    `at` is in microseconds since 1970, UTC.
    """

    version: int
    kind: str
    at: int
    body: str | None
    body_hash: bytes
    chain: bytes


class EventStore(Protocol):
    """Append-only streams of events, each with an owner (a rep)."""

    @property
    def hand(self) -> str:
        """This store's replica id; a copy of a store has another one. It is part of the names of review streams."""
        ...

    def append(
        self,
        owner: str,
        stream: str,
        after: int,
        events: "Sequence[Event]",
        at: datetime,
        summary: "Summary | None" = None,
    ) -> "list[Recorded]":
        """Appends the events as versions after+1, … and upserts the projection row if given, in one durable commit.

        Raises ConflictError if the stream is not at version `after`, JournalError if the disk refuses; nothing is
        written then.
        """
        ...

    def read(self, stream: str, after: int = 0, owner: str | None = None) -> "list[Recorded]":
        """The events of a stream after version `after`, in order; empty for an unknown stream.

        Several owners may have streams of one name; without `owner` the oldest is read. An erased event has the kind
        `erased`. Raises JournalError if an event does not match its hash.
        """
        ...

    def streams(self, prefix: str = "", kind: str | None = None) -> Iterator[str]:
        """The distinct names of the streams that start with `prefix` and, if given, have an event of `kind`; oldest first."""
        ...

    def owner_of(self, stream: str) -> str | None:
        """The owner of the oldest stream of that name; None if there is none."""
        ...

    def owners(self, stream: str) -> list[str]:
        """The owners of all streams of that name, oldest first."""
        ...

    def said_about(self, debrief: str) -> "list[tuple[str, list[Recorded]]]":
        """The review streams of a debrief as (author, events), of all authors and all stores."""
        ...

    def find(self, text: str) -> list[str]:
        """The debriefs whose id starts or ends with `text`."""
        ...

    def erase(self, owner: str, stream: str, versions: Sequence[int], at: datetime, reason: str = "") -> int:
        """Deletes the bodies of these events for good, at the request of the person they are about; returns how many.

        The hash chain still verifies, because it covers the hashes of the bodies.
        """
        ...


class ReadModel(Protocol):
    """One row per debrief, computed from the events (`domain.summary`)."""

    def summaries(self, query: "Query" = ..., limit: int = 50, offset: int = 0) -> "list[Summary]":
        """The projection rows that match `query` (all by default); a negative `limit` means no limit."""
        ...

    def count(self, query: "Query" = ...) -> int:
        """The number of projection rows that match `query`."""
        ...

    def reps(self) -> list[str]:
        """The names of all reps with a debrief in this store, sorted."""
        ...

    def products(self) -> list[str]:
        """The names of all products given in debriefs of this store, sorted."""
        ...

    def rebuild(self) -> int:
        """Recomputes all projection rows from the events; returns how many there are."""
        ...


class Drafts(Protocol):
    """Half-typed text, one per stream."""

    def save_draft(self, stream: str, text: str) -> None:
        """Stores half-typed text for a stream; an empty text deletes it."""
        ...

    def draft(self, stream: str) -> str:
        """The half-typed text of a stream, or an empty string."""
        ...


class Notes(Protocol):
    """A key-value store for what the program itself remembers."""

    def get_note(self, key: str) -> str | None:
        """The value of a key-value note (a saved filter, a marker), or None."""
        ...

    def set_note(self, key: str, text: str | None) -> None:
        """Stores a note, or deletes it if `text` is None."""
        ...


class Replication(Protocol):
    """Exchange of streams with other stores."""

    def sealed(self, owner: str, stream: str, after: int = 0) -> list[SealedEvent]:
        """A stream's events with their hashes, for another store to import."""
        ...

    def import_events(self, owner: str, stream: str, rows: Sequence[SealedEvent]) -> int:
        """Merges a stream of another store, given from version 1 on; returns the number of new events. Idempotent.

        Raises JournalError: `broken_chain`, `forged`, `unknown_event`, `unreadable_event`; nothing is written then.
        """
        ...

    def copy_stream(self, owner: str, stream: str, copy: str, first: "Event") -> None:
        """Copies a stream under the name `copy`, with `first` in place of its first event; what was erased stays erased.

        Raises JournalError.
        """
        ...


class StreamLocks(Protocol):
    """Locks between processes that work on the same store."""

    def hold(self, stream: str) -> bool:
        """Locks the stream for this process; False if another live process holds it.

        The lock ends with `release`, with `close`, or with the process.
        """
        ...

    def release(self, stream: str) -> None:
        """Unlocks the stream."""
        ...


class Journal(EventStore, ReadModel, Drafts, Notes, Replication, StreamLocks, Protocol):
    """Everything a store offers."""

    def close(self) -> None:
        """Closes the connection. Idempotent."""
        ...
