"""Fits the linear scorer of the acts and writes what is shipped."""

import base64
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from scripts.act_training.sources import Item, joined, reader, spelling, written
from sklearn.linear_model import LogisticRegression

from coach.listening.act_scorer import ActScorer
from coach.listening.acts import ACTS, features_of

STRENGTH = 40.0
CUE = 2.0
"""A cue of the lexicon weighs this many times a run of characters or words while fitting."""
MADE = 0.5
"""What a made line counts beside a written one."""
SEEN_IN = 2
THRESHOLD = 0.4
RUNS_ONLY, ALL = "runs", "all"

Sets = list[tuple[set[str], set[str]]]


def counted(folder: Path, language: str, lines: list[Item], which: str = ALL) -> Sets:
    """The features of every line: (of the lexicon, runs)."""
    features = features_of(language, folder, reader(spelling(folder, language)))
    sets = [features.count(one["customer"], one["rep"]) for one in lines]
    return sets if which == ALL else [(set(), runs) for _, runs in sets]


def gold(lines: list[Item]) -> tuple[np.ndarray, np.ndarray]:
    """Which acts are told, and which count at all: two arrays (lines x acts) of bool."""
    told = np.array([[act in one["gold"] for act in ACTS] for one in lines], bool)
    counts = np.array([[act not in (one.get("skip") or ()) for act in ACTS] for one in lines], bool)
    return told, counts


def vocabulary(sets: Sets) -> dict[str, int]:
    """Features seen often enough to be learned, sorted, with their columns."""
    seen = Counter(name for cues, runs in sets for name in cues | runs)
    return {name: place for place, name in enumerate(sorted(name for name, count in seen.items() if count >= SEEN_IN))}


def matrix(sets: Sets, names: dict[str, int]) -> csr_matrix:
    """Rows of length about one; the columns of cues are `CUE` times as long as those of runs."""
    columns: list[int] = []
    ends, values = [0], []
    for cues, runs in sets:
        first = sorted(names[name] for name in cues if name in names)
        second = sorted(names[name] for name in runs if name in names)
        size = max(len(first) + len(second), 1) ** 0.5
        columns += first + second
        values += [CUE / size] * len(first) + [1 / size] * len(second)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(sets), len(names)))


def train(folder: Path, language: str, lines: list[Item], which: str = ALL) -> dict[str, Any]:
    """Everything that is shipped for a language: spelling, names of features, quantised weights, threshold."""
    lines = lines + written(language)
    made = joined(lines, language)
    sets = counted(folder, language, lines + made, which)
    told, counts = gold(lines + made)
    weigh = np.array([1.0] * len(lines) + [MADE] * len(made))
    names = vocabulary(sets[: len(lines)])
    x = matrix(sets, names)
    weights, biases = np.zeros((len(ACTS), len(names))), np.zeros(len(ACTS))
    for row in range(len(ACTS)):
        own = counts[:, row]
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=300)
        model.fit(x[own], told[own, row], sample_weight=weigh[own])
        weights[row], biases[row] = model.coef_[0], model.intercept_[0]
    cues = {name for one, _ in sets for name in one}
    weights[:, [place for name, place in names.items() if name in cues]] *= CUE
    return spelling(folder, language) | shipped(names, weights, biases)


def shipped(names: dict[str, int], weights: np.ndarray, biases: np.ndarray) -> dict[str, Any]:
    """Weights in steps of a byte; features that weigh nothing are left out."""
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-6) / 127
    steps = (np.rint(weights / scales[:, None]).astype(int) + 128).T.astype(np.uint8)
    keep = (steps != 128).any(axis=1)
    return {
        "features": "\n".join(name for name, kept in zip(names, keep, strict=True) if kept),
        "weights": base64.b64encode(steps[keep].tobytes()).decode(),
        "scales": [float(f"{scale:.6g}") for scale in scales],
        "biases": [float(f"{bias:.6g}") for bias in biases],
        "threshold": THRESHOLD,
    }


def scorer(told: dict[str, Any]) -> ActScorer:
    """The scorer that the product would load."""
    return ActScorer(told["features"].split("\n"), base64.b64decode(told["weights"]), told["scales"], told["biases"])


def write(told: dict[str, Any], file: Path) -> None:
    """Writes what is shipped for a language."""
    file.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
