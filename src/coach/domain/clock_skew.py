"""Times written down that cannot all be true: a clock was set back or far ahead between two entries, or is behind what is written already.

The order of what was said never hangs on them.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=1)
"""How far a clock may be put right without a word about it."""
LONGEST_GAP = timedelta(days=3 * 366)
"""The longest anything follows on a talk before the pause is doubted."""


def first_implausible(times: Iterable[datetime], now: datetime | None = None) -> datetime | None:
    """The first time that lies before the one before it, long after it, or in the future; None where all may be true."""
    before: datetime | None = None
    for at in times:
        if before is not None and not before - TOLERANCE <= at <= before + LONGEST_GAP:
            return at
        if now is not None and at > now + TOLERANCE:
            return at
        before = at
    return None
