"""The linear part of the act classifier, in integer arithmetic."""

from collections.abc import Iterable
from math import sqrt

from coach.listening.fingerprints import Fingerprints
from coach.listening.lanes import Lanes
from coach.listening.on_disk import Table
from coach.listening.remembered import Remembered

_OFFSET = 128
_REMEMBERED = 4_000


class ActScorer:
    """Log odds of all acts, linear in the features of a line. The weights of a feature are one big integer, so that one
    addition serves all acts.
    """

    def __init__(self, known: Fingerprints, weights: Table, scales: list[float], biases: list[float]) -> None:
        """`known` are the names of the features; `weights` has one byte (weight / scale + 128) per feature and act.

        Raises ValueError if the sizes do not match.
        """
        self._acts = Lanes(len(scales), "I")
        if len(weights) != len(known) * len(scales) or len(biases) != len(scales):
            raise ValueError(f"{len(weights)} weights for {len(known)} features of {len(scales)} acts")
        self._known = known
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows: Remembered[str, int | None] = Remembered(self._row, _REMEMBERED)

    def log_odds(self, names: Iterable[str]) -> list[float]:
        """The log odds of each act, given the names of the features; unknown ones are ignored."""
        rows = [row for name in names if (row := self._rows[name]) is not None]
        less, size = _OFFSET * len(rows), sqrt(max(len(rows), 1))
        columns = zip(self._acts.lanes(sum(rows)), self._scales, self._biases, strict=True)
        return [(lane - less) * scale / size + bias for lane, scale, bias in columns]

    def _row(self, name: str) -> int | None:
        """The weights of a feature, a lane per act; None if it is unknown."""
        place = self._known.place(name)
        if place is None:
            return None
        size = self._acts.count
        return self._acts.spread(self._weights[size * place : size * (place + 1)])
