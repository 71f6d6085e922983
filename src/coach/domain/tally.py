"""The counts behind the ledger: how each visit ended, compared with the terms of R1-R4 (R23)."""

from enum import IntEnum
from typing import NamedTuple

from coach.domain.facts import CustomerClass

HOURS_PER_WRONG_A = 3
"""Hours that mistaking a D for an A costs at least (R10)."""

FOLLOW_UP_SHARE = 0.10
"""Expected share of unsigned visits that are signed later (R18a)."""

MIN_OUTCOMES = 10
"""Minimum number of outcomes for a rate to be shown."""


class Ending(IntEnum):
    """How a visit ended, by days since the visit: signed within 10, 20, 30 days or later; lost; or still open after as
    many days.
    """

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
"""The endings that count as signed within the class's term."""

RUNNING: dict[CustomerClass, frozenset[Ending]] = {
    "A": frozenset({Ending.OPEN_10}),
    "B": frozenset({Ending.OPEN_10, Ending.OPEN_20}),
    "C": frozenset({Ending.OPEN_10, Ending.OPEN_20, Ending.OPEN_30}),
    "D": frozenset({Ending.OPEN_10, Ending.OPEN_20, Ending.OPEN_30}),
}
"""The endings that do not settle yet whether the class was right.

A D is right once the longest term has passed unsigned.
"""


class ClassCount(NamedTuple):
    """Number (`times`) of debriefs with these classes (claimed, after the reverse question, by the rules) and this
    ending.
    """

    claimed: CustomerClass | None
    after: CustomerClass | None
    verdict: CustomerClass | None
    ending: Ending
    times: int


class ConfidenceCount(NamedTuple):
    """Number (`times`) of debriefs in which this class was given with this confidence in percent, by ending."""

    customer_class: CustomerClass
    percent: int
    ending: Ending
    times: int


class CloseCount(NamedTuple):
    """Number (`times`) of visits with this closing push, by ending.

    `asked`: the signature was asked for; `reason`: which of R18's reasons; None: unknown. `signed_there`: signed on the
    visit itself.
    """

    asked: bool | None
    gave_in: bool | None
    reason: str | None
    signed_there: bool
    ending: Ending
    times: int


class GroupTally(NamedTuple):
    """The counts of one rep, product or month (`key`).

    Of the claimed A's: `decided`, and `hits` signed within the term. `stated` confidences with an outcome, `squared`
    the sum of their squared errors. `lost_on`: D's taken for A's. `unsigned` visits with an outcome, and how many of
    them were signed `later`. Of the unsigned visits that the rep gave a class: `claimed`, and those `too_high`, where the
    facts do not bear it out: the rules' class is lower, or there is none while a deciding fact is unknown (R9, R16).
    """

    key: str
    debriefs: int
    decided: int
    hits: int
    stated: int
    squared: float
    lost_on: int
    unsigned: int
    later: int
    claimed: int
    too_high: int


class Tally(NamedTuple):
    """Everything the ledger is computed from.

    `claims`: confidences stated at first; `second`: those after the reverse question.
    """

    judged: tuple[ClassCount, ...]
    claims: tuple[ConfidenceCount, ...]
    second: tuple[ConfidenceCount, ...]
    pushed: tuple[CloseCount, ...]
    by_rep: tuple[GroupTally, ...] = ()
    by_product: tuple[GroupTally, ...] = ()
    by_month: tuple[GroupTally, ...] = ()
