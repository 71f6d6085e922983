"""The learned weights of features: one row a feature, summed for all classes at once."""

from array import array
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from typing import NamedTuple

_LANE = 2
_OFFSET = 128
_AT_ONCE = 256
"""So many bytes can be added in a lane."""

Sum = tuple[Sequence[int], int]
"""A sum of rows by column, and how many rows it has."""


class Weighed(NamedTuple):
    """A sum of rows, what every column stands too high by, and what the length of the text leaves of it."""

    columns: Sequence[int]
    less: int
    share: float

    def column(self, place: int) -> float:
        """What speaks for a class, in steps of its own: to be compared with the same column of another sum."""
        return (self.columns[place] - self.less) * self.share


def chance(score: float) -> float:
    """Log odds as a probability, safe for any number."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, score))))


def together(sums: Sequence[Sum]) -> Sum:
    """The sum of sums, of which there is at least one."""
    if len(sums) == 1:
        return sums[0]
    return [sum(column) for column in zip(*(columns for columns, _ in sums), strict=True)], sum(count for _, count in sums)


class Scorer:
    """Linear scores of many columns. The rows of a text become one big integer with a lane a weight, which is folded until one row is left.

    The last column is no class but what a feature adds to the length of a text, by whose root the scores are divided.
    """

    def __init__(self, count: int, weights: bytes, scales: list[float], biases: list[float]) -> None:
        """`weights` has a row for each of `count` features, a byte a column: the weight in steps of `scales`, plus 128.

        Raises ValueError where the sizes do not fit together.
        """
        self._width = len(scales)
        if len(weights) != count * self._width:
            raise ValueError(f"{len(weights)} weights for {count} features of {self._width} columns")
        self._weights = weights
        self._scales = scales
        self._biases = biases

    def total(self, places: Sequence[int]) -> Sum:
        """The rows at these places, added up."""
        width, weights = self._width, self._weights
        rows = [weights[place * width : place * width + width] for place in places]
        parts = [self._added(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)]
        return together(parts) if parts else ([0] * width, 0)

    def _added(self, rows: list[bytes]) -> Sum:
        told = b"".join(rows)
        lanes = bytearray(_LANE * len(told))
        lanes[::_LANE] = told
        whole, count = int.from_bytes(lanes, "little"), len(rows)
        while count > 1:
            count = count + 1 >> 1
            bits = 8 * _LANE * self._width * count
            whole = (whole >> bits) + (whole & (1 << bits) - 1)
        return array("H", whole.to_bytes(_LANE * self._width, "little")), len(rows)

    def weighed(self, total: Sum) -> Weighed:
        """The sum, ready to be compared."""
        columns, count = total
        less = _OFFSET * count
        length = (columns[-1] - less) * self._scales[-1]
        return Weighed(columns, less, 1 / sqrt(length) if length > 0 else 1.0)

    def scores(self, total: Sum) -> list[float]:
        """The scores (log odds) of all classes for a text or stretch with these features."""
        columns, less, share = self.weighed(total)
        return [
            (column - less) * scale * share + bias
            for column, scale, bias in zip(columns, self._scales, self._biases, strict=False)
        ]
