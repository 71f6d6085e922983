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
    """How a visit ended: signed within 10, 20, 30 days or later; lost; or still open."""

    SIGNED_10 = 0
    SIGNED_20 = 1
    SIGNED_30 = 2
    SIGNED_LATER = 3
    LOST = 4
    OPEN = 5


SIGNED = frozenset({Ending.SIGNED_10, Ending.SIGNED_20, Ending.SIGNED_30, Ending.SIGNED_LATER})
WITHIN: dict[CustomerClass, frozenset[Ending]] = {
    "A": frozenset({Ending.SIGNED_10}),
    "B": frozenset({Ending.SIGNED_10, Ending.SIGNED_20}),
    "C": frozenset({Ending.SIGNED_10, Ending.SIGNED_20, Ending.SIGNED_30}),
    "D": frozenset(),
}
"""The endings that count as signed within the class's term."""

LONGEST = 3
"""Of the terms of 10, 20 and 30 days, the number that are over once all are."""

TERMS_OVER: dict[CustomerClass, int] = {"A": 1, "B": 2, "C": LONGEST, "D": LONGEST}
"""How many of the terms must be over before a visit counts in a rate of that class, signed or not: otherwise quick
signatures would count before the slow ones and the missing ones, and every rate be too high. A D is right once the
longest term has passed unsigned.
"""


class ClassCount(NamedTuple):
    """Number (`times`) of debriefs with these classes (claimed, after the reverse question, by the rules), this
    ending, and this many terms over.
    """

    claimed: CustomerClass | None
    after: CustomerClass | None
    verdict: CustomerClass | None
    ending: Ending
    over: int
    times: int


class ConfidenceCount(NamedTuple):
    """Number (`times`) of debriefs in which this class was given with this confidence in percent, by ending and terms
    over.
    """

    customer_class: CustomerClass
    percent: int
    ending: Ending
    over: int
    times: int


class CloseCount(NamedTuple):
    """Number (`times`) of visits with this closing push, by ending and terms over.

    `asked`: the signature was asked for; `reason`: which of R18's reasons; None: unknown. `signed_there`: signed on the
    visit itself.
    """

    asked: bool | None
    gave_in: bool | None
    reason: str | None
    signed_there: bool
    ending: Ending
    over: int
    times: int


class GroupTally(NamedTuple):
    """The counts of one rep, product or month (`key`)."""

    key: str
    debriefs: int
    decided: int
    """Claimed A's whose term is over."""
    hits: int
    """Those of them signed within it."""
    stated: int
    """Confidences whose term is over."""
    squared: float
    """The sum of their squared errors."""
    lost_on: int
    """D's taken for A's."""
    unsigned: int
    """Unsigned visits whose longest term is over."""
    later: int
    """Those of them that were signed later."""
    claimed: int
    """Unsigned visits that the rep gave a class."""
    too_high: int
    """Those of them where the facts do not bear it out: the rules' class is lower, or there is none while a deciding
    fact is unknown (R9, R16).
    """
    told: int
    """Unsigned visits on which it is told whether the signature was asked for."""
    not_asked: int
    """Those of them on which it was not (R17)."""


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
