"""Names of things: short, sortable by time, safe to type and to use in a file name."""

from collections.abc import Callable
from datetime import datetime

NAME_LENGTH = 200
"""Characters a person's name has at most: it goes into every line of a share file that tells whose a stream is."""

REVIEW = "review:"
"""How the name of a stream begins in which somebody says something about the debrief whose id follows; then the hand, where one is told."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def review_stream(debrief: str, hand: str = "") -> str:
    """The name of the stream in which a store's `hand` writes what is said about a debrief; every hand has its own, so no two ever fork one."""
    return f"{REVIEW}{debrief}:{hand}" if hand else REVIEW + debrief


def debrief_of(stream: str) -> str:
    """The id of the debrief that a stream is, or speaks of."""
    return stream.removeprefix(REVIEW).partition(":")[0]


def hand_of_stream(stream: str) -> str:
    """The hand in which a stream about a debrief was written; empty where none is told."""
    return stream.removeprefix(REVIEW).partition(":")[2]


def new_id(now: datetime, pick: Callable[[int], int]) -> str:
    """A 12-character id: seven characters of the second it was made in, five drawn by `pick(n)` from 0..n-1."""
    seconds = int(now.timestamp())
    time_part = ""
    for _ in range(7):
        seconds, rest = divmod(seconds, 32)
        time_part = _ALPHABET[rest] + time_part
    return time_part + "".join(_ALPHABET[pick(32)] for _ in range(5))
