"""What speaks of money without any being there (R9): our own price, and what somebody has still to grant."""

import re
from collections.abc import Mapping
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing
from coach.patterns import expression

_OUR_PRICE = expression("money", "{our_price}")
"""What we ask, which is not what the customer has."""
_NOT_YET_GRANTED = expression("money", "{not_yet_granted}")
_OWED = expression("money", "{owed}")
"""Money that goes elsewhere."""
_LONGEST = 100
_BOASTED = expression("money", "{boasted}")
"""Money of which only the rep is certain: 钱肯定有."""
_SENTENCE_END = re.compile(r"[.。！!?？;；]")


def without_false_money(hearing: Hearing, text: str) -> Hearing:
    """The hearing without money that is only our price, and as `unsure` with what its sentence says has still to be
    granted, or of which only the rep is certain.
    """
    hearing = replace(hearing, facts=_without_our_price(hearing.facts), faint=_without_our_price(hearing.faint))
    if (faint := hearing.faint.get("power")) and _OWED.search(faint.quote):
        hearing = replace(hearing, faint={key: one for key, one in hearing.faint.items() if key != "power"})
    told = hearing.facts.get("power")
    if told is None or told.value != "yes":
        return hearing
    if _BOASTED.fullmatch(told.quote) or _OWED.search(told.quote):
        return replace(hearing, facts=hearing.facts | {"power": told._replace(value="unsure")})
    at = max(text.find(told.quote), 0)
    end = _SENTENCE_END.search(text, at + len(told.quote))
    sentence = text[at : end.start() if end else len(text)]
    if not _NOT_YET_GRANTED.search(sentence):
        return hearing
    return replace(hearing, facts=hearing.facts | {"power": told._replace(value="unsure", quote=sentence[:_LONGEST])})


def _without_our_price(told: Mapping[str, Heard]) -> dict[str, Heard]:
    return {
        key: one
        for key, one in told.items()
        if key != "power" or one.value != "yes" or not _OUR_PRICE.search(one.quote)
    }
