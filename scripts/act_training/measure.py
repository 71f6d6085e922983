"""Measures acts against gold: how often they are right, act by act and over all."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scripts.act_training import fit, sources
from scripts.act_training.sources import Item

from coach.domain.hearing import Act
from coach.listening.acts import ACTS, chosen, features_of

Judge = Callable[[Item], tuple[Act, ...]]


class Figures(NamedTuple):
    """`every` is F1 over all acts together, `mean` the plain mean of the acts' own F1, `exact` the share of lines all right."""

    every: float
    mean: float
    exact: float
    acts: dict[Act, float]


def measure(judge: Judge, lines: list[Item]) -> Figures:
    """The figures of a judge; acts that careful readers could dispute (`skip`) count neither way."""
    right, extra, missed = dict.fromkeys(ACTS, 0), dict.fromkeys(ACTS, 0), dict.fromkeys(ACTS, 0)
    exact = 0
    for one in lines:
        skip = set(one.get("skip") or ())
        told, gold = set(judge(one)) - skip, set(one["gold"]) - skip
        exact += told == gold
        for counter, acts in ((right, told & gold), (extra, told - gold), (missed, gold - told)):
            for act in acts:
                counter[act] += 1
    own = {act: _f1(right[act], extra[act], missed[act]) for act in ACTS}
    every = _f1(sum(right.values()), sum(extra.values()), sum(missed.values()))
    return Figures(every, sum(own.values()) / len(own), exact / max(len(lines), 1), own)


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def by_lexicon(folder: Path, language: str) -> Judge:
    """A judge that only counts: an act is told by two of its cues; a day makes one cue for `next` enough."""
    features = features_of(language, folder, sources.reader(sources.spelling(folder, language)))

    def judge(item: Item) -> tuple[Act, ...]:
        told, _ = features.count(item["customer"], item["rep"])
        cues = [name[2:].rsplit("_", 1)[0].replace("givein", "give_in") for name in told if name.startswith("c:")]
        needed = {act: 1 if act == "next" and "d:day" in told else 2 for act in ACTS}
        return tuple(act for act in ACTS if cues.count(act) >= needed[act]) or ("other",)

    return judge


def by_weights(folder: Path, language: str, lines: list[Item], which: str) -> Judge:
    """A judge trained on these lines, as shipped (weights in bytes)."""
    told = fit.train(folder, language, lines, which)
    scorer = fit.scorer(told)
    features = features_of(language, folder, sources.reader(told))

    def judge(item: Item) -> tuple[Act, ...]:
        cues, runs = features.count(item["customer"], item["rep"])
        return chosen(scorer.chances(cues | runs), told["threshold"])

    return judge
