"""Names of things: short, sortable by time, safe to type and to use in a file name."""

from collections.abc import Callable
from datetime import datetime

REVIEW = "review:"
"""How the name of a stream begins in which somebody says something about the debrief whose id follows."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(now: datetime, pick: Callable[[int], int]) -> str:
    """A 12-character id: seven characters of the second it was made in, five drawn by `pick(n)` from 0..n-1."""
    seconds = int(now.timestamp())
    time_part = ""
    for _ in range(7):
        seconds, rest = divmod(seconds, 32)
        time_part = _ALPHABET[rest] + time_part
    return time_part + "".join(_ALPHABET[pick(32)] for _ in range(5))
