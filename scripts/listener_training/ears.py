"""A network fitted to texts, whatever its classes: which tokens it has, and what it makes of other texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from scripts.listener_training import convolution
from scripts.listener_training.words import Vocabulary, vocabulary

from coach.listening.lexicon import Lexicon
from coach.listening.normal import Spelling
from coach.listening.reading import Clause, Reader
from coach.listening.tokens import MARKS, Tokens, from_list

MARKED = [*("'" + mark for mark in MARKS), *(f"#{size}" for size in range(1, 8))]
"""Marks and numbers as tokens."""
SEEN_IN = 3
"""Phrases of the lexicon that fewer clauses have get no row of their own beside those of their concepts."""


class Segment(NamedTuple):
    """Words said at one stage; `scored` where what they tell counts by itself, not only as a neighbour."""

    text: str
    stage: int
    scored: bool = True


class Ear(NamedTuple):
    """The network, fitted, with the rows of its words, concepts and phrases."""

    words: Vocabulary
    concepts: list[str]
    net: convolution.Filters


class Texts:
    """Texts of one or more segments, and what is read in them with the vocabulary of an ear."""

    def __init__(self, told: dict[str, Any], texts: Sequence[Sequence[Segment]]) -> None:
        """`told`: spelling and lexicon as `sources.ear` gives them."""
        self._spelling = Spelling.described(told)
        self._lexicon = Lexicon(told["phrases"])
        self._texts = texts

    def clauses(self, tokens: Tokens) -> Iterator[Clause]:
        """All clauses."""
        reader = Reader(self._spelling, self._lexicon, tokens)
        return (clause for text in self._texts for segment in text for clause in reader.read(segment.text))

    def read(self, words: Vocabulary, concepts: Sequence[str]) -> list[convolution.Read]:
        """Each text as the network reads it; a scored segment without a clause is an empty one."""
        reader = Reader(self._spelling, self._lexicon, from_list(words.lines, concepts))

        def read(segment: Segment) -> convolution.Read:
            tokens = [clause.tokens for clause in reader.read(segment.text)] or [[]] * segment.scored
            return [convolution.Clause(one, segment.stage, segment.scored) for one in tokens]

        return [[clause for segment in text for clause in read(segment)] for text in self._texts]

    def names(self, words: Iterable[str]) -> list[str]:
        """Everything that may be a token: `words`, every Chinese character and Latin stem that stands in the texts,
        marks and numbers.
        """
        plain = [self._spelling.plain(segment.text) for text in self._texts for segment in text]
        singles = {char for text in plain for char in text if "\u3400" <= char <= "\u9fff"}
        stems = {
            "~" + stem for text in plain for stem, _, _ in self._spelling.words(text, 0, len(text)) if stem[:1] > "9"
        }
        return sorted({*words, *singles, *stems, *MARKED})


def fit(
    told: dict[str, Any],
    texts: Texts,
    truth: np.ndarray,
    counts: np.ndarray,
    known: tuple[list[str], np.ndarray],
    sizes: convolution.Sizes,
) -> Ear:
    """An ear from these texts. `truth` and `counts` (texts x classes, bool): what is told, and what counts at all;
    `known`: words with their vectors from elsewhere.
    """
    words, vectors = known
    names = texts.names(words)
    seen: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for clause in texts.clauses(from_list(names, ())):
        seen.update(names[token.row - 1] for token in clause.tokens if token.row)
        found.update({name for hit in clause.found for name in (*hit.concepts, hit.phrase)})
    named = {concept for concepts in told["phrases"].values() for concept in concepts}
    concepts = sorted(name for name, count in found.items() if name in named or count >= SEEN_IN)
    rows = vocabulary(seen, words, vectors)
    read = texts.read(rows, concepts)
    return Ear(rows, concepts, convolution.train(read, truth, counts, rows.vectors, len(concepts), sizes))


def log_odds(ear: Ear, texts: Texts) -> np.ndarray:
    """The log odds of every class for every text."""
    return convolution.scores(ear.net, texts.read(ear.words, ear.concepts), len(ear.words.vectors))


def chances(log_odds: np.ndarray) -> np.ndarray:
    """The chances that log odds stand for."""
    return np.asarray(1 / (1 + np.exp(-log_odds)))
