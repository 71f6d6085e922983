"""The learned weights of the acts: a row a feature with a byte an act, added up for all acts at once."""

from array import array
from collections.abc import Iterable
from math import exp, sqrt

_LANE = 4
_OFFSET = 128


class ActScorer:
    """Linear chances of all acts. A row becomes one big integer with a lane an act, so that one addition serves all of them."""

    def __init__(self, names: list[str], weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte a feature and act, in the order of `names`: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != len(names) * self._width or len(biases) != self._width:
            raise ValueError(f"{len(weights)} weights for {len(names)} features of {self._width} acts")
        self._places = dict(zip(names, range(0, len(weights), self._width), strict=True))
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows: dict[str, int] = {}

    def _row(self, name: str) -> int:
        row = self._rows.get(name)
        if row is None:
            lanes = bytearray(self._width * _LANE)
            place = self._places[name]
            lanes[::_LANE] = self._weights[place : place + self._width]
            row = self._rows[name] = int.from_bytes(lanes, "little")
        return row

    def chances(self, names: Iterable[str]) -> list[float]:
        """For each act how likely a line with these features does it, between 0 and 1; unknown features count for nothing."""
        places = self._places
        rows = [self._row(name) for name in names if name in places]
        lanes = array("I", sum(rows).to_bytes(self._width * _LANE, "little"))
        less, size = _OFFSET * len(rows), sqrt(max(len(rows), 1))
        columns = zip(lanes, self._scales, self._biases, strict=True)
        return [1 / (1 + exp(-max(-60.0, (lane - less) * scale / size + bias))) for lane, scale, bias in columns]
