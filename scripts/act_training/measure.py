"""Measures acts against gold: how often they are right, act by act and over all."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scripts.act_training.sources import Item

from coach.domain.hearing import Act
from coach.listening.acts import ACTS


class Figures(NamedTuple):
    """`every` is F1 over all acts together, `mean` the plain mean of the acts' own F1, `exact` the share of lines all
    right.
    """

    every: float
    mean: float
    exact: float
    acts: Mapping[Act, float]


def measure(heard: Iterable[Sequence[Act]], lines: Sequence[Item]) -> Figures:
    """The figures of what was heard in lines; acts that careful readers could dispute (`skip`) count neither way."""
    right, extra, missed = dict.fromkeys(ACTS, 0), dict.fromkeys(ACTS, 0), dict.fromkeys(ACTS, 0)
    exact = 0
    for acts, one in zip(heard, lines, strict=True):
        skip = set(one.get("skip") or ())
        told, gold = set(acts) - skip, set(one["gold"]) - skip
        exact += told == gold
        for counter, kind in ((right, told & gold), (extra, told - gold), (missed, gold - told)):
            for act in kind:
                counter[act] += 1
    own = {act: _f1(right[act], extra[act], missed[act]) for act in ACTS}
    every = _f1(sum(right.values()), sum(extra.values()), sum(missed.values()))
    return Figures(every, sum(own.values()) / len(own), exact / max(len(lines), 1), own)


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / (2 * right + extra + missed) if right else 0.0
