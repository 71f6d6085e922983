"""Signing limits: whether this order is below the limit is told by its own sum, or unknown, and so is the rank (R7, R9)."""

from coach.dialogue.number_words import number_told
from coach.patterns import Pattern

_LIMIT = Pattern("limits", "{limit}")
_THRESHOLD = Pattern("limits", "{limit}|{threshold}")
_ORDER = Pattern("limits", r"{order}(?P<sum>{sum})(?!{no_sum})")
_SUM = Pattern("limits", "(?P<sum>{sum})(?!{no_sum})")
_MEANS = Pattern("limits", "{means}")
_SIGNS = Pattern("limits", "{signs}")
_UNITS = {
    1_000: Pattern("limits", "{thousand}"),
    10_000: Pattern("limits", "{ten_thousand}"),
    100_000: Pattern("limits", "{lakh}"),
    1_000_000: Pattern("limits", "{million}"),
}
_BARE = 1_000
"""Below it a figure without a unit has that of the other: up to 30k, and ours is 26.5."""


def limited(words: str) -> bool:
    """Whether the authority stated is limited to a sum: "二十万以下他自己签", "up to 20k he signs himself"."""
    return _LIMIT.search(words) is not None


def of_means(words: str) -> bool:
    """Whether a limit is that of what he can pay, not of what he may sign: "八万以内自己掏", "up to 80k out of her own pocket"."""
    return limited(words) and _MEANS.search(words) is not None and not _SIGNS.search(words)


def below_limit(words: str, text: str, asked: bool = False) -> bool | None:
    """Whether the order, of which `text` tells the sum, is below that in `words`; None if either is not told.

    `asked`: the text answers whether it is, so that any sum in it is the order's.
    """
    limit = _THRESHOLD.search(words)
    most = _SUM.search(limit[0]) if limit else None
    order = _ORDER.search(text) or (_SUM.search(text) if asked else None)
    if most is None or order is None:
        return None
    bound, price = number_told(most["sum"]), number_told(order["sum"])
    if bound is None or price is None:
        return None
    units = _unit(most["sum"]), _unit(order["sum"])
    shared = next(filter(None, units), 1) if max(bound, price) < _BARE else 1
    return price * (units[1] or shared) <= bound * (units[0] or shared)


def _unit(told: str) -> int | None:
    return next((unit for unit, words in _UNITS.items() if words.search(told)), None)
