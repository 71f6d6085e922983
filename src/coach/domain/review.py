"""What was said about a debrief by those who read it: a fold over the review streams of all their authors, in all their hands."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.debrief_events import Outcome, OutcomeRecorded, Recorded
from coach.domain.facts import CustomerClass
from coach.domain.ids import hand_of_stream
from coach.domain.review_events import Answered, Asked, Commented, MarkedRead, OutcomeTold, Overruled

if TYPE_CHECKING:
    from coach.domain.debrief import Debrief


class Comment(NamedTuple):
    """A word about a line of the talk (1 = the first; None: about the whole)."""

    line: int | None
    text: str
    by: str
    at: datetime


class Overruling(NamedTuple):
    """A class put in the place of another, with the reason."""

    before: CustomerClass | None
    after: CustomerClass
    reason: str
    by: str
    at: datetime


class Request(NamedTuple):
    """Something asked of the rep, named by who asked, in which hand, and its version in that stream; `answer` is empty while it is open."""

    by: str
    hand: str
    version: int
    text: str
    at: datetime
    answer: str = ""
    answered_at: datetime | None = None

    @property
    def place(self) -> tuple[str, str, int]:
        """What names it, whatever else is asked or answered meanwhile."""
        return self.by, self.hand, self.version


class ReportedOutcome(NamedTuple):
    """What became of the visit, told beside the debrief: by somebody other than the rep, or by him at another store than it began in."""

    outcome: Outcome
    on: date
    reason: str
    by: str
    at: datetime


class Review(NamedTuple):
    """Everything said about a debrief, oldest first; `read_by` has the time at which each reader read it last."""

    debrief: str
    comments: tuple[Comment, ...] = ()
    overrulings: tuple[Overruling, ...] = ()
    requests: tuple[Request, ...] = ()
    outcomes: tuple[ReportedOutcome, ...] = ()
    read_by: Mapping[str, datetime] = {}

    @property
    def overruled(self) -> CustomerClass | None:
        """The class that stands by the last overruling, or None where the rules' own stands."""
        return self.overrulings[-1].after if self.overrulings else None

    @property
    def open_requests(self) -> tuple[Request, ...]:
        """What the rep has not answered yet."""
        return tuple(request for request in self.requests if request.answered_at is None)

    @property
    def unread(self) -> bool:
        """Whether nobody has read it since the rep answered last, or nobody at all."""
        answered = [request.answered_at for request in self.requests if request.answered_at]
        read = max(self.read_by.values(), default=None)
        return read is None or any(at > read for at in answered)


def review_of(debrief: str, histories: Iterable[tuple[str, Sequence[Recorded]]]) -> Review:
    """The review, from authors and their streams. An event that claims another author than its stream's owner does not count."""
    comments: list[Comment] = []
    overrulings: list[Overruling] = []
    requests: dict[tuple[str, str, int], Request] = {}
    outcomes: list[ReportedOutcome] = []
    answers: list[tuple[datetime, Answered]] = []
    read_by: dict[str, datetime] = {}
    for owner, recorded in _by_time(histories):
        event, at = recorded.event, recorded.at
        if getattr(event, "by", None) != owner:
            continue
        if isinstance(event, Commented):
            comments.append(Comment(event.line, event.text, owner, at))
        elif isinstance(event, Overruled):
            overrulings.append(Overruling(event.before, event.customer_class, event.reason, owner, at))
        elif isinstance(event, Asked):
            place = owner, hand_of_stream(recorded.stream), recorded.version
            requests[place] = Request(*place, event.text, at)
        elif isinstance(event, Answered):
            answers.append((at, event))
        elif isinstance(event, OutcomeTold):
            outcomes.append(ReportedOutcome(event.outcome, event.on, event.reason, owner, at))
        elif isinstance(event, MarkedRead):
            read_by[owner] = at
    for at, answer in answers:
        place = answer.to, answer.hand, answer.request
        if place in requests:
            requests[place] = requests[place]._replace(answer=answer.text, answered_at=at)
    return Review(debrief, tuple(comments), tuple(overrulings), tuple(requests.values()), tuple(outcomes), read_by)


def with_outcome(debrief: "Debrief", review: Review) -> "Debrief":
    """The debrief with the outcome that stands: signed or lost in the rep's own words stands, whatever others say;
    short of that the latest word stands, the rep's "still open" among them."""
    if not review.outcomes or not debrief.recorded:
        return debrief
    told = list(review.outcomes)
    if debrief.outcome and debrief.outcome_at:
        own = debrief.outcome
        told.append(ReportedOutcome(own.outcome, own.on, own.reason, debrief.rep, debrief.outcome_at))
    told.sort(key=lambda one: one.at)
    last = next((one for one in reversed(told) if one.by == debrief.rep), told[-1])
    last = last if last.outcome != "open" else told[-1]
    known = copy(debrief)
    known.outcome = OutcomeRecorded(outcome=last.outcome, on=last.on, reason=last.reason)
    known.outcome_at, known.outcome_by = last.at, "" if last.by == debrief.rep else last.by
    return known


def _by_time(histories: Iterable[tuple[str, Sequence[Recorded]]]) -> Iterable[tuple[str, Recorded]]:
    everything = [(owner, one) for owner, history in histories for one in history]
    return sorted(everything, key=lambda pair: (pair[1].at, pair[0], pair[1].stream, pair[1].version))
