"""What was said about a debrief by those who read it: a fold over the review streams of all their authors."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.events import Outcome, OutcomeRecorded, Recorded
from coach.domain.facts import CustomerClass
from coach.domain.review_events import PREFIX, Answered, Asked, Commented, MarkedRead, OutcomeTold, Overruled

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
    """Something asked of the rep, named by who asked and its version in his stream; `answer` is empty while it is open."""

    by: str
    version: int
    text: str
    at: datetime
    answer: str = ""
    answered_at: datetime | None = None


class Told(NamedTuple):
    """What became of the visit, by the word of somebody other than the rep."""

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
    outcomes: tuple[Told, ...] = ()
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


def stream_of(debrief: str) -> str:
    """The name of the review streams of a debrief."""
    return PREFIX + debrief


def review_of(debrief: str, histories: Mapping[str, Sequence[Recorded]]) -> Review:
    """The review, from each author's events. An event that claims another author than its stream's owner does not count."""
    comments: list[Comment] = []
    overrulings: list[Overruling] = []
    requests: dict[tuple[str, int], Request] = {}
    outcomes: list[Told] = []
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
            requests[owner, recorded.version] = Request(owner, recorded.version, event.text, at)
        elif isinstance(event, Answered):
            answers.append((at, event))
        elif isinstance(event, OutcomeTold):
            outcomes.append(Told(event.outcome, event.on, event.reason, owner, at))
        elif isinstance(event, MarkedRead):
            read_by[owner] = at
    for at, answer in answers:
        asked = requests.get((answer.to, answer.request))
        if asked is not None:
            requests[answer.to, answer.request] = asked._replace(answer=answer.text, answered_at=at)
    return Review(debrief, tuple(comments), tuple(overrulings), tuple(requests.values()), tuple(outcomes), read_by)


def with_outcome(debrief: "Debrief", review: Review) -> "Debrief":
    """The debrief with the outcome that stands: signed or lost in the rep's own words stands, whatever others say;
    short of that the latest word stands, the rep's "still open" among them."""
    own, told = debrief.outcome, review.outcomes[-1:]
    if not told or not debrief.recorded or (own and own.outcome != "open"):
        return debrief
    (last,) = told
    if debrief.outcome_at and debrief.outcome_at >= last.at:
        return debrief
    known = copy(debrief)
    known.outcome = OutcomeRecorded(outcome=last.outcome, on=last.on, reason=last.reason)
    known.outcome_at, known.outcome_by = last.at, last.by
    return known


def _by_time(histories: Mapping[str, Sequence[Recorded]]) -> Iterable[tuple[str, Recorded]]:
    everything = [(owner, one) for owner, history in histories.items() for one in history]
    return sorted(everything, key=lambda pair: (pair[1].at, pair[0], pair[1].version))
