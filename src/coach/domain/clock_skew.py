"""Detection of implausible timestamps: a clock was set back or far ahead between two entries, or is behind them now.

The order of events never depends on timestamps.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=1)
"""How far a clock may go backwards without being reported."""
LONGEST_GAP = timedelta(days=3 * 366)
"""The longest plausible gap between two entries."""


def first_implausible(times: Iterable[datetime], now: datetime | None = None) -> datetime | None:
    """The first time that is before its predecessor, long after it, or in the future of `now`; None if all are
    plausible.
    """
    before: datetime | None = None
    for at in times:
        if before is not None and not before - TOLERANCE <= at <= before + LONGEST_GAP:
            return at
        if now is not None and at > now + TOLERANCE:
            return at
        before = at
    return None
