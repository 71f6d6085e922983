"""Fits both parts of the ear, and chooses thresholds on hands that neither was fitted on."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

import numpy as np
from sklearn.isotonic import IsotonicRegression

from coach.domain.hearing import BLOCKERS
from coach.listening.claims import WEIGHED
from coach.listening.evidence import LINEAR
from coach.listening.features import Clause, features
from coach.listening.lexicon import Lexicon
from coach.listening.normal import Spelling
from coach.listening.tokens import MARKS, Token, Tokens, from_list
from listener_training import convolution, linear
from listener_training.sources import Item
from listener_training.words import Vocabulary, vocabulary

CLASSES = [
    *(("authority", value) for value in ("first", "second", "third", "not_first")),
    *((key, value) for key in ("need", "power", "value") for value in ("yes", "no", "unsure")),
    *((key, value) for key in ("close_attempted", "signed", "gave_in", "next_step") for value in ("yes", "no")),
    *(("blockers", value) for value in BLOCKERS),
]
STAGES = ("opening", "forward", "unsigned", "reverse", "push")
MARKED = [*("'" + mark for mark in MARKS), *(f"#{size}" for size in range(1, 8))]
"""Marks and numbers as tokens."""
KEPT = 45_000
"""Features that are shipped: those whose weights move most."""
_LIMITS = np.arange(20, 92) / 100
_SMOOTH, _SHARE = 6, 0.6
Judged = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Chances, what is told and what counts, utterances x classes each."""


class Texts(NamedTuple):
    """Utterances with their plain text, clauses and counted features."""

    items: list[Item]
    plain: list[str]
    clauses: list[list[Clause]]
    counted: list[Counter[str]]


class Ear(NamedTuple):
    """Both parts, fitted: linear weights of the features, and the network with the rows of its words."""

    weights: dict[str, float]
    columns: np.ndarray
    biases: np.ndarray
    words: Vocabulary
    concepts: list[str]
    net: convolution.Filters


def texts(ear: dict[str, Any], items: list[Item]) -> Texts:
    """The utterances as both parts read them."""
    spelling = Spelling(str.maketrans(*ear["characters"]), ear["forms"], ear["stems"])
    lexicon = Lexicon(ear["phrases"])
    plain = [spelling.plain(item["text"]) for item in items]
    told = [features(text, item["stage"], spelling, lexicon) for text, item in zip(plain, items, strict=True)]
    return Texts(items, plain, told, [Counter(name for clause in one for name in clause.counted) for one in told])


def part(whole: Texts, rows: np.ndarray) -> Texts:
    """Some of the utterances."""
    return Texts(*([column[row] for row in rows] for column in whole))


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


def fit(own: Texts, words: list[str], vectors: np.ndarray) -> Ear:
    """Both parts from these utterances."""
    told, counts = gold(own.items)
    weights = linear.vocabulary(own.counted)
    columns, biases = linear.solve(linear.matrix(own.counted, weights), told, counts)
    print(f"  linear: {len(weights)} features", flush=True)
    concepts = sorted(
        {one for clauses in own.clauses for clause in clauses for hit in clause.found for one in hit.concepts}
    )
    rows = vocabulary(_seen(own, words), words, vectors)
    net = convolution.train(
        _read(own, from_list(rows.lines, concepts)), _stages(own), told, counts, rows.vectors, len(concepts)
    )
    return Ear(weights, columns, biases, rows, concepts, net)


def chances(ear: Ear, other: Texts) -> np.ndarray:
    """The chance of every class for every utterance."""
    first = linear.matrix(other.counted, ear.weights) @ ear.columns + ear.biases
    read = _read(other, from_list(ear.words.lines, ear.concepts))
    second = convolution.scores(ear.net, read, _stages(other), len(ear.words.vectors))
    return np.asarray(1 / (1 + np.exp(-(LINEAR * first + (1 - LINEAR) * second))))


def _seen(own: Texts, words: list[str]) -> Counter[str]:
    """How often each token stands in the texts, every word and character having a row of its own."""
    singles = {char for text in own.plain for char in text if "\u3400" <= char <= "\u9fff"}
    stems = {
        "~" + word[0] for clauses in own.clauses for clause in clauses for word in clause.words if word[0][:1] > "9"
    }
    names = sorted({*words, *singles, *stems, *MARKED})
    cut = from_list(names, ())
    return Counter(names[token.row - 1] for one in _read(own, cut) for clause in one for token in clause if token.row)


def _read(own: Texts, tokens: Tokens) -> list[list[list[Token]]]:
    return [
        [tokens.of(text, one.start, one.end, one.words, one.found) for one in clauses]
        for text, clauses in zip(own.plain, own.clauses, strict=True)
    ]


def _stages(own: Texts) -> np.ndarray:
    return np.array([STAGES.index(item["stage"]) for item in own.items])


def train(
    told: dict[str, Any], items: list[Item], held: tuple[str, ...], words: list[str], vectors: np.ndarray
) -> dict[str, Any]:
    """Everything that is shipped. Thresholds and calibration come from the hands `held`, which a first ear does not see; the
    second, shipped one is fitted to all."""
    whole = texts(told, items)
    apart = np.array([item["hand"] in held for item in items])
    with ProcessPoolExecutor(2) as pool:
        both = [
            pool.submit(fit, part(whole, rows), words, vectors)
            for rows in (np.flatnonzero(~apart), np.arange(len(items)))
        ]
    first, ear = (one.result() for one in both)
    unseen = part(whole, np.flatnonzero(apart))
    likely, (truth, counts) = chances(first, unseen), gold(unseen.items)
    chinese = np.array([item["id"].startswith("zh") for item in unseen.items])
    zh, en = ((likely[rows], truth[rows], counts[rows]) for rows in (chinese, ~chinese))
    thresholds = {"zh": best_thresholds(zh, en), "en": best_thresholds(en, zh)}
    table, mixture, shape = convolution.shipped(ear.net, STAGES)
    names, weights, scales = _shipped(ear, whole)
    return {
        "ear": told
        | {
            "classes": [" ".join(one) for one in CLASSES],
            "scales": scales,
            "biases": [float(f"{bias:.6g}") for bias in ear.biases],
            "thresholds": thresholds,
            "calibration": calibration(likely, truth, counts),
            "concepts": ear.concepts,
            "network": shape,
        },
        "names": names,
        "weights": weights,
        "tokens": ear.words.lines,
        "table": table,
        "mixture": mixture,
    }


def _shipped(ear: Ear, whole: Texts) -> tuple[list[str], bytes, list[float]]:
    """The features that move most, a byte a feature and column; the last column is the square of its own weight."""
    own = np.array(list(ear.weights.values()))
    seen = Counter(name for one in whole.counted for name in one)
    moves = np.abs(ear.columns).max(1) * own * np.sqrt([seen[name] for name in ear.weights])
    keep = np.sort(np.argsort(-moves, kind="stable")[:KEPT])
    columns = np.column_stack([ear.columns * own[:, None], own**2])
    scales = np.maximum(np.abs(columns).max(0), 1e-6) / 127
    steps = (np.rint(columns[keep] / scales).astype(int) + 128).astype(np.uint8)
    names = list(ear.weights)
    return [names[place] for place in keep], steps.tobytes(), [float(f"{scale:.6g}") for scale in scales]


def best_thresholds(own: Judged, other: Judged) -> list[float]:
    """For each class the threshold with the best weighted mean of precision and recall, precision counting more;
    most where a wrong claim is dear: a yes to need, money or value, and somebody taken for the one who decides.

    One language's hands are few for a rare class, so the other language's count in part, and the means are smoothed over
    neighbouring thresholds: the single best one would be an accident of the hands.
    """
    smooth = np.ones(2 * _SMOOTH + 1) / (2 * _SMOOTH + 1)
    found = []
    for column, (key, value) in enumerate(CLASSES):
        weight = 0.45 if key in WEIGHED and value == "yes" else 0.35 if value == "first" else 0.55
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
    grid = [round(0.05 * step, 2) for step in range(1, 20)]
    model = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(likely[counts], told[counts])
    return [grid, [round(float(right), 4) for right in model.predict(grid)]]
