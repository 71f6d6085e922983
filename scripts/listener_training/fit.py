"""Fits the ear, and chooses thresholds on hands that it was not fitted on."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np
from scripts.listener_training import convolution, ears
from scripts.listener_training.sources import Item
from sklearn.isotonic import IsotonicRegression

from coach.domain.hearing import BLOCKERS
from coach.listening.claims import WEIGHED

CLASSES = [
    *(("authority", value) for value in ("first", "second", "third", "not_first")),
    *((key, value) for key in ("need", "power", "value") for value in ("yes", "no", "unsure")),
    *((key, value) for key in ("close_attempted", "signed", "gave_in", "next_step") for value in ("yes", "no")),
    *(("blockers", value) for value in BLOCKERS),
]
STAGES = ("opening", "forward", "unsigned", "reverse", "push")
SIZES = convolution.Sizes(filters=192, gists=96, contexts=96, own=64, rounds=12)
_LIMITS = np.arange(20, 92) / 100
_SMOOTH, _SHARE = 6, 0.6
Judged = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Chances, what is told and what counts, utterances x classes each."""


def gold(items: list[Item]) -> tuple[np.ndarray, np.ndarray]:
    """What is told, and what counts at all: two arrays (utterances x classes) of bool."""
    told = np.zeros((len(items), len(CLASSES)), bool)
    counts = np.ones_like(told)
    for row, item in enumerate(items):
        for column, (key, value) in enumerate(CLASSES):
            given = item["gold"].get(key)
            told[row, column] = value in given if isinstance(given, list) else given == value
            counts[row, column] = key not in (item.get("skip") or ())
    return told, counts


def texts(told: dict[str, Any], items: Sequence[Item]) -> ears.Texts:
    """Utterances as texts of one segment, at the stage whose question they answer."""
    return ears.Texts(told, [[ears.Segment(item["text"], STAGES.index(item["stage"]))] for item in items])


def fit(told: dict[str, Any], items: list[Item], known: tuple[list[str], np.ndarray]) -> ears.Ear:
    """An ear for facts from these utterances."""
    return ears.fit(told, texts(told, items), *gold(items), known, SIZES)


def train(
    told: dict[str, Any], items: list[Item], held: tuple[str, ...], known: tuple[list[str], np.ndarray]
) -> dict[str, Any]:
    """Everything that is shipped. Thresholds and calibration come from the hands `held`, which a first ear does not see; the
    second, shipped one is fitted to all."""
    unseen = [item for item in items if item["hand"] in held]
    seen = [item for item in items if item["hand"] not in held]
    with ProcessPoolExecutor(2) as pool:
        first, ear = (one.result() for one in [pool.submit(fit, told, own, known) for own in (seen, items)])
    likely, (truth, counts) = ears.chances(ears.log_odds(first, texts(told, unseen))), gold(unseen)
    chinese = np.array([item["id"].startswith("zh") for item in unseen])
    zh, en = ((likely[rows], truth[rows], counts[rows]) for rows in (chinese, ~chinese))
    thresholds = {"zh": best_thresholds(zh, en), "en": best_thresholds(en, zh)}
    table, layers, shape = convolution.shipped(ear.net, STAGES)
    return {
        "ear": told
        | {
            "classes": [" ".join(one) for one in CLASSES],
            "thresholds": thresholds,
            "calibration": calibration(likely, truth, counts),
            "concepts": ear.concepts,
            "network": shape,
        },
        "tokens": ear.words.lines,
        "table": table,
        "layers": layers,
    }


def best_thresholds(own: Judged, other: Judged) -> list[float]:
    """For each class the threshold with the best weighted mean of precision and recall, precision counting more;
    most where a wrong claim is dear: a yes to need, money or value, and somebody taken for the one who decides.

    One language's hands are few for a rare class, so the other language's count in part, and the means are smoothed over
    neighbouring thresholds: the single best one would be an accident of the hands.
    """
    smooth = np.ones(2 * _SMOOTH + 1) / (2 * _SMOOTH + 1)
    found = []
    for column, (key, value) in enumerate(CLASSES):
        weight = 0.3 if key in WEIGHED and value == "yes" else 0.25 if value == "first" else 0.5
        right, claimed, there = (
            one + _SHARE * another
            for one, another in zip(_counted(*own, column), _counted(*other, column), strict=True)
        )
        if not right.any():
            found.append(0.5)
            continue
        precision, recall = right / np.maximum(claimed, 1), right / np.maximum(there, 1)
        means = (1 + weight) * precision * recall / np.maximum(weight * precision + recall, 1e-9)
        best = np.convolve(np.pad(means, _SMOOTH, mode="edge"), smooth, "valid")
        found.append(float(_LIMITS[best.argmax()]))
    return found


def _counted(likely: np.ndarray, told: np.ndarray, counts: np.ndarray, column: int) -> tuple[np.ndarray, ...]:
    """At each limit how many claims are right and how many are made; and how many facts there are."""
    rows = counts[:, column]
    claims, true = likely[rows, column, None] >= _LIMITS, told[rows, column, None]
    return (claims & true).sum(0), claims.sum(0), true.sum(0)


def calibration(likely: np.ndarray, told: np.ndarray, counts: np.ndarray) -> list[list[float]]:
    """How often a chance turned out right, rising: two lists to interpolate between."""
    grid = [*(round(0.05 * step, 2) for step in range(1, 20)), 0.97, 0.98, 0.99, 0.995]
    model = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(likely[counts], told[counts])
    return [grid, [round(float(right), 4) for right in model.predict(grid)]]
