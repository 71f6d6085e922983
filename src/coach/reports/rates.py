"""Rates with confidence intervals, suppressed for small samples."""

from math import sqrt
from typing import NamedTuple

from coach.domain.tally import MIN_OUTCOMES

_Z = 1.959963984540054


class Rate(NamedTuple):
    """`hits` out of `of`; `share`, `low` and `high` are in 0..1, None below `MIN_OUTCOMES` outcomes."""

    hits: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def rate(hits: int, of: int) -> Rate:
    """The rate with its 95 % Wilson interval; only the counts below `MIN_OUTCOMES`."""
    if of < MIN_OUTCOMES:
        return Rate(hits, of, None, None, None)
    low, high = wilson(hits, of)
    return Rate(hits, of, hits / of, low, high)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % Wilson score interval. Raises ValueError unless 0 <= hits <= of and of > 0."""
    if not 0 <= hits <= of or of == 0:
        raise ValueError(f"{hits} of {of}")
    share, square = hits / of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = (middle - spread) / (1 + square / of), (middle + spread) / (1 + square / of)
    return (0.0 if hits == 0 else low), (1.0 if hits == of else high)
