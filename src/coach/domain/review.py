"""Reviews of a debrief: a fold over the review streams of all authors at all stores."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.debrief_events import Outcome, OutcomeRecorded
from coach.domain.event import Recorded
from coach.domain.facts import CustomerClass
from coach.domain.ids import hand_of_stream
from coach.domain.review_events import Answered, Asked, Commented, MarkedRead, OutcomeTold, Overruled

if TYPE_CHECKING:
    from coach.domain.debrief import Debrief


class Comment(NamedTuple):
    """A comment on a line of the transcript, from 1; None: on the whole debrief."""

    line: int | None
    text: str
    by: str
    at: datetime


class Overruling(NamedTuple):
    """A class that overrules another, with the reason."""

    before: CustomerClass | None
    after: CustomerClass
    reason: str
    by: str
    at: datetime


class Request(NamedTuple):
    """A request to the rep, identified by author, store and version; `answer` is empty while it is open."""

    by: str
    hand: str
    version: int
    text: str
    at: datetime
    answer: str = ""
    answered_at: datetime | None = None

    @property
    def place(self) -> tuple[str, str, int]:
        """The identity of the request."""
        return self.by, self.hand, self.version


class ReportedOutcome(NamedTuple):
    """An outcome reported by somebody other than the rep, or by the rep at another store than the debrief's."""

    outcome: Outcome
    on: date
    reason: str
    by: str
    at: datetime


class Reading(NamedTuple):
    """When somebody read the debrief, and in which hand."""

    by: str
    hand: str
    at: datetime


class Review(NamedTuple):
    """Everything written about a debrief, and every reading of it, oldest first."""

    debrief: str
    comments: tuple[Comment, ...] = ()
    overrulings: tuple[Overruling, ...] = ()
    requests: tuple[Request, ...] = ()
    outcomes: tuple[ReportedOutcome, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def read_by(self) -> Mapping[str, datetime]:
        """When each reader read it last."""
        return {reading.by: reading.at for reading in self.readings}

    @property
    def overruled(self) -> CustomerClass | None:
        """The class of the last overruling; None if the rules' own stands."""
        return self.overrulings[-1].after if self.overrulings else None

    @property
    def open_requests(self) -> tuple[Request, ...]:
        """The requests without an answer."""
        return tuple(request for request in self.requests if request.answered_at is None)

    def unread(self, rep: str, here: str) -> bool:
        """Whether nobody has read it since the rep last answered.

        The rep's own reading counts only at his own store (in the hand `here`): whoever imports it has still to read
        it.
        """
        answered = [request.answered_at for request in self.requests if request.answered_at]
        read = max((reading.at for reading in self.readings if reading.by != rep or reading.hand == here), default=None)
        return read is None or any(at > read for at in answered)

    def news(self, rep: Collection[str]) -> tuple[Comment | Overruling, ...]:
        """Comments and overrulings by others since the rep, under any of his names, last viewed it, in order of time;
        requests are not included, since they stay until answered.
        """
        seen = max((reading.at for reading in self.readings if reading.by in rep), default=None)
        said: list[Comment | Overruling] = [*self.comments, *self.overrulings]
        fresh = [remark for remark in said if remark.by not in rep and (seen is None or remark.at > seen)]
        return tuple(sorted(fresh, key=lambda remark: remark.at))


def review_of(debrief: str, histories: Iterable[tuple[str, Sequence[Recorded]]]) -> Review:
    """The review, from (author, events). Events that claim another author than their stream's owner are ignored."""
    comments: list[Comment] = []
    overrulings: list[Overruling] = []
    requests: dict[tuple[str, str, int], Request] = {}
    outcomes: list[ReportedOutcome] = []
    answers: list[tuple[datetime, Answered]] = []
    readings: list[Reading] = []
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
            readings.append(Reading(owner, hand_of_stream(recorded.stream), at))
    for at, answer in answers:
        place = answer.to, answer.hand, answer.request
        if place in requests:
            requests[place] = requests[place]._replace(answer=answer.text, answered_at=at)
    told = tuple(comments), tuple(overrulings), tuple(requests.values()), tuple(outcomes)
    return Review(debrief, *told, tuple(readings))


def with_outcome(debrief: "Debrief", review: Review) -> "Debrief":
    """The debrief with the outcome that stands.

    The rep's own "signed" or "lost" stands, whatever others report; otherwise the latest report stands, his "still
    open" included.
    """
    if not review.outcomes or not debrief.recorded:
        return debrief
    reports = list(review.outcomes)
    if debrief.outcome and debrief.outcome_at:
        own = debrief.outcome
        reports.append(ReportedOutcome(own.outcome, own.on, own.reason, debrief.rep, debrief.outcome_at))
    reports.sort(key=lambda report: report.at)
    last = next((report for report in reversed(reports) if report.by == debrief.rep), reports[-1])
    last = last if last.outcome != "open" else reports[-1]
    known = copy(debrief)
    known.outcome = OutcomeRecorded(outcome=last.outcome, on=last.on, reason=last.reason)
    known.outcome_at, known.outcome_by = last.at, "" if last.by == debrief.rep else last.by
    return known


def _by_time(histories: Iterable[tuple[str, Sequence[Recorded]]]) -> Iterable[tuple[str, Recorded]]:
    everything = [(owner, recorded) for owner, history in histories for recorded in history]
    return sorted(everything, key=lambda pair: (pair[1].at, pair[0], pair[1].stream, pair[1].version))
