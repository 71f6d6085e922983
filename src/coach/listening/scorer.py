"""The learned part: one row of small weights a feature, summed for all classes at once."""

from array import array
from collections.abc import Iterable
from math import exp, sqrt

_LANE = 4
_OFFSET = 128


class Scorer:
    """Linear scores of many classes. A row of weights becomes one big integer with a lane a class, so that one addition serves all."""

    def __init__(self, names: list[str], weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte a feature and class, in the order of `names`: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != len(names) * self._width:
            raise ValueError(f"{len(weights)} weights for {len(names)} features of {self._width} classes")
        self._places = dict(zip(names, range(0, len(weights), self._width), strict=True))
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows: dict[str, int] = {}

    def _row(self, name: str) -> int:
        row = self._rows.get(name)
        if row is None:
            place = self._places[name]
            lanes = bytearray(self._width * _LANE)
            lanes[::_LANE] = self._weights[place : place + self._width]
            row = self._rows[name] = int.from_bytes(lanes, "little")
        return row

    def known(self, names: Iterable[str]) -> list[int]:
        """The rows of those features that were learned."""
        places, rows = self._places, self._rows
        return [rows[name] if name in rows else self._row(name) for name in names if name in places]

    def sums(self, rows: list[int]) -> list[float]:
        """The weights of the rows added up, a number a class, without bias."""
        lanes = array("I", sum(rows).to_bytes(self._width * _LANE, "little"))
        less = _OFFSET * len(rows)
        return [(lane - less) * scale for lane, scale in zip(lanes, self._scales, strict=True)]

    def chances(self, rows: list[int]) -> list[float]:
        """For each class how likely it is told, between 0 and 1."""
        size = sqrt(max(len(rows), 1))
        return [
            1 / (1 + exp(-max(-60.0, total / size + bias)))
            for total, bias in zip(self.sums(rows), self._biases, strict=True)
        ]
