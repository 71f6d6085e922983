"""The facade that the screens use: the day's agenda, talks, casefiles, the list of all debriefs. Every call runs on the
one worker thread, never on the screen's.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach import patterns
from coach.conduct.archive import STILL_OPEN, Archive
from coach.conduct.debriefing import Debriefing, Talk
from coach.conduct.identity import Identity
from coach.conduct.reviewing import InboxRequest, News, reasons_of, review_in
from coach.conduct.workplace import Workplace
from coach.domain.debrief import Debrief
from coach.domain.record import Record, record_of
from coach.domain.rulebook import expiry_of
from coach.domain.summary import ALL, Query, Summary
from coach.ports import Journal, JournalError, RefusedError

if TYPE_CHECKING:
    from coach.conduct.reading_room import ReadingRoom
    from coach.conduct.rehearsal_room import RehearsalRoom
    from coach.domain.facts import CustomerClass
    from coach.domain.review import Review

DAYS_AHEAD = 7
"""Days ahead for which next steps are shown."""
HANDFUL = 10
"""Entries of each list that are shown at first."""
RECENT = 8
"""Recent debriefs shown."""
OTHERS = 20
"""Other debriefs of the customer that a casefile shows."""


NEWS = 6
"""Unseen remarks shown."""


class Agenda(NamedTuple):
    """What the home screen shows on a `day`, for the user's own debriefs or everybody's; each list in display order.

    A debrief appears in the first of overdue, late, due and recent that it fits, also if that list leaves it out, and in
    meeting besides.
    """

    day: date
    overdue: Sequence[Summary]
    """Recorded, term expired, no outcome, not superseded: A first (R8)."""
    meeting: Sequence[Summary]
    """Next step today, with a sentence saved for it."""
    due: Sequence[Summary]
    """Next step today or in the next days."""
    late: Sequence[Summary]
    """Next step on a day that has passed, in a term that has not."""
    terms: Sequence[Summary]
    """Terms that end in the next days."""
    unfinished: Sequence[Summary]
    """Unfinished."""
    recent: Sequence[Summary]
    """The most recently recorded whose class stands."""
    rep: str
    """The name that the user's debriefs carry."""
    shared: bool
    """Whether the store also holds other reps' debriefs."""
    overruled: "Mapping[str, CustomerClass]"
    """The class with which a reader overruled an expired verdict, by debrief."""
    left_out: Mapping[str, int]
    """The number of entries omitted, by list."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any((self.overdue, self.meeting, self.due, self.late, self.terms, self.unfinished, self.recent))


class Casefile(NamedTuple):
    """A debrief to be viewed on a `day`, complete or not, with its summary and its review."""

    record: Record
    summary: Summary
    day: date
    overdue: int
    """Days since its term expired; 0 if it has not, or if that no longer matters."""
    options: tuple[str, ...]
    """What an expired class may become (R8)."""
    own: bool
    """Whether the viewer is its rep."""
    review: "Review"
    unread: bool
    """Whether it is another's and nobody has read it yet."""
    news: bool
    """Whether it is the viewer's own and was remarked on since he last viewed it."""
    reasons: tuple[str, ...]
    """The reasons to read it, most important first."""
    others: Sequence[Summary]
    """The customer's other debriefs, latest first."""


class Desk:
    """One rep's facade over his own store. `packs`: folders with scenarios; `open_reading` opens what a reader needs."""

    def __init__(
        self,
        place: Workplace,
        packs: Sequence[Path] = (),
        open_reading: "Callable[[Journal], ReadingRoom] | None" = None,
    ) -> None:
        self._place = place
        self._journal = place.journal
        self._self = Identity(place.journal, place.rep)
        self._archive = Archive(place.journal, place.clock, place.rep)
        self._packs = packs
        self._room: RehearsalRoom | None = None
        self._open_reading = open_reading
        self._reading: ReadingRoom | None = None

    def rehearsals(self) -> "RehearsalRoom":
        """The rep's own rehearsals, which are private. Imported on first use."""
        if self._room is None:
            from coach.conduct.rehearsal_room import RehearsalRoom

            self._room = RehearsalRoom(self._place, self._packs)
        return self._room

    def reading(self) -> "ReadingRoom":
        """Inbox, remarks, search and ledger. Raises JournalError `cannot_open` if the store has no index because it
        exists in memory only.
        """
        if self._reading is None:
            if self._open_reading is None:
                raise JournalError("cannot_open", path="-", why="-")
            self._reading = self._open_reading(self._journal)
        return self._reading

    def asked(self) -> Sequence[InboxRequest]:
        """Readers' requests that the rep has not answered yet; empty if the index is unavailable, which inbox and
        search report.
        """
        try:
            return self.reading().asked()
        except JournalError:
            return ()

    def news(self) -> Sequence[News]:
        """Remarks by others on the rep's debriefs since he last viewed them; empty if the index is unavailable."""
        try:
            return self.reading().news(NEWS)
        except JournalError:
            return ()

    def agenda(self, everybody: bool = False, whole: bool = False) -> Agenda:
        """What is to be done today, for the user's own debriefs or everybody's; lists are truncated unless `whole`."""
        day = self._place.clock.today()
        found = self._archive.due(day, DAYS_AHEAD, everybody, most=ALL if whole else HANDFUL)
        meeting = [row for row in found.steps if row.next_date == day.isoformat() and row.next_line]
        due = [row for row in found.steps if row not in meeting and not expiry_of(row, day).overdue]
        taken = {row.id for row in (*found.overdue, *found.steps, *found.late)}
        latest = self._archive.recent(RECENT + len(taken) + HANDFUL, everybody)
        return Agenda(
            day=day,
            overdue=found.overdue,
            meeting=meeting,
            due=due,
            late=found.late,
            terms=found.terms,
            unfinished=found.unfinished,
            recent=[row for row in latest if row.id not in taken and not expiry_of(row, day).overdue][:RECENT],
            rep=self._place.rep,
            shared=self._archive.shared,
            overruled=self._archive.overruled(found.overdue),
            left_out={"due" if name == "steps" else name: count for name, count in found.left_out.items()},
        )

    def start(self, language: str, seed: int, follow_language: bool, again: str | None = None, product: str = "") -> Talk:  # fmt: skip
        """Starts a debrief; `seed` selects the coach's wordings, so that the first question is the one already painted."""
        return self._talking().open(
            self._place.rep,
            language,
            today=self._place.clock.today(),
            follow_language=follow_language,
            again=again,
            seed=seed,
            product=product,
        )

    def resume(self, name: str) -> Talk:
        """Continues a debrief. Raises RefusedError: unknown_debrief, ambiguous, not_own, held."""
        return self._talking().resume(name, self._place.rep)

    def count(self) -> int:
        """The number of debriefs."""
        return self._journal.count()

    @property
    def today(self) -> date:
        """The current day."""
        return self._place.clock.today()

    @property
    def shared(self) -> bool:
        """Whether others' debriefs are there as well."""
        return self._archive.shared

    def page(self, offset: int, limit: int) -> Sequence[Summary]:
        """Debriefs, latest first."""
        return self._archive.latest(limit=limit, offset=offset)

    def case(self, name: str) -> Casefile:
        """One debrief, complete or not. Raises RefusedError: unknown_debrief, ambiguous."""
        return self._casefile(self._archive.debrief(name))

    def outcome(self, name: str, outcome: str, on: date, reason: str = "") -> Casefile:
        """Records the outcome of a debrief (R23). Raises RefusedError as `Archive.record_outcome` does."""
        return self._casefile(self._archive.record_outcome(name, outcome, on, reason))

    def get_ready(self) -> None:
        """Loads in advance what the first answer would otherwise wait for."""
        patterns.compile_all()

    def close(self) -> None:
        """Closes the store."""
        if self._reading is not None:
            self._reading.close()
        self._journal.close()

    def _talking(self) -> Debriefing:
        return Debriefing(self._journal, self._place.listener(), self._place.clock, self._place.draw)

    def _casefile(self, debrief: Debrief) -> Casefile:
        day = self._place.clock.today()
        rows = self._journal.summaries(Query(id=debrief.id), 1)
        if not rows:
            raise RefusedError("unknown_debrief", id=debrief.id)
        review, own = review_in(self._journal, debrief.id), self._self.owns(debrief.rep)
        term = expiry_of(rows[0], day) if self._journal.count(STILL_OPEN._replace(id=debrief.id)) else None
        over = term if term and term.overdue else None
        return Casefile(
            record=record_of(debrief),
            summary=rows[0],
            day=day,
            overdue=over.days_over if over else 0,
            options=over.options if over else (),
            own=own,
            review=review,
            unread=not own and review.unread(debrief.rep, self._journal.hand),
            news=own and bool(review.news(self._self.own_names())),
            reasons=reasons_of(rows[0], overdue=bool(over) and rows[0].verdict_class == "A"),
            others=self._others(rows[0]),
        )

    def _others(self, row: Summary) -> list[Summary]:
        if not row.customer:
            return []
        return self._journal.summaries(Query(customer=row.customer, exclude_id=row.id), OTHERS)
