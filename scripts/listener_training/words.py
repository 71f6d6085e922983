"""Which words the network knows, with the vectors they begin as; rare words share the row of a common one that means
nearly the same.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

SIZE = 64
"""Numbers a vector."""
STEP = 16
"""A vector is kept in whole parts of one, this many to it."""
OWN_FROM = 2
"""A word with a vector has a row of its own when training saw it this often; one without a vector, when it saw it once
more.
"""

NEAR = 0.8
"""A word that training hardly saw shares the row of the nearest one only where the cosine between them is at least this."""


class Vocabulary(NamedTuple):
    """The tokens of each row (from 1 on, as `Tokens` takes them) and the vectors of all rows, row 0 the unknown."""

    lines: list[str]
    vectors: np.ndarray


def vectors(folder: Path) -> tuple[list[str], np.ndarray]:
    """The words of vectors.txt and their vectors, one a row; scripts/gather_vectors made both."""
    words = (folder / "vectors.txt").read_text("utf-8").split("\n")
    flat = np.frombuffer((folder / "vectors.bin").read_bytes(), np.int8)
    return words, flat.reshape(len(words), SIZE).astype(np.float32) / STEP


def vocabulary(seen: Counter[str], words: list[str], known: np.ndarray) -> Vocabulary:
    """Rows for what training saw, `seen` counting its tokens; every other word of `words` shares the row that is near
    to it, if any.
    """
    place = {word: at for at, word in enumerate(words)}
    own = sorted(word for word, count in seen.items() if count >= OWN_FROM + (word not in place) and " " not in word)
    fresh = np.random.default_rng(0).normal(size=(len(own), SIZE)).astype(np.float32) / 2
    rows = np.array([known[place[word]] if word in place else fresh[at] for at, word in enumerate(own)], np.float32)
    lines = [[word] for word in own]
    for latin in (False, True):
        among = np.array([at for at, word in enumerate(own) if word in place and (word[0] == "~") == latin])
        others = [word for word in words if word not in seen or seen[word] < OWN_FROM if (word[0] == "~") == latin]
        for word, (at, like) in zip(
            others, _nearest(known[[place[word] for word in others]], rows[among]), strict=True
        ):
            if like >= NEAR:
                lines[among[at]].append(word)
    unknown = np.zeros((1, SIZE), np.float32)
    return Vocabulary([" ".join(line) for line in lines], np.concatenate([unknown, rows]))


def _nearest(what: np.ndarray, among: np.ndarray) -> Iterator[tuple[int, float]]:
    """For each of `what` its nearest of `among`, and the cosine between them."""
    own, of = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (what, among))
    for part in np.array_split(own, max(1, len(own) // 2000)):
        likeness = part @ of.T
        yield from zip(likeness.argmax(1).tolist(), likeness.max(1).tolist(), strict=True)
