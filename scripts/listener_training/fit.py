"""Fits the linear scorer, chooses thresholds on hands it was not fitted on, and writes what is shipped."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from coach.domain.hearing import BLOCKERS
from coach.listening.features import features
from coach.listening.lexicon import Lexicon
from coach.listening.normal import Spelling
from listener_training.sources import Item

CLASSES = [
    *(("authority", value) for value in ("first", "second", "third", "not_first")),
    *((key, value) for key in ("need", "power", "value") for value in ("yes", "no", "unsure")),
    *((key, value) for key in ("close_attempted", "signed", "gave_in", "next_step") for value in ("yes", "no")),
    *(("blockers", value) for value in BLOCKERS),
]
STRENGTH = 20.0
SEEN_IN = 2


def counted(ear: dict[str, Any], items: list[Item]) -> list[frozenset[str]]:
    """The features of every utterance."""
    spelling = Spelling(str.maketrans(*ear["characters"]), ear["forms"], ear["stems"])
    lexicon = Lexicon(ear["phrases"])
    return [
        frozenset().union(
            *(part[2] for part in features(spelling.plain(item["text"]), item["stage"], spelling, lexicon))
        )
        for item in items
    ]


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


def matrix(sets: list[frozenset[str]], names: dict[str, int]) -> csr_matrix:
    """Binary features, each row of length one."""
    columns, ends, values = [], [0], []
    for one in sets:
        own = sorted(names[name] for name in one if name in names)
        columns += own
        values += [len(own) ** -0.5] * len(own)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(sets), len(names)))


def vocabulary(sets: list[frozenset[str]]) -> dict[str, int]:
    """Features seen often enough to be learned, sorted, with their columns."""
    seen = Counter(name for one in sets for name in one)
    return {name: place for place, name in enumerate(sorted(name for name, count in seen.items() if count >= SEEN_IN))}


def solve(x: csr_matrix, told: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (classes x features) and biases, one classifier a class over the utterances that count for it."""
    weights = np.zeros((told.shape[1], x.shape[1]))
    biases = np.full(told.shape[1], -9.0)
    for column in range(told.shape[1]):
        rows = counts[:, column]
        if told[rows, column].sum() < 3:
            continue
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=300)
        model.fit(x[rows], told[rows, column])
        weights[column], biases[column] = model.coef_[0], model.intercept_[0]
    return weights, biases


def across_hands(sets: list[frozenset[str]], items: list[Item]) -> np.ndarray:
    """The chance of every class for every utterance, from a scorer that never saw the utterance's hand."""
    told, counts = gold(items)
    hands = np.array([item["hand"] for item in items])
    chances = np.zeros(told.shape)
    for hand in sorted(set(hands)):
        own = np.flatnonzero(hands == hand)
        other = np.flatnonzero(hands != hand)
        names = vocabulary([sets[row] for row in other])
        weights, biases = solve(matrix([sets[row] for row in other], names), told[other], counts[other])
        chances[own] = 1 / (1 + np.exp(-(matrix([sets[row] for row in own], names) @ weights.T + biases)))
    return chances


def train(ear: dict[str, Any], items: list[Item]) -> dict[str, Any]:
    """Everything that is shipped: the ear, names of features, quantised weights, thresholds, calibration."""
    sets = counted(ear, items)
    told, counts = gold(items)
    chances = across_hands(sets, items)
    chinese = np.array([item["id"].startswith("zh") for item in items])
    thresholds = {
        name: best_thresholds(chances[rows], told[rows], counts[rows])
        for name, rows in (("zh", chinese), ("en", ~chinese))
    }
    names = vocabulary(sets)
    weights, biases = solve(matrix(sets, names), told, counts)
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-6) / 127
    steps = (np.rint(weights / scales[:, None]).astype(int) + 128).T.astype(np.uint8)
    keep = (steps != 128).any(axis=1)
    return {
        "ear": ear
        | {
            "classes": [" ".join(one) for one in CLASSES],
            "scales": [float(f"{scale:.6g}") for scale in scales],
            "biases": [float(f"{bias:.6g}") for bias in biases],
            "thresholds": thresholds,
            "calibration": calibration(chances, told, counts),
        },
        "names": [name for name, kept in zip(names, keep, strict=True) if kept],
        "weights": steps[keep].tobytes(),
    }


def best_thresholds(chances: np.ndarray, told: np.ndarray, counts: np.ndarray) -> list[float]:
    """For each class the threshold with the best weighted mean of precision and recall, precision counting more;
    most where a wrong claim is dear: a yes to need, money or value, and somebody taken for the one who decides."""
    found = []
    for column, (key, value) in enumerate(CLASSES):
        dear = (key in ("need", "power", "value") and value == "yes") or value == "first"
        weight = 0.08 if dear else 0.4
        rows = counts[:, column]
        best = (0.0, 0.5)
        for step in range(30, 92):
            limit = step / 100
            claimed = chances[rows, column] >= limit
            right = (claimed & told[rows, column]).sum()
            if right:
                precision, recall = right / claimed.sum(), right / told[rows, column].sum()
                best = max(best, ((1 + weight) * precision * recall / (weight * precision + recall), limit))
        found.append(best[1])
    return found


def calibration(chances: np.ndarray, told: np.ndarray, counts: np.ndarray) -> list[list[float]]:
    """How often a chance turned out right, rising: two lists to interpolate between."""
    from sklearn.isotonic import IsotonicRegression

    grid = [round(0.05 * step, 2) for step in range(1, 20)]
    model = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(chances[counts], told[counts])
    return [grid, [round(float(right), 4) for right in model.predict(grid)]]


def write(shipped: dict[str, Any], folder: Path) -> None:
    """Writes ear.json, features.txt and weights.bin."""
    text = json.dumps(shipped["ear"], ensure_ascii=False, separators=(",", ":"))
    (folder / "ear.json").write_text(text + "\n", "utf-8")
    (folder / "features.txt").write_text("\n".join(shipped["names"]), "utf-8")
    (folder / "weights.bin").write_bytes(shipped["weights"])
