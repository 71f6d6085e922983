"""One line about a debrief, for lists, lookups and counts: kept as a projection that can be rebuilt (`domain.summarise`). Imports nothing heavy."""

from datetime import date
from typing import Literal, NamedTuple

State = Literal["open", "recorded"]
Order = Literal["latest", "overdue", "next_step", "deadline"]
"""How rows come: the latest first; or by class and deadline, by the day of the next step, by the deadline, the earliest first."""


class Summary(NamedTuple):
    """Dates are ISO strings, flags 0/1 or None where nothing was told, percentages whole numbers."""

    id: str
    owner: str
    opened: str
    language: str
    state: str
    step: str
    customer: str
    contact: str
    visit_date: str
    claimed_class: str | None
    claimed_confidence: int | None
    after_class: str | None
    after_confidence: int | None
    verdict_class: str | None
    pending_class: str | None
    unknown: str
    deadline: str | None
    signed: int | None
    close_attempted: int | None
    gave_in: int | None
    disputed: int
    next_what: str
    next_date: str | None
    next_line: str
    outcome: str | None
    outcome_on: str | None
    outcome_reason: str
    again: str | None
    product: str
    rules: str
    blockers: str
    close_reason: str | None
    asked_times: int | None


class Query(NamedTuple):
    """Which rows are wanted, and in what order; what is left out does not narrow."""

    order: Order = "latest"
    id: str | None = None
    exclude_id: str | None = None
    state: State | None = None
    owners: tuple[str, ...] | None = None
    customer: str | None = None
    customer_part: str | None = None
    """A part of the customer's name, upper and lower case alike."""
    customer_class: str | None = None
    """The class of the verdict."""
    classified: bool = False
    """Those with a class by the rules."""
    undecided: bool = False
    """Recorded, and the customer still to be won."""
    not_superseded: bool = False
    """Those that were not judged anew since (R8)."""
    not_continued_elsewhere: bool = False
    """Leaves out what judges an old debrief anew and was ended as a copy at another store."""
    again: tuple[str, ...] | None = None
    """Those that judge one of these anew, or go on with it."""
    visited_between: tuple[date | None, date | None] = (None, None)
    """The first and the last day of the visit."""
    deadline_before: date | None = None
    """Those whose term was over by that day."""
    deadline_between: tuple[date, date] | None = None
    """The first and the last day on which the term ends."""
    next_step_by: date | None = None
    """The last day of the next step."""


EVERYTHING = Query()
"""All rows, the latest first."""
