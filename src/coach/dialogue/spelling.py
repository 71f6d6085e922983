"""Normalization of input to the coach: the words of Chinese dialects to standard ones without final particles; names typed in
small letters capitalized.

The listener normalizes statements on the customer in its own way.
"""

import re
from typing import Final

from coach.patterns import Pattern

_STANDARD: Final = (
    "为什么", "怎么", "做什么", "什么", "谁", "没有", "没", "不", "知道", "你", "我", "我们", "他", "你说", "哪类", "哪样", "老", "这个", "那",
    "的", "在", "是不是", "是", "给", "说", "好像",
)  # fmt: skip
_DIALECT: Final = {standard: Pattern("spelling", f"{{{standard}}}") for standard in _STANDARD}
"""The words of the dialects, by the standard one that each is read as; in this order, for a longer one may begin with a
shorter one.
"""
_PARTICLES = Pattern("spelling", r"(?<=[一-鿿])(?<!{laughter}){particle}+$")


def plain(clause: str) -> str:
    """One normalized clause; its length may change."""
    if clause.isascii():
        return clause
    for standard, spoken in _DIALECT.items():
        clause = spoken.sub(standard, clause)
    return _PARTICLES.sub("", clause)


_SMALL = Pattern("spelling", "{small_word}")
_CAPITALS = Pattern("spelling", "{abbreviation}")
_OFFICE = Pattern("spelling", "{office}")


def name(typed: str) -> str:
    """A name typed in small letters as it is written: dana o'brien, crumb and co; an office ("the owner") is none.
    Other names stay as they are.
    """
    if typed != typed.lower() or not typed.isascii() or _OFFICE.search(typed):
        return typed
    return " ".join(_written(word, first=not number) for number, word in enumerate(typed.split()))


def _written(word: str, *, first: bool) -> str:
    if _CAPITALS.fullmatch(word.strip(".,")):
        return word.upper()
    if not first and _SMALL.fullmatch(word):
        return word
    return re.sub(r"(?<![A-Za-z'’])[a-z]|(?<=\b[Mm]c)[a-z]|(?<=\b[OoDd]['’])[a-z]", lambda hit: hit[0].upper(), word)
