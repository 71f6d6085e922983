"""Finds the person, other than the one met, who is said by name to decide: one approval above (R7)."""

import re

from coach.dialogue.patterns import Pattern

_DECIDER = Pattern(
    "other_decider",
    r"\b{office}\s?(?:,\s?)?(?:(?:is|called)\s)?(?P<named>{name})(?:,|,?\s(?:who|and\s(?:he|she)))?\s{decides}[^.;,!?\n]*|"
    r"(?:^|[.;,!?]\s|\b{joint}\s)(?P<bare>(?!{nobody_named}\b){name})\s{decides}[^.;,!?\n]*|"
    r"\b(?:he|she)(?:['’]s|\sis)\scalled\s(?P<called>{name}),?\s(?:and\s)?(?:he|she)\s?{decides}[^.;,!?\n]*|"
    r"(?P<zh>{office_zh}(?:姓[一-鿿]|叫[一-鿿]{2,3}|是?[一-鿿]{1,2}{title}))[^。；！？\n]{0,10}?{decides_zh}[^，。；,！？\n]*",
)
_OFFICE = Pattern(
    "other_decider",
    r"(?:^|(?<=[，。；,！？\n]))[^，。；,！？\n]*?(?P<office>{office_zh})(?:那边|那儿|才|就)?{decides_zh}[^，。；,！？\n]*",
)
_ABOVE = Pattern("other_decider", "{above_him}")
_WORD = re.compile(r"[^\W\d_]{3,}|[一-鿿]")
_TITLE = Pattern("other_decider", r"{title}|{honorific}|{office_zh}|姓|叫|是")


def other_decider(text: str, contact: str) -> str:
    """The words that somebody else than the `contact` decides; empty if there are none, or nobody was met so far."""
    told = _DECIDER.search(text) if contact else None
    if told is None:
        return ""
    who = told["named"] or told["bare"] or told["called"] or told["zh"]
    return "" if _names(who) & _names(contact) or contact in who else told[0].lstrip(" .;,!?，。；")


def other_office(text: str, contact: str) -> str:
    """The words by which an office that is not the contact's decides (院长说了算, of somebody in the ward); empty if there are none."""
    told = _OFFICE.search(text) if contact else None
    return told[0] if told and told["office"] not in contact else ""


def above_the_other(text: str) -> bool:
    """Whether somebody stands above the one who is said to decide."""
    return _ABOVE.search(text) is not None


def _names(person: str) -> set[str]:
    """The words of a name without titles, a Chinese one by its characters."""
    return set(_WORD.findall(_TITLE.sub(" ", person).casefold()))
