"""Statistics that compare judgement with outcomes. Pure: the same counts give the same ledger."""

from collections.abc import Iterable
from typing import NamedTuple

from coach.domain.facts import CLASSES, CustomerClass
from coach.domain.tally import (
    FOLLOW_UP_SHARE,
    HOURS_PER_WRONG_A,
    LONGEST,
    MIN_OUTCOMES,
    SIGNED,
    TERMS_OVER,
    WITHIN,
    ClassCount,
    CloseCount,
    ConfidenceCount,
    Ending,
    GroupTally,
    Tally,
)
from coach.reports.rates import Rate, rate

BASES = ("claimed", "after", "verdict")
"""Whose class: the rep's first one, his own after the reverse question, the rules'."""

BIN = 10
"""Per cent per bin of the reliability plot."""


class ClassLine(NamedTuple):
    """The outcomes of the debriefs given one class; `hit` is of those whose term is over.

    A D is a hit if it was lost or stayed unsigned through the longest term.
    """

    customer_class: CustomerClass
    debriefs: int
    within: int
    later: int
    lost: int
    open: int
    hit: Rate


class Bin(NamedTuple):
    """The statements from `low` to `high` per cent: their mean, and the share that signed within the term."""

    low: int
    high: int
    stated: float
    signed: Rate


class Calibration(NamedTuple):
    """The calibration of the stated per cents: Brier score (0 perfect, 0.25 a coin's), that of always stating the mean
    share, the mean stated, the share that signed within the term, and the bins. None below 10 outcomes.
    """

    outcomes: int
    brier: float | None
    brier_of_mean: float | None
    stated: float | None
    kept: Rate
    bins: tuple[Bin, ...]


class Change(NamedTuple):
    """How often the second opinion differed from the first, and which of the two was nearer to the outcome."""

    debriefs: int
    changed: int
    decided: int
    second_right: int
    first_right: int
    neither: int
    share: Rate


class Push(NamedTuple):
    """Visits on which the signature was asked for, was not, or it is unknown, with their outcomes; `signed` is of those whose
    longest term is over.
    """

    name: str
    visits: int
    signed_there: int
    signed_later: int
    lost: int
    open: int
    signed: Rate


class Group(NamedTuple):
    """One rep, product or month. `too_high`: of the unsigned visits given a class, those whose class the facts did not
    support; `not_asked`: of the unsigned visits, those on which the signature was not asked for (R17). No outcome is
    needed for either.
    """

    key: str
    debriefs: int
    a_hit: Rate
    brier: float | None
    outcomes: int
    hours_lost: int
    later: Rate
    too_high: Rate
    not_asked: Rate


class Ledger(NamedTuple):
    """The whole ledger. `hours_lost` (R10) are `HOURS_PER_WRONG_A` for each customer claimed an A who was a D, by the
    rules or because he was lost.
    """

    debriefs: int
    classes: dict[str, tuple[ClassLine, ...]]
    claim: Calibration
    second: Calibration
    by_verdict: Change
    by_reverse: Change
    taken_for_a: int
    hours_lost: int
    later: Rate
    later_expected: float
    pushes: tuple[Push, ...]
    reasons: tuple[Push, ...]
    by_rep: tuple[Group, ...]
    by_product: tuple[Group, ...]
    by_month: tuple[Group, ...]


def ledger_of(tally: Tally) -> Ledger:
    """Computes the ledger from the counts."""
    taken = sum(row.times for row in tally.judged if _cost(row))
    unsigned = [row for row in tally.pushed if not row.signed_there and row.over == LONGEST]
    return Ledger(
        debriefs=sum(row.times for row in tally.judged),
        classes={basis: tuple(_line(tally.judged, basis, name) for name in CLASSES) for basis in BASES},
        claim=calibration(tally.claims),
        second=calibration(tally.second),
        by_verdict=_change(tally.judged, "verdict"),
        by_reverse=_change(tally.judged, "after"),
        taken_for_a=taken,
        hours_lost=taken * HOURS_PER_WRONG_A,
        later=rate(_count(unsigned, SIGNED), sum(row.times for row in unsigned)),
        later_expected=FOLLOW_UP_SHARE,
        pushes=tuple(
            _push(name, (row for row in tally.pushed if row.asked is asked))
            for name, asked in (("asked", True), ("not_asked", False), ("not_told", None))
        ),
        reasons=tuple(
            _push(name, (row for row in tally.pushed if row.reason == name)) for name in ("courage", "fear", "neither")
        ),
        by_rep=tuple(map(_group, tally.by_rep)),
        by_product=tuple(map(_group, tally.by_product)),
        by_month=tuple(map(_group, tally.by_month)),
    )


def calibration(stated: Iterable[ConfidenceCount]) -> Calibration:
    """The calibration of the stated per cents; a D has no term to sign within and is excluded."""
    known = [row for row in stated if row.customer_class != "D" and row.over >= TERMS_OVER[row.customer_class]]
    total = sum(row.times for row in known)
    bins = tuple(_bin(known, low) for low in range(0, 100, BIN))
    kept = rate(sum(row.times * _held(row) for row in known), total)
    if kept.share is None:
        return Calibration(total, None, None, None, kept, bins)
    squared = sum(row.times * (row.percent / 100 - _held(row)) ** 2 for row in known)
    mean = sum(row.times * row.percent for row in known) / total
    return Calibration(total, squared / total, kept.share * (1 - kept.share), mean, kept, bins)


def happened(row: ClassCount) -> CustomerClass | None:
    """The class that the customers proved to be; None before the longest term is over."""
    if row.over < LONGEST:
        return None
    proved: dict[Ending, CustomerClass] = {Ending.SIGNED_10: "A", Ending.SIGNED_20: "B", Ending.SIGNED_30: "C"}
    return proved.get(row.ending, "C" if row.ending is Ending.SIGNED_LATER else "D")


def _line(judged: Iterable[ClassCount], basis: str, name: CustomerClass) -> ClassLine:
    rows = [row for row in judged if getattr(row, basis) == name]
    over = [row for row in rows if row.over >= TERMS_OVER[name]]
    within, signed = _count(rows, WITHIN[name]), _count(rows, SIGNED)
    hits = _count(over, WITHIN[name] if name != "D" else {Ending.LOST, Ending.OPEN})
    return ClassLine(
        name,
        sum(row.times for row in rows),
        within,
        signed - within,
        _count(rows, {Ending.LOST}),
        _count(rows, {Ending.OPEN}),
        rate(hits, sum(row.times for row in over)),
    )


def _bin(known: Iterable[ConfidenceCount], low: int) -> Bin:
    high = low + BIN - 1 if low + BIN < 100 else 100
    rows = [row for row in known if low <= row.percent <= high]
    total = sum(row.times for row in rows)
    stated = sum(row.times * row.percent for row in rows) / total if total else low + BIN / 2
    return Bin(low, high, stated, rate(sum(row.times * _held(row) for row in rows), total))


def _held(row: ConfidenceCount) -> int:
    return int(row.ending in WITHIN[row.customer_class])


def _change(judged: Iterable[ClassCount], second: str) -> Change:
    both = [row for row in judged if row.claimed and getattr(row, second)]
    changed = [row for row in both if getattr(row, second) != row.claimed]
    right = {"second": 0, "first": 0, "neither": 0}
    for row in changed:
        true = happened(row)
        if true is not None:
            first, other = _distance(row.claimed, true), _distance(getattr(row, second), true)
            right["second" if other < first else "first" if first < other else "neither"] += row.times
    decided = sum(right.values())
    return Change(
        sum(row.times for row in both), sum(row.times for row in changed), decided,
        right["second"], right["first"], right["neither"], rate(right["second"], right["second"] + right["first"]),
    )  # fmt: skip


def _distance(said: CustomerClass | None, true: CustomerClass) -> int:
    return abs(CLASSES.index(said) - CLASSES.index(true)) if said else len(CLASSES)


def _cost(row: ClassCount) -> bool:
    """Whether a D was taken for an A (R10): the rules said D, or the customer was lost."""
    return row.claimed == "A" and (row.verdict == "D" or row.ending is Ending.LOST)


def _push(name: str, pushed: Iterable[CloseCount]) -> Push:
    rows = list(pushed)
    there = sum(row.times for row in rows if row.signed_there)
    signed, over = _count(rows, SIGNED), [row for row in rows if row.over == LONGEST]
    return Push(
        name,
        sum(row.times for row in rows),
        there,
        signed - there,
        _count(rows, {Ending.LOST}),
        _count(rows, {Ending.OPEN}),
        rate(_count(over, SIGNED), sum(row.times for row in over)),
    )


def _group(row: GroupTally) -> Group:
    brier = row.squared / row.stated if row.stated >= MIN_OUTCOMES else None
    return Group(
        row.key,
        row.debriefs,
        rate(row.hits, row.decided),
        brier,
        row.stated,
        row.lost_on * HOURS_PER_WRONG_A,
        rate(row.later, row.unsigned),
        rate(row.too_high, row.claimed),
        rate(row.not_asked, row.told),
    )


def _count(rows: Iterable[ClassCount] | Iterable[CloseCount], endings: Iterable[Ending]) -> int:
    wanted = set(endings)
    return sum(row.times for row in rows if row.ending in wanted)
