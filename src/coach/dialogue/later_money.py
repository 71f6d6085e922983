"""Money that is to come later is not there yet, and yet no lack of purchasing power for good: unknown (R4, R9)."""

from coach.dialogue.patterns import Pattern

_LATER = Pattern("later_money", "{not_until}|{comes_later}")


def later_money(text: str) -> str:
    """The words that say when the money comes; empty if there are none."""
    hit = _LATER.search(text)
    return hit[0].strip(" ,，.。;；") if hit else ""
