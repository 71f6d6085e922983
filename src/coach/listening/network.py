"""A small convolutional network over tokens, in integer arithmetic, so that scores are the same on every machine.

Per clause: convolution over three tokens with max pooling (`answers`), a dense layer (`gists`), and a dense layer over
the clause and its two neighbours (`contexts`). The class scores are linear in the maxima of all three over the clauses.
Biases depend on the stage of a clause: the question it answers, or who says it.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any, NamedTuple

from coach.listening.lanes import Dense, Lanes
from coach.listening.on_disk import Table
from coach.listening.remembered import Remembered
from coach.listening.tokens import UNKNOWN, Token

REACH = 3
"""Width of the convolution over tokens, and of the context layer over clauses."""
ANSWER_SHIFT, LAYER_SHIFT = 2, 12
"""Activations of filters and of layers are quantized in units of 2**shift."""
_OFFSET = 128
_REMEMBERED = 2_000
_RAISED = 1 << 12
"""Offset of a token's lanes; the sum over three tokens has three times this offset."""


class Read(NamedTuple):
    """The activations of each clause in the three layers, packed, with offset, not negative."""

    answers: list[int]
    gists: list[int]
    contexts: list[int]


class Network:
    """Log odds of all classes for a whole text, and for each clause by itself."""

    def __init__(self, table: Table, layers: bytes, shape: dict[str, Any]) -> None:
        """`table`: one byte (weight + 128) per row, position and filter. `layers`: the weights from filters to gists;
        from gists to contexts, for the clause itself, the one before and the one after; from contexts, gists and
        filters to classes. `shape`: `answers`, `gists` and `contexts` have the integer biases per stage; `steps` and
        `biases` are those of the classes.

        Raises ValueError if the sizes do not match.
        """
        filters, gists, contexts = (len(next(iter(shape[key].values()))) for key in ("answers", "gists", "contexts"))
        self._filters = Lanes(filters, "H")
        self._gists, self._contexts = Lanes(gists, "I"), Lanes(contexts, "I")
        self._near = Lanes(REACH * contexts, "I")
        self._classes = Lanes(len(shape["steps"]), "I")
        self._table = table
        if len(table) % (REACH * filters):
            raise ValueError(f"{len(table)} weights for {filters} filters")
        split = filters * gists * self._gists.width
        size = (contexts + gists + filters) * self._classes.count * self._classes.width
        self._to_gists = Dense(filters, self._gists, layers[:split])
        self._to_contexts = Dense(gists, self._near, layers[split:-size])
        self._to_classes = Dense(contexts + gists + filters, self._classes, layers[-size:])
        self._steps: list[float] = shape["steps"]
        self._biases = [
            bias - self._classes.floor * step for bias, step in zip(shape["biases"], self._steps, strict=True)
        ]
        self._places = Lanes(REACH * filters, "H")
        self._raised = self._places.packed([_RAISED] * self._places.count)
        self._less = self._places.packed([_OFFSET] * self._places.count)
        self._mask = (1 << self._filters.bits) - 1
        self._lowest = self._filters.packed([REACH * _RAISED] * filters)
        self._answer_biases = {stage: self._filters.packed(row) for stage, row in shape["answers"].items()}
        self._gist_biases = {stage: self._gists.packed(row) for stage, row in shape["gists"].items()}
        floors = (REACH - 1) * self._contexts.zero
        self._context_biases = {stage: self._contexts.packed(row) - floors for stage, row in shape["contexts"].items()}
        self._words = Remembered(self._word, _REMEMBERED)
        self._single = Remembered(self._weighed, _REMEMBERED)
        self._concepts = Remembered(self._told, _REMEMBERED)

    @property
    def rows(self) -> int:
        """The number of rows of the table."""
        return len(self._table) // (REACH * self._filters.count)

    def read(self, clauses: Sequence[list[Token]], stages: Sequence[str]) -> Read:
        """The activations for these clauses, at least one, each at its stage."""
        answers = list(map(self._answers, clauses, stages))
        gists = [
            self._gists.positive(self._to_gists(self._filters.levels(answer, ANSWER_SHIFT)) + self._gist_biases[stage])
            for answer, stage in zip(answers, stages, strict=True)
        ]
        return Read(answers, gists, self._in_context(gists, stages))

    def scores(self, read: Read, first: int = 0) -> list[float]:
        """The scores of all classes for the text from the clause `first` on; those before it count as neighbours only."""
        return self._scored(
            reduce(self._filters.larger, read.answers[first:]),
            reduce(self._gists.larger, read.gists[first:]),
            reduce(self._contexts.larger, read.contexts[first:]),
        )

    def alone(self, read: Read) -> list[list[float]]:
        """The scores of each clause by itself."""
        return [self._scored(*one) for one in zip(*read, strict=True)]

    def _scored(self, answer: int, gist: int, context: int) -> list[float]:
        levels = (
            self._contexts.levels(context, LAYER_SHIFT)
            + self._gists.levels(gist, LAYER_SHIFT)
            + self._filters.levels(answer, ANSWER_SHIFT)
        )
        lanes = self._classes.lanes(self._to_classes(levels))
        return [lane * step + bias for lane, step, bias in zip(lanes, self._steps, self._biases, strict=True)]

    def _answers(self, clause: list[Token], stage: str) -> int:
        """Convolution, max pooling and ReLU over one clause.

        The clause is read backwards, so that the lowest lanes of `told` are the complete sum at the position read before.
        """
        larger, bits, mask = self._filters.larger, self._filters.bits, self._mask
        bias = self._answer_biases[stage]
        strongest = self._lowest - bias
        words, concepts = self._words, self._concepts
        edge = words[UNKNOWN]
        told = edge + (self._raised >> bits)
        for token in reversed(clause):
            told = (told >> bits) + words[token.row]
            if token.concepts:
                told += concepts[token.concepts]
            strongest = larger(told & mask, strongest)
        told = (told >> bits) + edge
        strongest = larger(told & mask, strongest)
        strongest = larger((told >> bits) + self._raised & mask, strongest)
        return strongest + bias - self._lowest + self._filters.zero

    def _in_context(self, gists: list[int], stages: Sequence[str]) -> list[int]:
        """The context layer: each clause with the ones before and after it."""
        told = [self._to_contexts(self._gists.levels(gist, LAYER_SHIFT)) for gist in gists]
        bits, none = self._contexts.bits, self._contexts.zero
        whole = (1 << bits) - 1
        own, before, after = ([one >> part * bits & whole for one in told] for part in range(REACH))
        near = zip(own, [none, *before[:-1]], [*after[1:], none], stages, strict=True)
        return [
            self._contexts.positive(mine + past + coming + self._context_biases[stage])
            for mine, past, coming, stage in near
        ]

    def _word(self, row: int) -> int:
        """The packed weights of a token, with offset: its contribution to the next position, its own, and the previous
        one.
        """
        return self._weighed(row) + self._raised

    def _told(self, concepts: tuple[int, ...]) -> int:
        """The contribution of concepts to the weights of a token."""
        return sum(map(self._single.__getitem__, concepts))

    def _weighed(self, row: int) -> int:
        """The weights of a row of the table, packed."""
        size = self._places.count
        return self._places.spread(self._table[size * row : size * (row + 1)]) - self._less
