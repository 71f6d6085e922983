"""A linear classifier for dialogue acts, with 8-bit weights that are summed for all acts at once."""

from array import array
from collections.abc import Iterable
from math import exp, sqrt

_LANE = 4
_OFFSET = 128


class ActScorer:
    """Logistic regression, one per act. A feature's weights are packed into one big integer, so that one addition serves all acts."""

    def __init__(self, names: list[str], weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte per feature and act, in the order of `names`: the weight in units of `scales`, plus 128.

        Raises ValueError if the sizes do not match.
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
        """The probability of each act, given the names of the features; unknown ones are ignored."""
        places = self._places
        rows = [self._row(name) for name in names if name in places]
        lanes = array("I", sum(rows).to_bytes(self._width * _LANE, "little"))
        less, size = _OFFSET * len(rows), sqrt(max(len(rows), 1))
        columns = zip(lanes, self._scales, self._biases, strict=True)
        return [1 / (1 + exp(-max(-60.0, (lane - less) * scale / size + bias))) for lane, scale, bias in columns]
