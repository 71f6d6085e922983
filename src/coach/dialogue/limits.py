"""Detects signing limits: whether this order is below the limit is unknown, and so is the rank (R7, R9)."""

from coach.dialogue.patterns import Pattern

_LIMIT = Pattern("limits", "{limit}")


def limited(words: str) -> bool:
    """Whether the authority stated is limited to a sum: "二十万以下他自己签", "up to 20k he signs himself"."""
    return _LIMIT.search(words) is not None
