"""Which visit an opening is about: none, one, or several, of which the first is used."""

import re

from coach.dialogue.clauses import sentences
from coach.domain.debrief import Debrief
from coach.patterns import Pattern

_LONGEST = 160
"""Maximum characters of a mere explanation why nobody was met."""
_REBOOKED = Pattern("visits", "{rebooked}")
_NONE = Pattern("visits", r"{nobody_met}|\b{customer} {absence}")
_HEARD = Pattern("visits", "{talk}")
"""Words that show that somebody was met after all."""
_NO_OTHER = Pattern("visits", r"\W*(?:{no_other}\W*)+")
_AT_THE_DOOR = Pattern("visits", "{doorkeeper}")
"""A person who turns the rep away at the door counts as nobody met."""
_SAW = Pattern("visits", "{met}")
_RATHER = Pattern("visits", r"\W*(?:{rather_zh}|{rather_en})")
_SEVERAL = Pattern("visits", "{several}", re.I | re.S)
_ONE_BY_ONE = Pattern("visits", "{one_by_one}", re.I | re.S)
"""Visits reported one after another: 一个是…，一个是…."""
_AT_TWO_HOUSES = Pattern("visits", "{at_two_houses}")
_FIRST = Pattern("visits", "{first_one}")
_TURNS_TO = Pattern(
    "visits",
    r"\W*{turning_to}*(?P<name>[一-鿿]{2,10}?|[A-Z][\w'’&]+(?: [A-Z&][\w'’&]*){0,3})\s?(?:{that_one})",
    flags=0,
)
"""A sentence about another visit, by the name of its customer."""
_NEXT_ONE = Pattern("visits", "{break}{another_visit}|{next_one}")


def put_off_to(text: str) -> bool:
    """Whether the words only say that somebody will be visited on another day."""
    return len(text) <= _LONGEST and _REBOOKED.search(text) is not None and not _SAW.search(text)


def rather(text: str) -> str:
    """What the rep calls the visit that he would rather tell first: 先说兴旺的; empty where he says nothing of the kind."""
    hit = _RATHER.match(text)
    return next((name.strip() for name in hit.groups() if name), "") if hit else ""


def no_other(text: str) -> bool:
    """Whether the words only say that there is no other visit to tell."""
    return _NO_OTHER.fullmatch(text) is not None


def none_made(text: str) -> bool:
    """Whether the words only say that nobody was met, so that there is nothing to debrief."""
    if len(text) > _LONGEST or not _NONE.search(text):
        return False
    return not _SAW.search(_NONE.sub("", text)) and not _HEARD.search(_AT_THE_DOOR.sub("", text))


def first(d: Debrief, text: str) -> str:
    """The words about the first visit: of an opening that reports several, its part; of a later answer, the sentences
    that do not turn to another one of those; otherwise the whole text.
    """
    if d.step == "opening":
        return _first_of(text)
    pieces = sentences(text)
    if not any(map(_TURNS_TO.match, pieces)):
        return text
    told = ((one.text, _first_of(one.text)) for one in d.transcript if one.who == "rep")
    opening, own = next(((whole, own) for whole, own in told if own != whole), ("", ""))
    if not opening:
        return text
    others = opening.replace(own, "", 1)
    return "".join(one for one in pieces if not _turns_to(one, others, own)).strip() or text


def _turns_to(sentence: str, others: str, own: str) -> bool:
    """Whether a sentence begins with what only the other visits are about: 金鼎健身那个…, "as for Golden Gym, …"."""
    told = _TURNS_TO.match(sentence)
    return told is not None and told["name"] in others and told["name"] not in own


def _first_of(text: str) -> str:
    if two := _AT_TWO_HOUSES.search(text):
        return text[: two.end("told")]
    if not _SEVERAL.search(text):
        return text
    if one := _ONE_BY_ONE.match(text):
        return str(next(filter(None, one.groups()))).strip(" ，,。；;")
    begin = _SAW.search(text) or _FIRST.search(text)
    after = _NEXT_ONE.search(text, begin.end()) if begin else None
    return text[: after.start()].strip(" ，,。；;") if after else text
