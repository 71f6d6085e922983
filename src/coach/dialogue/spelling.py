"""Normalization of input to the coach: dictated Chinese to simplified characters and standard words without final
particles; lower-case names capitalized.

The listener normalizes statements on the customer in its own way.
"""

import re
from typing import Final

from coach.dialogue.patterns import Pattern

_TRADITIONAL = "為麼嗎問這個們說講話時後來沒還會過對錯條聽覺應該認給點單簽總誰幾類級樣記幫結買賣開關現問題煩嘮囉間趕裡裏邊麵兩歲實讓誠複審項斷評議總盤"
_SIMPLIFIED = "为么吗问这个们说讲话时后来没还会过对错条听觉应该认给点单签总谁几类级样记帮结买卖开关现问题烦唠啰间赶里里边面两岁实让诚复审项断评议总盘"
_CHARACTERS: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_WORDS: Final = (
    ("为啥子", "为什么"), ("为啥", "为什么"), ("为嘛", "为什么"), ("点解", "为什么"), ("因乜", "为什么"),
    ("咋个", "怎么"), ("咋", "怎么"), ("点样", "怎么"), ("啷个", "怎么"), ("爪子", "做什么"), ("咋子", "做什么"),
    ("啥子", "什么"), ("啥", "什么"), ("乜嘢", "什么"), ("乜", "什么"), ("边个", "谁"), ("哪个些", "谁"),
    ("冇得", "没有"), ("莫得", "没有"), ("没得", "没有"), ("冇", "没"), ("唔", "不"), ("晓得", "知道"), ("您", "你"), ("俺", "我"), ("咱们", "我们"),
    ("干嘛", "为什么"), ("干啥", "做什么"), ("佢", "他"), ("你话", "你说"), ("边类", "哪类"), ("边样", "哪样"), ("成日", "老"),
    ("呢个", "这个"), ("嗰", "那"), ("嘅", "的"), ("喺", "在"), ("系咪", "是不是"), ("係", "是"), ("畀", "给"), ("讲", "说"), ("好似", "好像"),
)  # fmt: skip
_PARTICLES = Pattern("spelling", r"(?<=[一-鿿])(?<!{laughter}){particle}+$")


def plain(clause: str) -> str:
    """One normalized clause; its length may change."""
    read = clause.translate(_CHARACTERS)
    for spoken, standard in _WORDS:
        if spoken in read:
            read = read.replace(spoken, standard)
    return _PARTICLES.sub("", read)


_SMALL = Pattern("spelling", "{small_word}")
_CAPITALS = Pattern("spelling", "{abbreviation}")
_OFFICE = Pattern("spelling", "{office}")


def name(typed: str) -> str:
    """A name typed in small letters as it is written: dana o'brien, crumb and co; an office ("the owner") is none. Other names stay as they are."""
    if typed != typed.lower() or not typed.isascii() or _OFFICE.search(typed):
        return typed
    return " ".join(_written(word, first=not number) for number, word in enumerate(typed.split()))


def _written(word: str, *, first: bool) -> str:
    if _CAPITALS.fullmatch(word.strip(".,")):
        return word.upper()
    if not first and _SMALL.fullmatch(word):
        return word
    return re.sub(r"(?<![A-Za-z'’])[a-z]|(?<=\b[Mm]c)[a-z]|(?<=\b[OoDd]['’])[a-z]", lambda hit: hit[0].upper(), word)
