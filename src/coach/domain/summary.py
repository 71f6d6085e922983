"""The read model: one row per debrief, for lists, lookups and counts.

It can be rebuilt from the events (`domain.summarise`).

Imports nothing heavy, because the first paint needs it.
"""

from datetime import date
from typing import Literal, NamedTuple

State = Literal["open", "recorded"]
Order = Literal["latest", "overdue", "next_step", "late_step", "deadline"]
"""`latest`: newest first. `overdue`: by class, those whose term ended last first. `next_step`, `deadline`: by that
date, earliest first; `late_step`: the latest first.
"""


class Summary(NamedTuple):
    """A row as SQLite stores it.

    Dates are ISO strings; flags are 0, 1, or None if unknown; confidences are whole percentages; `unknown`, `rules` and
    `blockers` are comma-separated. `again` is the debrief that this one supersedes.
    """

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

    @property
    def undecided(self) -> bool:
        """Whether the debrief is recorded and the customer is neither signed nor lost."""
        return self.state == "recorded" and not self.signed and self.outcome in (None, "open")


class Query(NamedTuple):
    """A filter and an order over the read model. Fields left at their default do not filter; all others must match."""

    order: Order = "latest"
    id: str | None = None
    exclude_id: str | None = None
    state: State | None = None
    owners: tuple[str, ...] | None = None
    customer: str | None = None
    customer_part: str | None = None
    """A substring of the customer's name, case-insensitive."""
    product: str | None = None
    customer_class: str | None = None
    """The class in the verdict."""
    classified: bool = False
    """Only debriefs whose verdict has a class."""
    undecided: bool = False
    """Only recorded debriefs whose customer is neither signed nor lost (`Summary.undecided`)."""
    not_superseded: bool = False
    """Without debriefs that a later recorded debrief judges again (R8)."""
    not_continued_elsewhere: bool = False
    """Without debriefs that were finished as a copy at another store."""
    again: tuple[str, ...] | None = None
    """Only debriefs that judge one of these again, or are a copy of one."""
    visited_between: tuple[date | None, date | None] = (None, None)
    """First and last day of the visit, inclusive; None: no bound."""
    deadline_before: date | None = None
    """Only debriefs whose term ended before this day."""
    deadline_between: tuple[date, date] | None = None
    """First and last day of the deadline, inclusive."""
    in_term_on: date | None = None
    """Without debriefs whose term ended before this day."""
    next_step_between: tuple[date | None, date | None] = (None, None)
    """First and last day of the next step, inclusive; None: no bound."""


ALL = -1
"""No limit on the number of rows."""
EVERYTHING = Query()
"""All rows, newest first."""
