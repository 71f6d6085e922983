"""The learned weights of features: one row a feature, summed for all classes at once."""

from array import array
from collections.abc import Iterable
from math import exp, sqrt
from typing import NamedTuple

_LANE = 4
_OFFSET = 128

Sum = tuple[int, int]
"""A sum of rows, and how many they were."""


class Weighed(NamedTuple):
    """A sum of rows in its lanes, what every lane stands too high by, and what the length of the text leaves of it."""

    lanes: "array[int]"
    less: int
    share: float

    def column(self, place: int) -> float:
        """What speaks for a class, in steps of its own: to be compared with the same column of another sum."""
        return (self.lanes[place] - self.less) * self.share


def chance(score: float) -> float:
    """Log odds as a probability, safe for any number."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, score))))


class Scorer:
    """Linear scores of many columns. A row of weights becomes one big integer with a lane a column, so that one addition serves all.

    The last column is no class but what a feature adds to the length of a text, by whose root the scores are divided.
    """

    def __init__(self, names: list[str], weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte a feature and column, in the order of `names`: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != len(names) * self._width:
            raise ValueError(f"{len(weights)} weights for {len(names)} features of {self._width} columns")
        self._places = dict(zip(names, range(len(names)), strict=True))
        self._rows: list[int | None] = [None] * len(names)
        self._weights = weights
        self._scales = scales
        self._biases = biases

    def total(self, names: Iterable[str]) -> Sum:
        """The rows of the features that were learned, added up."""
        rows = self._rows
        own = [rows[place] or self._row(place) for place in map(self._places.get, names) if place is not None]
        return sum(own), len(own)

    def _row(self, place: int) -> int:
        lanes = bytearray(self._width * _LANE)
        start = place * self._width
        lanes[::_LANE] = self._weights[start : start + self._width]
        row = self._rows[place] = int.from_bytes(lanes, "little")
        return row

    def weighed(self, total: Sum) -> Weighed:
        """The sum, taken apart."""
        rows, count = total
        lanes = array("I", rows.to_bytes(self._width * _LANE, "little"))
        less = _OFFSET * count
        length = (lanes.pop() - less) * self._scales[-1]
        return Weighed(lanes, less, 1 / sqrt(length) if length > 0 else 1.0)

    def scores(self, total: Sum) -> list[float]:
        """The scores (log odds) of all classes for a text or stretch with these features."""
        lanes, less, share = self.weighed(total)
        return [
            (lane - less) * scale * share + bias
            for lane, scale, bias in zip(lanes, self._scales, self._biases, strict=False)
        ]
