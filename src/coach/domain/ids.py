"""Ids and stream names. Ids are short, sortable by time, and safe to type and to use in a file name.

| stream | holds |
|---|---|
| `<id>` | a debrief |
| `practice:<id>` | a rehearsal, private to its rep |
| `review:<id>:<hand>` | what one store wrote about the debrief `<id>`; a *hand* is the id of a store (a replica id) |
"""

from collections.abc import Callable
from datetime import datetime

NAME_LENGTH = 200
"""Maximum length of a person's name in characters; share files repeat it for every stream."""

REVIEW = "review:"
"""Prefix of review streams. Streams written before stores had hands end after the debrief's id."""

PRACTICE = "practice:"
"""Prefix of rehearsal streams."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def review_stream(debrief: str, hand: str = "") -> str:
    """The stream in which the store `hand` writes about a debrief.

    Each store has its own, so a review stream never forks.
    """
    return f"{REVIEW}{debrief}:{hand}" if hand else REVIEW + debrief


def debrief_of(stream: str) -> str:
    """The id of the debrief that a debrief stream holds or a review stream is about."""
    return stream.removeprefix(REVIEW).partition(":")[0]


def hand_of_stream(stream: str) -> str:
    """The store that wrote a review stream; empty if its name has none."""
    return stream.removeprefix(REVIEW).partition(":")[2]


def is_debrief(stream: str) -> bool:
    """Whether a stream holds a debrief: the only streams without a prefix."""
    return ":" not in stream


def rehearsal_id(stream: str) -> str:
    """The id that people see and type for a rehearsal: its stream's name without the prefix."""
    return stream.removeprefix(PRACTICE)


def new_id(now: datetime, pick: Callable[[int], int]) -> str:
    """A new 12-character id: seven characters of the time in seconds, five drawn by `pick(n)` from 0..n-1."""
    seconds = int(now.timestamp())
    time_part = ""
    for _ in range(7):
        seconds, rest = divmod(seconds, 32)
        time_part = _ALPHABET[rest] + time_part
    return time_part + "".join(_ALPHABET[pick(32)] for _ in range(5))
