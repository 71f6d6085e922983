"""Which visit the first words are about: none at all, one, or several in one breath, of which the first is taken."""

import re

from coach.dialogue.patterns import Pattern
from coach.domain.debrief import Debrief

_LONGEST = 160
"""Characters up to which words only tell why nobody was seen."""
_REBOOKED = Pattern("visits", "{rebooked}")
_NONE = Pattern("visits", r"{nobody_met}|\b{customer} {absence}")
_HEARD = Pattern("visits", "{talk}")
"""Words of a talk with somebody after all."""
_AT_THE_DOOR = Pattern("visits", "{doorkeeper}")
"""Who sends one away at the door is nobody met."""
_SAW = Pattern("visits", "{met}")
_SEVERAL = Pattern("visits", "{several}", re.I | re.S)
_ONE_BY_ONE = Pattern("visits", "{one_by_one}", re.I | re.S)
"""Visits told one after the other: 一个是…，一个是…."""
_FIRST = Pattern("visits", "{first_one}")
_NEXT_ONE = Pattern("visits", "{break}{another_visit}|{next_one}")


def put_off_to(text: str) -> bool:
    """Whether the words only tell that somebody is visited on another day."""
    return len(text) <= _LONGEST and _REBOOKED.search(text) is not None and not _SAW.search(text)


def none_made(text: str) -> bool:
    """Whether the words only tell that nobody was seen, so that there is nothing to debrief."""
    if len(text) > _LONGEST or not _NONE.search(text):
        return False
    return not _SAW.search(_NONE.sub("", text)) and not _HEARD.search(_AT_THE_DOOR.sub("", text))


def first(d: Debrief, text: str) -> str:
    """The words about the first visit, where the opening tells of several; else the text as it is."""
    if d.step != "opening" or not _SEVERAL.search(text):
        return text
    if one := _ONE_BY_ONE.match(text):
        return (one[1] or one[2]).strip(" ，,。；;")
    begin = _SAW.search(text) or _FIRST.search(text)
    after = _NEXT_ONE.search(text, begin.end()) if begin else None
    return text[: after.start()].strip(" ，,。；;") if after else text
