"""Detects what is put off: "容我想想", "he'd check with finance first". It speaks for nothing (R9), and quoted of the
customer it is his put-off (R13).
"""

from coach.patterns import Pattern

_CONSULTS = Pattern("put_offs", "{consults}")
_PUTS_OFF = Pattern("put_offs", "{consults}|{later}|{customer_said}")
_CUSTOMERS = Pattern("put_offs", "{customer_said}")


def consults(text: str) -> bool:
    """Whether somebody else is to be asked or told first, as by whoever does not approve alone (R7)."""
    return _CONSULTS.search(text) is not None


def puts_off(text: str) -> bool:
    """Whether the words put something off, so that they speak for nothing."""
    return _PUTS_OFF.search(text) is not None


def quotes_put_off(clause: str) -> bool:
    """Whether a clause quotes the customer's put-off."""
    return _CUSTOMERS.search(clause) is not None
