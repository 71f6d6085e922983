"""What happens when somebody reads a debrief. A stream `review:<debrief id>:<hand>` per author and store, so that nobody can write as another,
and nobody's two machines write the same stream."""

from datetime import date as Day  # noqa: N812 - other events have a field named date
from typing import Literal

from coach.domain.debrief_events import Event, Outcome
from coach.domain.facts import CustomerClass


class Commented(Event):
    """A word about line `line` of the talk (1 = the first; None: about the whole)."""

    kind: Literal["commented"] = "commented"
    text: str
    by: str
    line: int | None = None


class Overruled(Event):
    """The manager's own class and his reason; `before` is the class that stood until then and stays to be seen."""

    kind: Literal["overruled"] = "overruled"
    customer_class: CustomerClass
    reason: str
    by: str
    before: CustomerClass | None = None


class Asked(Event):
    """The rep is asked for something; author, hand and place of this event in its stream name the request."""

    kind: Literal["review_asked"] = "review_asked"
    text: str
    by: str


class Answered(Event):
    """The answer to the request that `to` wrote down as version `request` of his stream in that hand."""

    kind: Literal["review_answered"] = "review_answered"
    text: str
    by: str
    to: str
    request: int
    hand: str = ""


class OutcomeTold(Event):
    """What became of the visit, as somebody other than the rep knows it (R23)."""

    kind: Literal["outcome_told"] = "outcome_told"
    outcome: Outcome
    on: Day
    by: str
    reason: str = ""


class MarkedRead(Event):
    """The debrief was read, with all that was in it by then."""

    kind: Literal["marked_read"] = "marked_read"
    by: str
