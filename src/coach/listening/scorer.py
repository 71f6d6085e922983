"""The learned weights of features: one row a feature, summed for all classes at once."""

from array import array
from collections.abc import Iterable, Sequence
from math import exp, sqrt

from coach.listening.fingerprints import Fingerprints
from coach.listening.remembered import Remembered

_LANE = 2
_OFFSET = 128
_AT_ONCE = 256
"""So many bytes can be added in a lane."""
_REMEMBERED = 8_000

Sum = tuple[Sequence[int], int]
"""A sum of rows by column, and how many rows it has."""


def chances(scores: Iterable[float]) -> list[float]:
    """Log odds as probabilities; far beyond any that is told apart they stand still, so that any number is safe."""
    return [1 / (1 + exp(-score)) if -60 < score < 60 else float(score > 0) for score in scores]


def together(sums: Sequence[Sum]) -> Sum:
    """The sum of sums, of which there is at least one."""
    if len(sums) == 1:
        return sums[0]
    columns = zip(*(columns for columns, _ in sums), strict=True)
    return list(map(sum, columns)), sum(count for _, count in sums)


class Scorer:
    """Linear scores of many columns. A row of weights becomes one big integer with a lane a column, so that one addition serves all.

    The last column is no class but what a feature adds to the length of a text, by whose root the scores are divided.
    """

    def __init__(self, features: Fingerprints, weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has one byte a feature and column, in the order of `features`: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != len(features) * self._width:
            raise ValueError(f"{len(weights)} weights for {len(features)} features of {self._width} columns")
        self._features = features
        self._weights = weights
        self._scales = scales
        self._biases = biases
        self._rows = Remembered(self._row, _REMEMBERED)

    def total(self, names: Iterable[str]) -> Sum:
        """The rows of the features that were learned, added up."""
        rows = [*filter(None, map(self._rows.__getitem__, names))]
        if len(rows) <= _AT_ONCE:
            return self._added(rows)
        return together([self._added(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)])

    def _row(self, name: str) -> int:
        """The weights of a feature in lanes; nought where it was not learned."""
        place = self._features.place(name)
        if place is None:
            return 0
        lanes = bytearray(self._width * _LANE)
        lanes[::_LANE] = self._weights[place * self._width : (place + 1) * self._width]
        return int.from_bytes(lanes, "little")

    def _added(self, rows: list[int]) -> Sum:
        return array("H", sum(rows).to_bytes(self._width * _LANE, "little")), len(rows)

    def scores(self, total: Sum) -> list[float]:
        """The scores (log odds) of all classes for a text or stretch with these features."""
        columns, count = total
        less, share = _OFFSET * count, self._share(total)
        return [
            (column - less) * scale * share + bias
            for column, scale, bias in zip(columns, self._scales, self._biases, strict=False)
        ]

    def spoken(self, sums: Sequence[Sum], whole: Sum, column: int) -> list[float]:
        """How much each of the sums adds to the score of a class that their `whole` has."""
        scale = self._scales[column] * self._share(whole)
        return [(columns[column] - _OFFSET * count) * scale for columns, count in sums]

    def _share(self, total: Sum) -> float:
        """What the length of a text leaves of its sum."""
        columns, count = total
        length = (columns[-1] - _OFFSET * count) * self._scales[-1]
        return 1 / sqrt(length) if length > 0 else 1.0
