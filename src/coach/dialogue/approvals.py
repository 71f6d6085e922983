"""How many approvals stand above, counted in words by somebody who was asked just that (R7): "就一道吧", "two of them", "上面没人"."""

import re
from typing import Final

from coach.domain.facts import Authority

_EN = r"^\W*(?:i think |i guess |maybe |there(?:'s| is| are) |just |only |it's )*"
_EN_END = r"(?: (?:more|else|approvals?|person|people|levels?|signatures?|of them|above|him|her|i think|i guess))*\W*$"
_COUNTED: Final[tuple[tuple[Authority, re.Pattern[str]], ...]] = (
    (
        "first",
        re.compile(
            rf"零道|一[道个個]?.{{0,2}}(?:都|也)[没沒]|(?<!有)(?:[没沒]有?|冇|无|無)(?:别人|人|哪道|审批)(?:了|要批|管)?|(?:就|只)(?:有)?[他她佢](?:自己)?一个人?|{_EN}(?:nobody|no ?one|none|zero){_EN_END}",
            re.I,
        ),
    ),
    (
        "third",
        re.compile(
            rf"(?:[两兩二三四五六2-6]|好几|好幾)(?:道|层|層|关|關|级|級|个人|個人)|{_EN}(?:two|three|four|several|2|3|4){_EN_END}",
            re.I,
        ),
    ),
    (
        "second",
        re.compile(
            rf"[一1](?:道|层|層|关|關|级|級)|(?:上[面头頭]|就|只有|还有|還有|还差|差)[一1][个個]人?(?!定|签|簽|说了|月|星期|礼拜)|{_EN}(?:one|1){_EN_END}",
            re.I,
        ),
    ),
)
_UNSURE = re.compile(r"不知道|不清楚|不晓得|不曉得|[吗嗎?？]|几道|幾道|\b(?:if|whether|don'?t know|not sure)\b", re.I)
_LONGEST = 24
"""Characters of an answer that counts and does not tell a story."""


def approvals_told(text: str) -> Authority | None:
    """The KP rank that an answer to the question for it counts out; None where it counts nothing."""
    if len(text) > _LONGEST or _UNSURE.search(text):
        return None
    return next((rank for rank, pattern in _COUNTED if pattern.search(text)), None)
