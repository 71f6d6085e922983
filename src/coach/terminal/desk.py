"""What the screens need from the use cases, as a protocol. Every call runs on the one worker thread, never on the screen's."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from coach.domain.summary import Summary

if TYPE_CHECKING:
    from coach.conduct.debriefing import Talk
    from coach.conduct.reading_room import ReadingRoom
    from coach.conduct.rehearsal_room import RehearsalRoom
    from coach.conduct.reviewing import Asked
    from coach.domain.record import Record
    from coach.domain.review import Review


class Agenda(Protocol):
    """What the first screen shows, each list in the order to be shown; a debrief stands in the first list that fits."""

    @property
    def day(self) -> date:
        """The calendar day where the rep is."""
        ...

    @property
    def overdue(self) -> Sequence[Summary]:
        """Recorded, term run out, no outcome, not judged again: A first (R8)."""
        ...

    @property
    def meeting(self) -> Sequence[Summary]:
        """Next step today and a sentence kept for it."""
        ...

    @property
    def due(self) -> Sequence[Summary]:
        """Next step in the days behind or just ahead."""
        ...

    @property
    def terms(self) -> Sequence[Summary]:
        """Terms that end in the days ahead, whatever list above has them; not those with a next step by then."""
        ...

    @property
    def unfinished(self) -> Sequence[Summary]:
        """Left before it was recorded."""
        ...

    @property
    def recent(self) -> Sequence[Summary]:
        """The last ones recorded."""
        ...

    @property
    def shared(self) -> bool:
        """Whether debriefs of others lie here too."""
        ...


class Case(Protocol):
    """A debrief to be looked at."""

    @property
    def record(self) -> "Record":
        """All of it, complete or not."""
        ...

    @property
    def summary(self) -> Summary:
        """The row about it."""
        ...

    @property
    def day(self) -> date:
        """The calendar day where the rep is."""
        ...

    @property
    def overdue(self) -> int:
        """Days since its term ran out; 0: it did not, or it no longer matters."""
        ...

    @property
    def options(self) -> tuple[str, ...]:
        """What an expired class may become (R8)."""
        ...

    @property
    def own(self) -> bool:
        """Whether it is the debrief of the one who looks."""
        ...

    @property
    def review(self) -> "Review":
        """What was said about it."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """What makes it worth reading, the weightiest first."""
        ...

    @property
    def others(self) -> Sequence[Summary]:
        """The customer's other debriefs, latest first."""
        ...


class Desk(Protocol):
    """The use cases behind the screens."""

    def agenda(self, everybody: bool = False) -> Agenda:
        """What is to be done today, of one's own debriefs or of everybody's."""
        ...

    def start(self, language: str, seed: int, follow_language: bool, again: str | None = None) -> "Talk":
        """Opens a debrief; `seed` picks the coach's wordings, so that the first question is the one already painted."""
        ...

    def resume(self, name: str) -> "Talk":
        """Goes on with a debrief. Raises RefusedError: unknown_debrief, ambiguous, not_own, held."""
        ...

    def rehearsals(self) -> "RehearsalRoom":
        """The rep's own rehearsals; private."""
        ...

    def reading(self) -> "ReadingRoom":
        """Inbox, remarks, search and ledger. Raises JournalError."""
        ...

    def asked(self) -> "Sequence[Asked]":
        """What a reader asked of the rep and he has not answered yet."""
        ...

    def count(self) -> int:
        """How many debriefs there are."""
        ...

    def page(self, offset: int, limit: int) -> Sequence[Summary]:
        """Debriefs, latest first."""
        ...

    def case(self, name: str) -> Case:
        """One debrief, complete or not. Raises RefusedError: unknown_debrief."""
        ...

    def outcome(self, name: str, outcome: str, on: date, reason: str = "") -> Case:
        """Records what became of it: signed, lost or open (R23). Raises RefusedError: unrecorded, early (a day before the visit)."""
        ...

    def close(self) -> None:
        """Ends it; safe to call twice."""
        ...
