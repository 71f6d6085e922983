"""Quotation marks within a quote that is itself read back in quotation marks."""

import re

_ENDS = " ，。；,.;!?！？、"
_CLOSING = re.compile(r"’(?!\w)")


def nested(quote: str) -> str:
    """The quote with the marks in it as single ones, in pairs; without marks around all of it."""
    told, opened = "", False
    for place, char in enumerate(quote):
        if char not in '"“”':
            told += char
            continue
        opens = char == "“" or (char == '"' and not opened and quote[place + 1 : place + 2].strip(_ENDS) != "")
        told = ("" if opens or opened else "‘") + told + ("‘" if opens else "’")
        opened = opens
    told += "’" * opened
    whole = told.startswith("‘") and told.endswith("’") and told.count("‘") == 1
    return told[1:-1].strip(_ENDS) if whole else told


def left_off(kept: str) -> str:
    """The first words of a quote with an ellipsis, and the mark closed that is open in them."""
    if kept.count("‘") <= len(_CLOSING.findall(kept)):
        return kept + "…"
    return kept[1:] + "…" if kept.startswith("‘") else kept + "…’"
