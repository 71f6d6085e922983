"""A small network over words: filters of three words, what a clause concludes from their strongest answers and its neighbours', a weighing.

Every filter is a lane of one big integer, so that a few additions answer for all of them, and the larger of two answers is taken for all
lanes at once. Nothing but the standard library, and exact: the same text gives the same numbers on every machine.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import compress
from operator import mul
from typing import Any, NamedTuple

from coach.listening.on_disk import Table
from coach.listening.remembered import Remembered
from coach.listening.tokens import UNKNOWN, Token

REACH = 3
"""A filter sees a word and its two neighbours; a clause concludes from itself and its two neighbours."""
LEVEL = 32
"""A clause's answers are told to conclusions in levels of this many steps, a power of two."""
LEVELS = 32
_OFFSET = 128
_REMEMBERED = 2_000
_RAISED = 1 << 12
"""What a token's lanes are raised by; with its two neighbours' an answer by three times as much."""


Rows = Sequence[Sequence[int]]


class Lanes:
    """Many whole numbers side by side in one big integer, each raised by `floor` so that none is below nought."""

    def __init__(self, count: int, code: str) -> None:
        """`code` is the type of a lane as `array` knows it."""
        self.count = count
        self.code = code
        self.width = array(code).itemsize
        self.bits = 8 * self.width * count
        self.floor = 1 << (8 * self.width - 2)
        self.zero = int.from_bytes(array(code, [self.floor] * count).tobytes(), "little")
        self.tops = 2 * self.zero

    def packed(self, values: Sequence[int]) -> int:
        """The numbers, not raised, as one that can be added to others."""
        return self.unraised(self.raised(values))

    def raised(self, values: Sequence[int]) -> bytes:
        """The numbers, raised, as they stand in the lanes."""
        return array(self.code, [value + self.floor for value in values]).tobytes()

    def unraised(self, raised: bytes) -> int:
        """Such numbers as one that can be added to others."""
        return int.from_bytes(raised, "little") - self.zero

    def lanes(self, packed: int) -> "array[int]":
        """What stands in the lanes."""
        return array(self.code, packed.to_bytes(self.count * self.width, "little"))

    def values(self, raised: int) -> "array[int]":
        """The numbers, none of which may be below nought."""
        return self.lanes(raised - self.zero)

    def larger(self, one: int, other: int) -> int:
        """Of each lane the larger of two."""
        larger = ((one | self.tops) - other) & self.tops
        larger -= larger >> (8 * self.width - 1)
        return other ^ ((other ^ one) & larger)


class Answers(NamedTuple):
    """What a network answers to a text: the scores (log odds) of all classes, and of each clause what it concludes and hears."""

    scores: list[float]
    concluded: list[int]
    heard: list[int]


def mixed(own: Rows, before: Rows, after: Rows) -> bytes:
    """The weights of the conclusions per filter, by the neighbour they come from, as `Network` takes them: big tables are read as bytes at once."""
    near = Lanes(REACH * len(own[0]), "I")
    return b"".join(near.raised([*one, *past, *coming]) for one, past, coming in zip(own, before, after, strict=True))


class Network:
    """Scores (log odds) of all classes for the clauses of a text, and which clause they come from."""

    def __init__(self, table: Table, mixture: bytes, shape: dict[str, Any]) -> None:
        """`table`: a byte (weight + 128) a row, place and filter. `mixture`: per filter the weights of the conclusions from the clause itself,
        from the one before and the one after, as `mixed` makes it. `shape`: whole numbers: `stages`, per stage the filters' biases, `turns`
        the conclusions'; `concluded` and `heard`, per conclusion and per filter the weights of the classes; `steps` and `biases` of the classes.

        Raises ValueError where the sizes do not fit together.
        """
        self._filters = Lanes(len(shape["heard"]), "H")
        self._conclusions = Lanes(len(shape["concluded"]), "I")
        self._near = Lanes(REACH * len(shape["concluded"]), "I")
        self._classes = Lanes(len(shape["steps"]), "Q")
        self._table = table
        if len(table) % (REACH * self._filters.count):
            raise ValueError(f"{len(table)} weights for {self._filters.count} filters")
        self._places = Lanes(REACH * self._filters.count, "H")
        self._raised = self._places.packed([_RAISED] * self._places.count)
        self._less = self._places.packed([_OFFSET] * self._places.count)
        self._mask = (1 << self._filters.bits) - 1
        self._lowest = self._filters.packed([REACH * _RAISED] * self._filters.count)
        self._stages = {stage: self._filters.packed(row) for stage, row in shape["stages"].items()}
        self._last = self._filters.packed([LEVELS - 1] * self._filters.count)
        self._most = self._last * LEVEL + self._filters.zero
        self._turns = {stage: self._conclusions.packed(row) for stage, row in shape["turns"].items()}
        size = self._near.width * self._near.count
        if len(mixture) != size * self._filters.count:
            raise ValueError(f"{len(mixture)} bytes of mixture for {self._filters.count} filters")
        self._mixture = [self._near.unraised(mixture[at : at + size]) for at in range(0, len(mixture), size)]
        self._weights = [self._classes.packed(row) for row in (*shape["concluded"], *shape["heard"])]
        self._steps: list[float] = shape["steps"]
        self._biases: list[float] = shape["biases"]
        self._words = Remembered(self._word, _REMEMBERED)
        self._concepts = Remembered(self._told, _REMEMBERED)

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self._table) // (REACH * self._filters.count)

    def answers(self, clauses: Sequence[list[Token]], stage: str) -> Answers:
        """What a text with these clauses tells, read as the answer to the stage's question."""
        heard = [self._answers(clause, stage) for clause in clauses or ([],)]
        concluded = self._concluded(heard, stage)
        strongest = reduce(self._filters.larger, heard)
        most = reduce(self._conclusions.larger, concluded, self._conclusions.zero)
        return Answers(self._scores(most, strongest), concluded, heard)

    def alone(self, answers: Answers) -> list[list[float]]:
        """The scores that each clause would have if no other told more."""
        return [
            self._scores(self._conclusions.larger(concluded, self._conclusions.zero), heard)
            for concluded, heard in zip(answers.concluded, answers.heard, strict=True)
        ]

    def _scores(self, concluded: int, heard: int) -> list[float]:
        """The scores of all classes from the strongest conclusions and answers."""
        numbers = [*self._conclusions.values(concluded), *self._filters.values(heard)]
        floor = self._classes.floor
        return [
            (score - floor) * step + bias
            for score, step, bias in zip(
                self._classes.lanes(_product(numbers, self._weights, self._classes.zero)),
                self._steps,
                self._biases,
                strict=True,
            )
        ]

    def _answers(self, clause: list[Token], stage: str) -> int:
        """The strongest answer of every filter anywhere in the clause, at least nought.

        The clause is read from its end, so that what lies lowest in `told` is the answer at the place read before, as soon as it is whole.
        """
        larger, bits, mask = self._filters.larger, self._filters.bits, self._mask
        bias = self._stages[stage]
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

    def _concluded(self, heard: list[int], stage: str) -> list[int]:
        """What each clause concludes from its own answers and those of the clauses before and after it."""
        told = [_product(self._levels(one), self._mixture, self._near.zero) for one in heard]
        bits, none = self._conclusions.bits, self._conclusions.zero
        whole = (1 << bits) - 1
        own, before, after = ([one >> part * bits & whole for one in told] for part in range(REACH))
        turn = self._turns[stage] - 2 * none
        return [
            mine + past + coming + turn
            for mine, past, coming in zip(own, [none, *before[:-1]], [*after[1:], none], strict=True)
        ]

    def _levels(self, heard: int) -> bytes:
        """The level of each filter's answer."""
        least = self._filters.larger(self._most, heard) ^ self._most ^ heard
        steps = least - self._filters.zero >> LEVEL.bit_length() - 1 & self._last
        return steps.to_bytes(self._filters.count * self._filters.width, "little")[:: self._filters.width]

    def _word(self, row: int) -> int:
        """The weights of a token by itself, raised: lowest what it adds to the place after it, then to its own, then to the place before it."""
        return self._weighed(row) + self._raised

    def _told(self, concepts: tuple[int, ...]) -> int:
        """What concepts add to the weights of a token."""
        return sum(map(self._weighed, concepts))

    def _weighed(self, row: int) -> int:
        """The row's weights, from the table, in lanes."""
        size, width = self._places.count, self._places.width
        lanes = bytearray(size * width)
        lanes[::width] = self._table[size * row : size * (row + 1)]
        return int.from_bytes(lanes, "little") - self._less


def _product(numbers: Sequence[int], rows: Iterable[int], zero: int) -> int:
    """The rows, each as often as its number tells, added to `zero`; most numbers are nought."""
    total: int = sum(map(mul, filter(None, numbers), compress(rows, numbers)), zero)
    return total
