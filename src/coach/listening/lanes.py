"""Vectors of whole numbers in single integers: one addition of Python adds all their lanes, so that nothing but the standard library is needed."""

from array import array
from collections.abc import Sequence
from itertools import compress
from operator import mul

TOP = 255
"""The highest level, so that a level is a byte."""


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
        self._each = self.zero // self.floor
        self._tops = 2 * self.zero

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

    def larger(self, one: int, other: int) -> int:
        """Of each lane the larger of two."""
        larger = ((one | self._tops) - other) & self._tops
        larger -= larger >> (8 * self.width - 1)
        return other ^ ((other ^ one) & larger)

    def positive(self, raised: int) -> int:
        """Of each lane the number itself, or nought where it is below."""
        return self.larger(raised, self.zero)

    def levels(self, raised: int, shift: int) -> bytes:
        """Of each lane, none below nought, how many whole steps of 2**`shift` it has, at most `TOP`: a byte each."""
        most = self._each * (((TOP + 1) << shift) - 1) + self.zero
        least = self.larger(most, raised) ^ most ^ raised
        steps = (least - self.zero >> shift) & self._each * TOP
        return steps.to_bytes(self.count * self.width, "little")[:: self.width]


class Dense:
    """A layer of whole weights: how much each level of an input adds to every output."""

    def __init__(self, inputs: int, lanes: Lanes, rows: bytes) -> None:
        """`rows`: per input the weights of the outputs, raised, as they stand in `lanes`. Raises ValueError where they are too few or too many."""
        size = lanes.width * lanes.count
        if len(rows) != size * inputs:
            raise ValueError(f"{len(rows)} bytes for a layer of {inputs} inputs and {lanes.count} outputs")
        self._rows = [lanes.unraised(rows[at : at + size]) for at in range(0, len(rows), size)]
        self._zero = lanes.zero

    def __call__(self, levels: Sequence[int]) -> int:
        """The outputs, raised. Most levels are nought."""
        total: int = sum(map(mul, filter(None, levels), compress(self._rows, levels)), self._zero)
        return total
