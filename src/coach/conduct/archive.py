"""Queries over the stored debriefs: lists, single records, what is due; and the recording of outcomes (R8, R23)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.conduct.identity import Identity
from coach.conduct.lookup import debrief_stream
from coach.domain.cleaning import clean_input
from coach.domain.ids import REVIEW, debrief_of, review_stream
from coach.domain.summary import ALL, EVERYTHING, Query, Summary
from coach.domain.vocabulary import OUTCOMES
from coach.ports import Clock, Journal, RefusedError

if TYPE_CHECKING:
    from coach.domain.debrief import Debrief
    from coach.domain.facts import CustomerClass
    from coach.domain.review import Request, Review

FEW = 16
"""Up to this many debriefs, remarks are queried one by one; beyond it, those that have any are selected first."""

STILL_OPEN = Query(undecided=True, not_superseded=True)
"""Debriefs whose customer can still be won and that no newer debrief has superseded."""


class Due(NamedTuple):
    """What is due on a day, list by list."""

    overdue: Sequence[Summary] = ()
    """Expired terms (R8): A first, and within a class the most recently expired, since whoever sees the value signs
    soon (R11).
    """
    late: Sequence[Summary] = ()
    """Next steps whose day has passed but whose term has not, latest first."""
    steps: Sequence[Summary] = ()
    """Next steps from the day on, nearest first."""
    unfinished: Sequence[Summary] = ()
    """Unfinished debriefs, latest first."""
    terms: Sequence[Summary] = ()
    """Terms that end within the days ahead, nearest first."""
    left_out: Mapping[str, int] = {}
    """The number of entries omitted, by list; complete lists are absent."""

    def lists(self) -> dict[str, Sequence[Summary]]:
        """The lists by name."""
        return {name: rows for name, rows in self._asdict().items() if name != "left_out"}

    @property
    def empty(self) -> bool:
        """Whether nothing is due."""
        return not any(self.lists().values())

    @property
    def total(self) -> int:
        """The number of entries in all lists, including those omitted."""
        return sum(map(len, self.lists().values())) + sum(self.left_out.values())


class OpenRequest(NamedTuple):
    """A reader's request about a debrief that the rep has not answered yet."""

    debrief: Summary
    request: "Request"


class Archive:
    """Reads the store on behalf of one user; writes only outcomes."""

    def __init__(self, journal: Journal, clock: Clock, who: str) -> None:
        self._journal = journal
        self._clock = clock
        self._self = Identity(journal, who)

    @property
    def shared(self) -> bool:
        """Whether the store also holds other reps' debriefs."""
        return self._self.names() is not None

    def reps(self) -> list[str]:
        """The reps with a debrief in the store, by name."""
        return self._journal.reps()

    def products(self) -> list[str]:
        """The products given in the store's debriefs, by name."""
        return self._journal.products()

    def owns(self, debrief: "Debrief") -> bool:
        """Whether the debrief is the user's own."""
        return self._self.owns(debrief.rep)

    def latest(self, wanted: Query = EVERYTHING, *, limit: int = 50, offset: int = 0) -> list[Summary]:
        """The debriefs wanted, latest first."""
        return self._journal.summaries(wanted, limit, offset)

    def due(
        self,
        today: date | None = None,
        days: int = 7,
        everybody: bool = False,
        owner: str | None = None,
        most: int = ALL,
    ) -> Due:
        """What is due on `today` and within `days` after it: the user's own debriefs, everybody's, or one rep's; the
        first `most` of each list.
        """
        day = today or self._clock.today()
        ahead = day + timedelta(days=days)
        winnable = STILL_OPEN._replace(owners=(owner,) if owner else self._owners(everybody))
        ruled = winnable._replace(classified=True)
        missed = winnable._replace(next_step_between=(None, day - timedelta(days=1)), in_term_on=day)
        wanted = {
            "overdue": ruled._replace(deadline_before=day, order="overdue"),
            "late": missed._replace(order="late_step"),
            "steps": winnable._replace(next_step_between=(day, ahead), order="next_step"),
            "unfinished": Query(
                state="open", not_superseded=True, not_continued_elsewhere=True, owners=winnable.owners
            ),
            "terms": ruled._replace(deadline_between=(day, ahead), order="deadline"),
        }
        found = {name: self._journal.summaries(query, most) for name, query in wanted.items()}
        cut = {name: self._journal.count(wanted[name]) - most for name, rows in found.items() if len(rows) == most}
        return Due(**found, left_out={name: count for name, count in cut.items() if count})

    def recent(self, limit: int, everybody: bool = False) -> list[Summary]:
        """The most recently recorded debriefs: the user's own or everybody's."""
        return self._journal.summaries(Query(state="recorded", owners=self._owners(everybody)), limit)

    def asked(self, everybody: bool = False, owner: str | None = None) -> list[OpenRequest]:
        """Open requests about the user's own debriefs, everybody's, or one rep's."""
        owners = (owner,) if owner else self._owners(everybody)
        questions = []
        for stream in dict.fromkeys(map(debrief_of, self._journal.streams(REVIEW, "review_asked"))):
            for row in self._journal.summaries(Query(id=stream, owners=owners), 1):
                waiting = self.review(row.id).open_requests
                questions += [
                    OpenRequest(row, one) for one in waiting if everybody or owner or one.by != self._self.name
                ]
        return questions

    def overruled(self, rows: Sequence[Summary]) -> "dict[str, CustomerClass]":
        """The class with which a reader overruled the verdict, by debrief; debriefs not overruled are absent."""
        wanted = [row.id for row in rows]
        if len(wanted) > FEW:
            said = set(map(debrief_of, self._journal.streams(REVIEW, "overruled")))
            wanted = [name for name in wanted if name in said]
        found = {name: self.review(name).overruled for name in wanted}
        return {name: over for name, over in found.items() if over}

    def review(self, debrief: str) -> "Review":
        """The review of that debrief."""
        from coach.conduct.reviewing import review_in

        return review_in(self._journal, debrief)

    def debrief(self, name: str) -> "Debrief":
        """The debrief whose id is, begins or ends with `name`, with the outcome that stands. Raises RefusedError
        (`unknown_debrief`, `ambiguous`).
        """
        from coach.domain.history import fold
        from coach.domain.review import with_outcome

        stream = debrief_stream(self._journal, name)
        return with_outcome(fold(stream, self._journal.read(stream)), self.review(stream))

    def record_outcome(self, name: str, outcome: str, on: date, reason: str = "") -> "Debrief":
        """Records the outcome of a debrief.

        For the user's own debrief it is an event of the debrief itself; for another rep's it is an event of the review
        beside it, so that his stream stays as he has it. The review is also used, in the rep's own name, for a debrief
        that began at another store, so that it stays the same debrief at both.

        Raises RefusedError: `what`, `early`, `ahead` or `unrecorded` if there can be no such outcome, `unknown_debrief`
        or `ambiguous`.
        """
        if outcome not in OUTCOMES:
            raise RefusedError("what", given=outcome)
        debrief = self.debrief(name)
        if not debrief.recorded:
            raise RefusedError("unrecorded", id=debrief.id)
        if on < debrief.day:
            raise RefusedError("early", on=on, visit=debrief.day)
        if on > max(self._clock.today(), debrief.day):
            raise RefusedError("ahead", on=on)
        fields: dict[str, Any] = {"outcome": outcome, "on": on, "reason": clean_input(reason)[0]}
        own = self._self.owns(debrief.rep)
        if own and debrief.hand in ("", self._journal.hand):
            self._record(debrief, fields)
        else:
            self._tell(debrief, fields, debrief.rep if own else self._self.name)
        return self.debrief(debrief.id)

    def _record(self, debrief: "Debrief", fields: dict[str, Any]) -> None:
        from coach.domain import debrief_events as e
        from coach.domain.history import fold
        from coach.domain.summarise import summarise

        event, now = e.OutcomeRecorded(**fields), self._clock.now()
        ahead = e.Recorded(debrief.id, debrief.version + 1, now, event)
        after = fold(debrief.id, [*self._journal.read(debrief.id), ahead])
        self._journal.append(debrief.rep, debrief.id, debrief.version, [event], now, summarise(after))

    def _tell(self, debrief: "Debrief", fields: dict[str, Any], who: str) -> None:
        from coach.domain.review_events import OutcomeTold

        stream = review_stream(debrief.id, self._journal.hand)
        version = len(self._journal.read(stream, 0, who))
        self._journal.append(who, stream, version, [OutcomeTold(**fields, by=who)], self._clock.now())

    def _owners(self, everybody: bool) -> tuple[str, ...] | None:
        return None if everybody else self._self.names()
