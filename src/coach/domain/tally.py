"""What the ledger counts: how each visit ended, held against the terms of R1-R4 (R23)."""

from enum import IntEnum
from typing import NamedTuple

from coach.domain.facts import CustomerClass

HOURS_PER_WRONG_A = 3
"""Hours that taking a D for an A costs at least (R10)."""

FOLLOW_UP_SHARE = 0.10
"""The chance of a signature after a visit that ended without one (R18a)."""

MIN_OUTCOMES = 10
"""Outcomes below which no rate is shown."""


class Ending(IntEnum):
    """How it ended, counted in days from the visit; an open one by the days gone so far."""

    SIGNED_10 = 0
    SIGNED_20 = 1
    SIGNED_30 = 2
    SIGNED_LATER = 3
    LOST = 4
    OPEN_10 = 5
    OPEN_20 = 6
    OPEN_30 = 7
    OPEN_LONGER = 8


SIGNED = frozenset({Ending.SIGNED_10, Ending.SIGNED_20, Ending.SIGNED_30, Ending.SIGNED_LATER})
OPEN = frozenset({Ending.OPEN_10, Ending.OPEN_20, Ending.OPEN_30, Ending.OPEN_LONGER})

WITHIN: dict[CustomerClass, frozenset[Ending]] = {
    "A": frozenset({Ending.SIGNED_10}),
    "B": frozenset({Ending.SIGNED_10, Ending.SIGNED_20}),
    "C": frozenset({Ending.SIGNED_10, Ending.SIGNED_20, Ending.SIGNED_30}),
    "D": frozenset(),
}
"""The endings that are a signature within the class's term."""

RUNNING: dict[CustomerClass, frozenset[Ending]] = {
    "A": frozenset({Ending.OPEN_10}),
    "B": frozenset({Ending.OPEN_10, Ending.OPEN_20}),
    "C": frozenset({Ending.OPEN_10, Ending.OPEN_20, Ending.OPEN_30}),
    "D": frozenset({Ending.OPEN_10, Ending.OPEN_20, Ending.OPEN_30}),
}
"""The endings that say nothing of the class yet. A D is held to be one when the longest term has run out unsigned."""


class ClassCount(NamedTuple):
    """So many debriefs with these classes (claimed, after the reverse question, by the rules) ended so."""

    claimed: CustomerClass | None
    after: CustomerClass | None
    verdict: CustomerClass | None
    ending: Ending
    times: int


class ConfidenceCount(NamedTuple):
    """So many debriefs in which this class was given with this per cent ended so."""

    customer_class: CustomerClass
    percent: int
    ending: Ending
    times: int


class CloseCount(NamedTuple):
    """So many visits with this push (signature asked for, gave in, which of R18's reasons; None: not told), signed there or not, ended so."""

    asked: bool | None
    gave_in: bool | None
    reason: str | None
    signed_there: bool
    ending: Ending
    times: int


class GroupTally(NamedTuple):
    """One rep, product or month: debriefs; of the claimed A's those decided and those signed within the term; stated per cents held
    against an outcome and the sum of their squared errors; D's taken for A's; unsigned visits decided and those signed later."""

    key: str
    debriefs: int
    decided: int
    hits: int
    stated: int
    squared: float
    lost_on: int
    unsigned: int
    later: int


class Tally(NamedTuple):
    """Everything the ledger is computed from. `claims` are the per cents stated first, `second` those after the reverse question."""

    judged: tuple[ClassCount, ...]
    claims: tuple[ConfidenceCount, ...]
    second: tuple[ConfidenceCount, ...]
    pushed: tuple[CloseCount, ...]
    by_rep: tuple[GroupTally, ...] = ()
    by_product: tuple[GroupTally, ...] = ()
    by_month: tuple[GroupTally, ...] = ()
