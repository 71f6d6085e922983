"""A sum up to which somebody signs alone: whether this order stays below it is not told by that, so neither is the rank (R7, R9)."""

from coach.dialogue.patterns import Pattern

_LIMIT = Pattern("limits", "{limit}")


def limited(words: str) -> bool:
    """Whether what is told of his say holds up to a sum only: "二十万以下他自己签", "up to 20k he signs himself"."""
    return _LIMIT.search(words) is not None
