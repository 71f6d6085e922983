"""SIMD within a register: vectors of integers packed into one big integer, so that one addition adds all their lanes."""

from array import array
from collections.abc import Sequence
from itertools import compress
from operator import mul

TOP = 255
"""The highest quantized activation, so that one fits into a byte."""


class Lanes:
    """A vector type: `count` integers in one big integer, each offset by `floor` so that none is negative."""

    def __init__(self, count: int, code: str) -> None:
        """`code` is the type code of a lane in `array`."""
        self.count = count
        self.code = code
        self.width = array(code).itemsize
        self.bits = 8 * self.width * count
        self.floor = 1 << (8 * self.width - 2)
        self.zero = int.from_bytes(array(code, [self.floor] * count).tobytes(), "little")
        self._each = self.zero // self.floor
        self._tops = 2 * self.zero

    def packed(self, values: Sequence[int]) -> int:
        """The numbers, without offset, as a vector that can be added to others."""
        return self.unraised(self.raised(values))

    def raised(self, values: Sequence[int]) -> bytes:
        """The numbers, with offset, as the bytes of the lanes."""
        return array(self.code, [value + self.floor for value in values]).tobytes()

    def unraised(self, raised: bytes) -> int:
        """The inverse of `raised`, as a vector that can be added to others."""
        return int.from_bytes(raised, "little") - self.zero

    def spread(self, steps: bytes) -> int:
        """Bytes, one per lane, as one integer."""
        lanes = bytearray(self.count * self.width)
        lanes[:: self.width] = steps
        return int.from_bytes(lanes, "little")

    def lanes(self, packed: int) -> "array[int]":
        """The values of the lanes."""
        return array(self.code, packed.to_bytes(self.count * self.width, "little"))

    def larger(self, one: int, other: int) -> int:
        """The lane-wise maximum of two vectors."""
        larger = ((one | self._tops) - other) & self._tops
        larger -= larger >> (8 * self.width - 1)
        return other ^ ((other ^ one) & larger)

    def positive(self, raised: int) -> int:
        """ReLU: the lane-wise maximum with zero."""
        return self.larger(raised, self.zero)

    def levels(self, raised: int, shift: int) -> bytes:
        """Quantizes lanes that are not negative: each divided by 2**`shift`, at most `TOP`, as a byte."""
        most = self._each * (((TOP + 1) << shift) - 1) + self.zero
        least = self.larger(most, raised) ^ most ^ raised
        steps = (least - self.zero >> shift) & self._each * TOP
        return steps.to_bytes(self.count * self.width, "little")[:: self.width]


class Dense:
    """A dense layer with integer weights."""

    def __init__(self, inputs: int, lanes: Lanes, rows: bytes) -> None:
        """`rows`: per input the weights of all outputs, as `lanes.raised` gives them. Raises ValueError if the length
        is wrong.
        """
        size = lanes.width * lanes.count
        if len(rows) != size * inputs:
            raise ValueError(f"{len(rows)} bytes for a layer of {inputs} inputs and {lanes.count} outputs")
        self._rows = [lanes.unraised(rows[at : at + size]) for at in range(0, len(rows), size)]
        self._zero = lanes.zero

    def __call__(self, levels: Sequence[int]) -> int:
        """The outputs, with offset, for quantized inputs, most of which are zero."""
        total: int = sum(map(mul, filter(None, levels), compress(self._rows, levels)), self._zero)
        return total
