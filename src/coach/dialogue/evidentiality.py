"""What a statement rests on (R9): that the rep knows nothing, his own guess, or the customer's words."""

from coach.patterns import Pattern

_ADMITS = Pattern("evidentiality", "{ignorance}")
_SUPPOSES = Pattern("evidentiality", "{guess}")
_OWN_GUESS = Pattern("evidentiality", "{own_guess}")
_SAID_SO = Pattern("evidentiality", "{customer_said}")
_ONLY_SO = Pattern("evidentiality", r"\W*(?:(?:{yes}\W*)?{said_so}|{taken_back})\W*")

_TO_FIND_OUT = Pattern("evidentiality", "{to_find_out}")


def to_find_out(text: str, quote: str) -> bool:
    """Whether the quote is what the rep has still to find out: "ask her whether the bishop has to sign"."""
    at = text.find(quote)
    return at > 0 and _TO_FIND_OUT.search(text[max(0, at - 40) : at]) is not None


def admits(text: str) -> bool:
    """Whether the words admit ignorance rather than a guess."""
    return bool(_ADMITS.search(text))


def supposes(text: str) -> bool:
    """Whether the words admit a guess."""
    return bool(_SUPPOSES.search(text)) or admits(text)


def owns_guess(text: str) -> bool:
    """Whether the rep calls it his own guess, so that it need not be challenged (R9)."""
    return bool(_OWN_GUESS.search(text)) and not said_so(text)


def said_so(text: str) -> bool:
    """Whether the words refer to something the customer said or did."""
    return bool(_SAID_SO.search(text))


def his_own(text: str) -> bool:
    """Whether the words are told as the customer's own and not as a guess."""
    return said_so(text) and not supposes(text)


def tells_more(text: str) -> bool:
    """Whether the words have content beside "he said so" or "no, wait", which alone are no evidence about the customer."""
    return _ONLY_SO.fullmatch(text.strip()) is None
