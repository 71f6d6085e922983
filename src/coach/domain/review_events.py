"""The events of a review. One stream `review:<debrief id>:<hand>` per author and store.

So nobody can write as another, and no two machines of one person append to the same stream.
"""

from datetime import date as Day  # noqa: N812 - other events have a field named date
from typing import Literal

from coach.domain.debrief_events import Outcome
from coach.domain.event import Event
from coach.domain.facts import CustomerClass


class Commented(Event):
    """A comment on line `line` of the transcript, from 1; None: on the whole debrief."""

    kind: Literal["commented"] = "commented"
    text: str
    by: str
    line: int | None = None


class Overruled(Event):
    """The manager's class and his reason; `before` is the class that stood until then, and stays visible."""

    kind: Literal["overruled"] = "overruled"
    customer_class: CustomerClass
    reason: str
    by: str
    before: CustomerClass | None = None


class Asked(Event):
    """A request to the rep, identified by author, store and version of this event."""

    kind: Literal["review_asked"] = "review_asked"
    text: str
    by: str


class Answered(Event):
    """The answer to the request that `to` wrote as version `request` of his stream at store `hand`."""

    kind: Literal["review_answered"] = "review_answered"
    text: str
    by: str
    to: str
    request: int
    hand: str = ""


class OutcomeTold(Event):
    """The outcome of the visit as reported outside its own stream (R23)."""

    kind: Literal["outcome_told"] = "outcome_told"
    outcome: Outcome
    on: Day
    by: str
    reason: str = ""


class MarkedRead(Event):
    """The debrief was read, with everything in it at that time."""

    kind: Literal["marked_read"] = "marked_read"
    by: str
