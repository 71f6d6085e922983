"""The learned weights: one row a feature, summed for all classes and both layers at once."""

from array import array
from collections.abc import Iterable
from math import exp, sqrt

_LANE = 4
_OFFSET = 128

Sum = tuple[int, int]
"""A sum of rows, and how many they were."""


def chance(score: float) -> float:
    """Log odds as a probability, safe for any number."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, score))))


class Scorer:
    """Linear scores of many columns. A row of weights becomes one big integer with a lane a column, so that one addition serves all."""

    def __init__(self, names: list[str], weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte a feature and column, in the order of `names`: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != len(names) * self._width:
            raise ValueError(f"{len(weights)} weights for {len(names)} features of {self._width} columns")
        self._places = dict(zip(names, range(0, len(weights), self._width), strict=True))
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows: dict[str, int] = {}

    def known(self, names: Iterable[str]) -> frozenset[str]:
        """Those features that were learned."""
        return frozenset(filter(self._places.__contains__, names))

    def total(self, names: Iterable[str]) -> Sum:
        """The rows of known features, added up."""
        rows = self._rows
        own = [rows.get(name) or self._row(name) for name in names]
        return sum(own), len(own)

    def _row(self, name: str) -> int:
        place = self._places[name]
        lanes = bytearray(self._width * _LANE)
        lanes[::_LANE] = self._weights[place : place + self._width]
        row = self._rows[name] = int.from_bytes(lanes, "little")
        return row

    def scores(self, total: Sum) -> list[float]:
        """The scores (log odds) of all columns of a text or stretch with these features."""
        rows, count = total
        lanes = array("I", rows.to_bytes(self._width * _LANE, "little"))
        less = _OFFSET * count
        share = 1 / sqrt(max(count, 1))
        columns = zip(lanes, self._scales, self._biases, strict=True)
        return [(lane - less) * scale * share + bias for lane, scale, bias in columns]
