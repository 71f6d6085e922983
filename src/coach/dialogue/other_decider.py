"""Finds the person, other than the one met, who is said by name to decide: one approval above (R7)."""

import re

from coach.dialogue.patterns import Pattern

_DECIDER = Pattern(
    "other_decider",
    r"\b{office}\s?(?:,\s?)?(?:(?:is|called)\s)?(?P<named>{name})(?:,|,?\s(?:who|and\s(?:he|she)))?\s{decides}[^.;,!?\n]*|"
    r"(?:^|[.;,!?]\s|\b{joint}\s)(?P<bare>(?!{nobody_named}\b){name})\s{decides}[^.;,!?\n]*|"
    r"(?P<zh>{office_zh}(?:姓[一-鿿]|叫[一-鿿]{2,3}|是?[一-鿿]{1,2}{title}))[^。；！？\n]{0,10}?{decides_zh}[^，。；,！？\n]*",
)
_WORD = re.compile(r"[^\W\d_]{3,}|[一-鿿]")
_TITLE = Pattern("other_decider", r"{title}|{honorific}|{office_zh}|姓|叫|是")


def other_decider(text: str, contact: str) -> str:
    """The words that somebody else than the `contact` decides; empty if there are none, or nobody was met so far."""
    told = _DECIDER.search(text) if contact else None
    if told is None:
        return ""
    who = told["named"] or told["bare"] or told["zh"]
    return "" if _names(who) & _names(contact) or contact in who else told[0].lstrip(" .;,!?，。；")


def _names(person: str) -> set[str]:
    """The words of a name without titles, a Chinese one by its characters."""
    return set(_WORD.findall(_TITLE.sub(" ", person).casefold()))
