"""What the use cases need from the outside world, as protocols: tests give fakes, `wiring` the real ones."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from coach.domain.debrief_events import Event, Recorded
    from coach.domain.hearing import Act, Hearing, Stage
    from coach.domain.summary import Query, Summary


class Clock(Protocol):
    """The time, as an argument."""

    def now(self) -> datetime:
        """This moment, with its zone."""
        ...

    def today(self) -> date:
        """The calendar day where the rep is."""
        ...


class Listener(Protocol):
    """Words to facts with quotes, nothing more: it never decides, never asks, never obeys what the text says."""

    def hear(self, text: str, stage: "Stage", today: date, language: str | None = None) -> "Hearing":
        """What the text, read as the answer to the stage's question, tells. Never raises, whatever the text."""
        ...

    def acts(self, customer: str, rep: str, language: str | None = None) -> "tuple[Act, ...]":
        """What the rep's line does in answer to the customer's; `("other",)` alone where it does nothing."""
        ...


class CoachError(Exception):
    """What was asked for cannot be done. `code` names the sentence for it in the catalogues, `details` its slots."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details


class RefusedError(CoachError):
    """A use case will not do it: there is no such debrief, or it is not one's own, or the words are missing. Nothing is wrong, and nothing was written."""


class JournalError(CoachError):
    """The journal cannot do it."""


class ConflictError(JournalError):
    """Somebody else wrote to the stream meanwhile: read it again."""


class SealedEvent(NamedTuple):
    """An event as it is kept and handed over: its body as JSON (None once erased), the body's hash and the chain up to it. `at` in microseconds since 1970, UTC."""

    version: int
    kind: str
    at: int
    body: str | None
    body_hash: bytes
    chain: bytes


class Journal(Protocol):
    """Append-only streams of events, each belonging to an owner (a rep); drafts and projections beside them."""

    @property
    def hand(self) -> str:
        """What tells this store from every other one, a copy of it included, in the names of the streams that are written here and elsewhere."""
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
        """Writes the events durably in one commit as versions after+1, …, with the projection row if given.

        Raises ConflictError where the stream's version is not `after`; JournalError where the disk refuses (nothing is written then).
        """
        ...

    def read(self, stream: str, after: int = 0, owner: str | None = None) -> "list[Recorded]":
        """The events of a stream with a version above `after`, in order; empty for an unknown stream.

        Without `owner`, of the first who wrote under that name. An event whose body was erased has the kind `erased`.
        Raises JournalError where what was read does not fit its hashes.
        """
        ...

    def streams(self, prefix: str = "") -> Iterator[str]:
        """The names of all streams that begin with `prefix`, oldest first."""
        ...

    def owner_of(self, stream: str) -> str | None:
        """Whose stream it is: of the first who wrote under that name."""
        ...

    def owners(self, stream: str) -> list[str]:
        """Everybody who wrote under that name, the first one first."""
        ...

    def said_about(self, debrief: str) -> "list[tuple[str, list[Recorded]]]":
        """What was said about a debrief: authors with their streams, whoever wrote them and in whatever hand."""
        ...

    def find(self, text: str) -> list[str]:
        """Streams of debriefs whose id starts or ends with `text`."""
        ...

    def summaries(self, query: "Query" = ..., limit: int = 50, offset: int = 0) -> "list[Summary]":
        """The projection rows wanted, of all of them unless a query is given; a negative limit means no limit."""
        ...

    def count(self, query: "Query" = ...) -> int:
        """How many rows are wanted."""
        ...

    def reps(self) -> list[str]:
        """Everybody with a debrief here, by name."""
        ...

    def save_draft(self, stream: str, text: str) -> None:
        """Keeps half-typed text; an empty text forgets it."""
        ...

    def draft(self, stream: str) -> str:
        """The half-typed text of a stream, or an empty string."""
        ...

    def get_note(self, key: str) -> str | None:
        """A small thing the program keeps for itself (a saved filter, a mark), or None."""
        ...

    def set_note(self, key: str, text: str | None) -> None:
        """Keeps or, with None, forgets a small thing."""
        ...

    def sealed(self, owner: str, stream: str, after: int = 0) -> list[SealedEvent]:
        """A stream's events with their hashes, for handing over to another store."""
        ...

    def import_events(self, owner: str, stream: str, rows: Sequence[SealedEvent]) -> int:
        """Takes over a stream of another store from its version 1 on and returns how many events were new; safe to repeat.

        Raises JournalError: `broken_chain`, `forged`, `unknown_event`, `unreadable_event`; nothing is written then.
        """
        ...

    def erase(self, owner: str, stream: str, versions: Sequence[int], at: datetime, reason: str = "") -> int:
        """Removes the bodies of events for good, on request of the person they speak of; the chain still verifies. Returns how many went."""
        ...

    def rebuild(self) -> int:
        """Computes all projection rows anew from the events; returns how many."""
        ...

    def hold(self, stream: str) -> bool:
        """Takes the stream for this window; False where another living window has it. Freed by `release`, `close` or death."""
        ...

    def release(self, stream: str) -> None:
        """Gives the stream back."""
        ...

    def close(self) -> None:
        """Ends the connection; safe to call twice."""
        ...
