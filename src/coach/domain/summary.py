"""One line about a debrief, for lists, lookups and counts: kept as a projection that can be rebuilt (`domain.summarise`). Imports nothing heavy."""

from typing import NamedTuple


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
