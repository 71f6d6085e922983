"""What lies in the store: lists, one record, what is due, and what became of a debrief (R8, R23)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.cleaning import take_in
from coach.domain.summary import Summary
from coach.ports import Clock, Journal, JournalError

if TYPE_CHECKING:
    from coach.domain.debrief import Debrief

UNDECIDED = "state = 'recorded' and ifnull(signed, 0) = 0 and ifnull(outcome, 'open') = 'open'"
"""Debriefs whose customer is still to be won."""

NOT_SUPERSEDED = (
    "not exists (select 1 from debriefs newer where newer.again = debriefs.id and newer.state = 'recorded')"
)
"""Debriefs that were not judged anew since."""


class Due(NamedTuple):
    """What a day asks for: overdue terms (R8), next steps, unfinished debriefs, terms ending within the days ahead."""

    overdue: Sequence[Summary]
    steps: Sequence[Summary]
    unfinished: Sequence[Summary]
    terms: Sequence[Summary]


class Archive:
    """Reads the store; writes only outcomes."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def latest(self, *, limit: int = 50, offset: int = 0, state: str | None = None, customer_class: str | None = None, customer: str | None = None) -> list[Summary]:  # fmt: skip
        """Debriefs, latest first, narrowed by state, class of the verdict, or a part of the customer's name."""
        parts: list[tuple[str, object]] = []
        if state:
            parts.append(("state = ?", state))
        if customer_class:
            parts.append(("verdict_class = ?", customer_class))
        if customer:
            parts.append(("instr(lower(customer), lower(?)) > 0", customer))
        where = " and ".join(part for part, _ in parts)
        return self._journal.summaries(where, [value for _, value in parts], limit=limit, offset=offset)

    def due(self, today: date | None = None, days: int = 7) -> Due:
        """What is due on `today` and within `days` after it."""
        day = (today or self._clock.today()).isoformat()
        ahead = ((today or self._clock.today()) + timedelta(days=days)).isoformat()
        find = self._journal.summaries
        return Due(
            overdue=self.overdue(today),
            steps=find(
                f"{UNDECIDED} and {NOT_SUPERSEDED} and next_date <= ?", [ahead], order="next_date, id", limit=200
            ),
            unfinished=find("state = 'open'", [], limit=50),
            terms=find(
                f"{UNDECIDED} and {NOT_SUPERSEDED} and verdict_class is not null and deadline between ? and ?",
                [day, ahead],
                order="deadline, id",
                limit=200,
            ),
        )

    def overdue(self, today: date | None = None, limit: int = 200) -> list[Summary]:
        """Debriefs whose term has run out unsigned, A's first: they have to be judged again (R8)."""
        day = (today or self._clock.today()).isoformat()
        where = f"{UNDECIDED} and {NOT_SUPERSEDED} and verdict_class is not null and deadline < ?"
        return self._journal.summaries(where, [day], order="verdict_class, deadline, id", limit=limit)

    def debrief(self, name: str) -> "Debrief":
        """The debrief of that id, or of an id it begins or ends. Raises JournalError (`unknown_debrief`, `ambiguous`)."""
        from coach.domain.history import fold

        stream = self._stream(name)
        return fold(stream, self._journal.read(stream))

    def record_outcome(self, name: str, outcome: str, on: date, reason: str = "") -> "Debrief":
        """Writes down what became of it.

        Raises ValueError with `what`, `early` or `unrecorded` where it cannot be so; JournalError for an unknown id.
        """
        from coach.domain import events as e
        from coach.domain.history import fold
        from coach.domain.summarise import summarise

        if outcome not in ("signed", "lost", "open"):
            raise ValueError("what")
        debrief = self.debrief(name)
        if not debrief.recorded:
            raise ValueError("unrecorded")
        if on < debrief.day:
            raise ValueError("early")
        event = e.OutcomeRecorded(outcome=outcome, on=on, reason=take_in(reason)[0])  # type: ignore[arg-type]
        now = self._clock.now()
        ahead = e.Recorded(debrief.id, debrief.version + 1, now, event)
        after = fold(debrief.id, [*self._journal.read(debrief.id), ahead])
        self._journal.append(debrief.rep, debrief.id, debrief.version, [event], now, summarise(after))
        return after

    def _stream(self, name: str) -> str:
        found = [name] if name and self._journal.read(name) else self._journal.find(name)
        if len(found) != 1:
            raise JournalError("ambiguous" if found else "unknown_debrief", id=name)
        return found[0]
