"""Money that is to come later, or that is there for something else, is no lack of purchasing power for good, and yet
not there: unknown (R4, R9).
"""

from coach.patterns import Pattern

_LATER = Pattern("later_money", "{not_until}|{comes_later}")
_SPOKEN_FOR = Pattern("later_money", "{spoken_for}")


def later_money(text: str) -> str:
    """The words that say when the money comes; empty if there are none."""
    return _found(_LATER, text)


def spoken_for(text: str) -> str:
    """The words that say that there is money but for something else: "the budget was approved, but it went to another
    project"; empty if there are none.
    """
    return _found(_SPOKEN_FOR, text)


def not_there_yet(words: str) -> bool:
    """Whether the money in these words is not there for this purchase."""
    return bool(later_money(words) or spoken_for(words))


def _found(pattern: Pattern, text: str) -> str:
    hit = pattern.search(text)
    return hit[0].strip(" ,，.。;；") if hit else ""
