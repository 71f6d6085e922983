"""The linear part of the act classifier, in integer arithmetic."""

from array import array
from collections.abc import Iterable
from math import sqrt

from coach.listening.fingerprints import Fingerprints
from coach.listening.on_disk import Table
from coach.listening.remembered import Remembered

_LANE = 4
_OFFSET = 128
_REMEMBERED = 4_000


class ActScorer:
    """Log odds of all acts, linear in the features of a line. The weights of a feature are one big integer, so that one addition serves all acts."""

    def __init__(self, known: Fingerprints, weights: Table, scales: list[float], biases: list[float]) -> None:
        """`known` are the names of the features; `weights` has one byte (weight / scale + 128) per feature and act.

        Raises ValueError if the sizes do not match.
        """
        self._width = len(scales)
        if len(weights) != len(known) * self._width or len(biases) != self._width:
            raise ValueError(f"{len(weights)} weights for {len(known)} features of {self._width} acts")
        self._known = known
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows: Remembered[str, int | None] = Remembered(self._row, _REMEMBERED)

    def log_odds(self, names: Iterable[str]) -> list[float]:
        """The log odds of each act, given the names of the features; unknown ones are ignored."""
        rows = [row for name in names if (row := self._rows[name]) is not None]
        lanes = array("I", sum(rows).to_bytes(self._width * _LANE, "little"))
        less, size = _OFFSET * len(rows), sqrt(max(len(rows), 1))
        columns = zip(lanes, self._scales, self._biases, strict=True)
        return [(lane - less) * scale / size + bias for lane, scale, bias in columns]

    def _row(self, name: str) -> int | None:
        """The weights of a feature, a lane per act; None if it is unknown."""
        place = self._known.place(name)
        if place is None:
            return None
        lanes = bytearray(self._width * _LANE)
        lanes[::_LANE] = self._weights[place * self._width : (place + 1) * self._width]
        return int.from_bytes(lanes, "little")
