"""The linear part: one weight a feature and class, fitted for all classes at once."""

from collections import Counter
from math import log

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

STRENGTH = 20.0
"""How weakly weights are held to nought."""
SEEN_IN = 3
"""Rarer features are not learned."""
ROUNDS = 60
_WEIGHT = {"c": 2.0, "s": 2.0, "p": 1.5, "t": 1.5, "w": 2.0, "l": 1.5, "S": 2.0}

Counts = Counter[str]


def vocabulary(counted: list[Counts]) -> dict[str, float]:
    """Features seen often enough to be learned, sorted, each with its weight: concepts and rare ones count more."""
    seen = Counter(name for one in counted for name in one)
    size = len(counted)
    return {
        name: log(size / count) / 5 * _WEIGHT.get(name.partition(":")[0], 1.0)
        for name, count in sorted(seen.items())
        if count >= SEEN_IN
    }


def matrix(counted: list[Counts], weights: dict[str, float]) -> csr_matrix:
    """A row a text, divided by the root of the sum of squared weights of what it has."""
    places = {name: place for place, name in enumerate(weights)}
    columns: list[int] = []
    ends = [0]
    values: list[float] = []
    for one in counted:
        own = sorted(
            (places[name], count * weights[name], count * weights[name] ** 2)
            for name, count in one.items()
            if name in places
        )
        length = sum(square for _, _, square in own) ** 0.5 or 1.0
        columns += [place for place, _, _ in own]
        values += [value / length for _, value, _ in own]
        ends.append(len(columns))
    return csr_matrix((np.array(values, np.float32), columns, ends), shape=(len(counted), len(weights)))


def solve(x: csr_matrix, told: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features x classes) and biases of the likeliest scorer; what does not count for a class is left out there."""
    features, classes = x.shape[1], told.shape[1]
    across = x.T.tocsr()
    truth, mask = told.astype(np.float32), counts.astype(np.float32)
    share = np.clip((truth * mask).sum(0) / mask.sum(0), 1e-4, 0.5)
    hold = np.float32(1 / STRENGTH)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat[:-classes].astype(np.float32).reshape(features, classes)
        score = x @ weights + flat[-classes:].astype(np.float32)
        wrong = (mask * (np.logaddexp(0, score) - truth * score)).sum(dtype=np.float64)
        slope = mask * (1 / (1 + np.exp(-score)) - truth)
        steep = across @ slope + hold * weights
        held = 0.5 * hold * (weights * weights).sum(dtype=np.float64)
        return float(wrong + held), np.concatenate([steep.ravel(), slope.sum(0)]).astype(np.float64)

    start = np.concatenate([np.zeros(features * classes), np.log(share / (1 - share))])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 6})
    return best.x[:-classes].reshape(features, classes), best.x[-classes:]
