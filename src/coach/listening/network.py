"""A small network over words: filters of three words, what a clause concludes from their strongest answers and its neighbours', a weighing.

Every filter is a lane of one big integer, so that a few additions answer for all of them, and the larger of two answers is taken for all
lanes at once. Nothing but the standard library, and exact: the same text gives the same numbers on every machine.
"""

from array import array
from collections.abc import Sequence
from functools import reduce
from operator import mul
from typing import Any

from coach.listening.on_disk import Table
from coach.listening.tokens import UNKNOWN, Token

REACH = 3
"""A filter sees a word and its two neighbours; a clause concludes from itself and its two neighbours."""
LEVEL = 32
"""A clause's answers are told to conclusions in levels of this many steps."""
LEVELS = 32
_OFFSET = 128
_REMEMBERED = 2_000

Rows = tuple[int, int, int]
"""What a token adds to the filters of the place after it, of its own, and of the place before it."""


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
        return (
            int.from_bytes(array(self.code, [value + self.floor for value in values]).tobytes(), "little") - self.zero
        )

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


class _Multiples(dict[int, int]):
    """A row's multiples, each worked out when it is first asked for."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self._row = row

    def __missing__(self, times: int) -> int:
        multiple = self[times] = self._row * times
        return multiple


class Network:
    """Scores (log odds) of all classes for the clauses of a text."""

    def __init__(self, table: Table, shape: dict[str, Any]) -> None:
        """`table`: a byte (weight + 128) a row, place and filter. `shape`: whole numbers: `stages`, per stage the filters' biases; `mixture`,
        per neighbour (itself, before, after) and filter the weights of the conclusions, `turns` per stage their biases; `concluded` and
        `heard`, per conclusion and per filter the weights of the classes; `steps` and `biases` of the classes.

        Raises ValueError where the sizes do not fit together.
        """
        self._filters = Lanes(len(shape["heard"]), "H")
        self._conclusions = Lanes(len(shape["concluded"]), "I")
        self._near = Lanes(REACH * len(shape["concluded"]), "I")
        self._classes = Lanes(len(shape["steps"]), "Q")
        self._table = table
        if len(table) % (REACH * self._filters.count):
            raise ValueError(f"{len(table)} weights for {self._filters.count} filters")
        self._mask = (1 << self._filters.bits) - 1
        self._less = self._filters.packed([_OFFSET] * self._filters.count)
        self._stages = {stage: self._filters.packed(row) for stage, row in shape["stages"].items()}
        self._last = self._filters.packed([LEVELS - 1] * self._filters.count)
        self._most = self._last * LEVEL + self._filters.zero
        self._turns = {stage: self._conclusions.packed(row) for stage, row in shape["turns"].items()}
        near = (
            self._near.packed([*own, *before, *after]) for own, before, after in zip(*shape["mixture"], strict=True)
        )
        self._mixture = [_Multiples(row) for row in near]
        self._weights = [self._classes.packed(row) for row in (*shape["concluded"], *shape["heard"])]
        self._steps: list[float] = shape["steps"]
        self._biases: list[float] = shape["biases"]
        self._known: dict[int, Rows] = {}

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self._table) // (REACH * self._filters.count)

    def scores(self, clauses: Sequence[list[Token]], stage: str) -> list[float]:
        """The scores of all classes of a text with these clauses, read as the answer to the stage's question."""
        heard = [self._answers(clause, stage) for clause in clauses or ([],)]
        strongest = reduce(self._filters.larger, heard)
        most = reduce(self._conclusions.larger, self._concluded(heard, stage), self._conclusions.zero)
        answers = [*self._conclusions.values(most), *self._filters.values(strongest)]
        total = sum(map(mul, answers, self._weights)) + self._classes.zero
        floor = self._classes.floor
        return [
            (score - floor) * step + bias
            for score, step, bias in zip(self._classes.lanes(total), self._steps, self._biases, strict=True)
        ]

    def _answers(self, clause: list[Token], stage: str) -> int:
        """The strongest answer of every filter anywhere in the clause, at least nought."""
        zero, larger, bias = self._filters.zero, self._filters.larger, self._stages[stage]
        strongest = zero - bias
        edge = self._rows(UNKNOWN)
        rows = [edge, *map(self._of, clause), edge]
        before = zero
        for (after, own, _), (_, _, following) in zip(rows, [*rows[1:], (0, 0, 0)], strict=True):
            strongest = larger(before + own + following, strongest)
            before = after + zero
        return strongest + bias

    def _concluded(self, heard: list[int], stage: str) -> list[int]:
        """What each clause concludes from its own answers and those of the clauses before and after it."""
        mixture = self._mixture
        told = [
            sum(
                [multiples[level] for multiples, level in zip(mixture, self._levels(one), strict=True) if level],
                self._near.zero,
            )
            for one in heard
        ]
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
        steps = (least - self._filters.zero) // LEVEL & self._last
        return steps.to_bytes(self._filters.count * self._filters.width, "little")[:: self._filters.width]

    def _of(self, token: Token) -> Rows:
        first, own, last = self._rows(token.row)
        for concept in token.concepts:
            one = self._rows(concept)
            first, own, last = first + one[0], own + one[1], last + one[2]
        return first, own, last

    def _rows(self, row: int) -> Rows:
        known = self._known.get(row)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[row] = self._weighed(row)
        return known

    def _weighed(self, row: int) -> Rows:
        """The row's weights, from the table, in lanes."""
        size, width, bits = self._filters.count, self._filters.width, self._filters.bits
        lanes = bytearray(REACH * size * width)
        lanes[::width] = self._table[REACH * size * row : REACH * size * (row + 1)]
        whole = int.from_bytes(lanes, "little")
        after, own, before = (whole >> part * bits & self._mask for part in range(REACH))
        return after - self._less, own - self._less, before - self._less
