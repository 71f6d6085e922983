"""Fits the two halves of the ear for acts, the network and the linear scorer, and writes what is shipped."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scripts.act_training.sources import Item
from scripts.listener_training import convolution, ears, shipping
from sklearn.linear_model import LogisticRegression

from coach.listening.act_features import ActFeatures
from coach.listening.acts import ACTS, CUSTOMER, REP
from coach.listening.fingerprints import packed
from coach.listening.normal import Spelling

SIZES = convolution.Sizes(filters=96, gists=64, contexts=64, own=32, rounds=16)
STAGES = (CUSTOMER, REP)
STRENGTH = 40.0
SEEN_IN = 2
"""Features that fewer lines have are not learned."""
THRESHOLD = 0.3


class Linear(NamedTuple):
    """Weights (features x acts) and biases; the features by name, in order."""

    names: dict[str, int]
    weights: np.ndarray
    biases: np.ndarray


def gold(lines: Sequence[Item]) -> tuple[np.ndarray, np.ndarray]:
    """Which acts are told, and which count at all: two arrays (lines x acts) of bool."""
    told = np.array([[act in one["gold"] for act in ACTS] for one in lines], bool)
    counts = np.array([[act not in (one.get("skip") or ()) for act in ACTS] for one in lines], bool)
    return told, counts


def texts(told: dict[str, Any], lines: Sequence[Item]) -> ears.Texts:
    """Each line as a text: what the customer said, which only counts as a neighbour, and what the rep said."""
    customer, rep = map(STAGES.index, (CUSTOMER, REP))
    return ears.Texts(
        told, [[ears.Segment(one["customer"], customer, scored=False), ears.Segment(one["rep"], rep)] for one in lines]
    )


def features(told: dict[str, Any], lines: Sequence[Item]) -> list[set[str]]:
    """The names of the features of every line."""
    extraction = ActFeatures(Spelling.described(told))
    return [extraction.names(one["customer"], one["rep"]) for one in lines]


def matrix(found: Sequence[set[str]], names: dict[str, int]) -> csr_matrix:
    """Rows of length one."""
    columns: list[int] = []
    ends, values = [0], []
    for one in found:
        known = sorted(names[name] for name in one if name in names)
        columns += known
        values += [max(len(known), 1) ** -0.5] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(found), len(names)))


def fit_linear(told: dict[str, Any], lines: Sequence[Item]) -> Linear:
    """The linear half, an act at a time."""
    found = features(told, lines)
    seen = Counter(name for one in found for name in one)
    names = {name: place for place, name in enumerate(sorted(name for name in seen if seen[name] >= SEEN_IN))}
    rows, (truth, counts) = matrix(found, names), gold(lines)
    weights, biases = np.zeros((len(names), len(ACTS))), np.zeros(len(ACTS))
    for act in range(len(ACTS)):
        own = counts[:, act]
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=300)
        model.fit(rows[own], truth[own, act])
        weights[:, act], biases[act] = model.coef_[0], model.intercept_[0]
    return Linear(names, weights, biases)


def fit_network(told: dict[str, Any], lines: Sequence[Item], known: tuple[list[str], np.ndarray]) -> ears.Ear:
    """The other half."""
    return ears.fit(told, texts(told, lines), *gold(lines), known, SIZES)


def log_odds(told: dict[str, Any], linear: Linear, network: ears.Ear, lines: Sequence[Item]) -> tuple[np.ndarray, ...]:
    """What each half makes of lines, lines x acts."""
    by_ngrams = matrix(features(told, lines), linear.names) @ linear.weights + linear.biases
    return by_ngrams, ears.log_odds(network, texts(told, lines))


def write(linear: Linear, network: ears.Ear, folder: Path) -> None:
    """Writes ear.json, the vocabulary, and the weights of both halves; the linear ones in steps of a byte."""
    scales = np.maximum(np.abs(linear.weights).max(axis=0), 1e-6) / 127
    steps = (np.rint(linear.weights / scales).astype(int) + 128).astype(np.uint8)
    keep = (steps != 128).any(axis=1)
    names = [name for name, kept in zip(linear.names, keep, strict=True) if kept]
    order, prints = packed(names)
    folder.mkdir(exist_ok=True)
    (folder / "features.bin").write_bytes(prints)
    (folder / "weights.bin").write_bytes(steps[keep][order].tobytes())
    table, layers, shape = convolution.shipped(network.net, STAGES)
    ear = {
        "concepts": network.concepts,
        "network": shape,
        "scales": [float(f"{scale:.6g}") for scale in scales],
        "biases": [float(f"{bias:.6g}") for bias in linear.biases],
        "threshold": THRESHOLD,
    }
    shipping.write({"ear": ear, "tokens": network.words.lines, "table": table, "layers": layers}, folder)
