"""A class and a percentage as a rep puts them: "A类，八成", "more like a B, 40", "D，一成都没有"."""

import re

from coach.domain.facts import CLASSES, CustomerClass

_CLASS_SOLE = re.compile(r"^\W*(?:要我(?:说|說|看|讲|講)|我(?:看|觉得|判)?|应该|還是|还是|就|那就|算|是|大概|估计|(?:class|an?|i'?d say|it'?s|he'?s|she'?s|say|maybe|probably|still|same,?|now|then)(?![A-Za-z])|\s|,|，)*\s*([A-Za-z])\s*(?:类|級|级|類|档|吧|了|客户|class)?(?![A-Za-z'])(?!\s+(?!(?:i|maybe|at|about|around|with|for|now|probably|possibly|say|still|and|but|because|or|then|as|he|she|they|it|if|unless|until|percent|per|sure|customer|client|all day|any day|every time|sir|mate|boss|coach|actually|easy|easily|really|please|already)\b)[a-z])", re.I)  # fmt: skip
_CLASS_LOOSE = re.compile(r"(?<![A-Za-z])([A-D])\s+class\b|(?<![A-Za-z])([A-Za-z])\s*(?:类|級|级|類|档)|(?:class|grade|an?|is|it'?s|he'?s|she'?s|them)\s+(?-i:([A-DE]))(?![A-Za-z'’])|(?:算是?|就是|是个|是|判|[说說讲講]了?(?:是|过|過)?)\s*([A-Da-d])(?![A-Za-z方])|\b(?:said|told you|say)[:,]?\s+(?:an? |it['’]?s (?:an? )?)?(?-i:([A-D]))(?![A-Za-z'’])", re.I)  # fmt: skip
_CLASS_BETWEEN = re.compile(r"[,，;；]\s*(?:class\s+)?([A-Za-z])\s*(?=[,，;；?？]|$)")
_CLASS_STANDING = re.compile(r"(?<![A-Za-z0-9'’&.-])([A-D]|[b-d])(?=\s*(?:[吧类級级類了呢]|[,，。.;；、!！]|$|\d|[一二两兩三四五六七八九十半]|i think|i guess|i reckon|about|around|maybe|(?:mate|pal|boss|coach)(?=\s*(?:[,.;!\d]|$))))(?!['’&.-]\w)", re.I)  # fmt: skip
_NOT_CLASS = re.compile(r"(?:不是|够不上|夠不上|算不上|不算|称不上|不能算|没到|達不到|达不到|[没沒]有?[说說讲講]过?|not|isn'?t|ain'?t|(?:didn'?t|never) (?:say|said)|never|no longer|short of|why)\s*(?:really\s+)?(?:an?\s+)?$", re.I)  # fmt: skip

DIGITS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 5,
}
_TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip
_PERCENT = re.compile(
    r"(-?\d{1,6}(?:\.\d+)?)\s*(?:%|％|per\s*cent|percent|pct)|百分之\s*(\d{1,6}|[一二三四五六七八九十百]{1,4})", re.I
)
_CHENG = re.compile(
    r"([一二两兩三四五六七八九十]|\d{1,3})\s*(半)?\s*成(?:([一二三四五六七八九])|(半))?(?!功|本|立|交|了|员|果|为|都|熟|长)"
)
_OUT_OF_TEN = re.compile(r"(\d{1,2})\s*(?:/|out of|in)\s*10\b", re.I)
_CHENG_RANGE = re.compile(r"([一二三四五六七八九])([二三四五六七八九])成")
_FIFTY = re.compile(r"五五开|一半一半|对半|對半|fifty[- ]fifty|50[/-]50|half and half", re.I)
_IDIOMS = (("十拿九稳", 90), ("十拿九穩", 90), ("十有八九", 85), ("八九不离十", 85), ("八九不離十", 85))
"""How sure, in words that hold figures of their own."""
_TEN_WORD = re.compile(r"\b(" + "|".join(_TENS) + r")(?:[- ](one|two|three|four|five|six|seven|eight|nine))?\b", re.I)
_COUNTS = r"\s*(?:分[钟鐘種]|[秒趟遍句箱吨噸辆輛户戶位条條页頁道]|minutes?\b|mins?\b|hours?\b|times\b|people\b|[点點时時月日号號万萬千块塊元亿億台个個人年天家套]|k\b|grand\b|thousand\b|million\b|am\b|pm\b|o'?\s?clock\b|days?\b|weeks?\b|months?\b|years?\b|euros?\b|pounds?\b|dollars?\b|quid\b|:)"
"""What makes a number a sum, a day or a count of things, and no percentage."""
_BARE = re.compile(rf"(?<![\d.,$£€¥])(-?\d{{1,6}})(?![\d.]|,\d|(?:st|nd|rd|th)\b|{_COUNTS})", re.I)
_HAN = re.compile(
    rf"[一二三四五六七八九]?十[一二三四五六七八九]?(?!{_COUNTS}|[一二三四五六七八九十百])(?<!(?<![一二三四五六七八九])十(?=分))"
)
_ZERO = re.compile(
    r"零\s*成|(?<![一-鿿])零(?![一-鿿])|[一半]成(?:把握)?(?:都|也)[没沒]|[没沒][有]?[一半]成|(?:一点|半点)(?:把握|戏|可能)?(?:都|也)[没沒]|\b(?:zero|nil|no chance|not a chance)\b",
    re.I,
)


def class_told(plain: str, wanted: bool) -> tuple[CustomerClass | None, str]:
    """The class, and what was written in its place where there is no such class; `wanted` where one was asked for."""
    found: CustomerClass | None = None
    bad = ""
    sole = _CLASS_SOLE.match(plain) if wanted else None
    hits = list(_CLASS_LOOSE.finditer(plain))
    if sole and (sole[1].upper() in CLASSES or (not hits and len(plain) <= 12)):
        hits = [sole]
    elif wanted and not hits:
        hits = list(_CLASS_BETWEEN.finditer(plain)) or list(_CLASS_STANDING.finditer(plain))
    for hit in hits:
        letter = next(group for group in hit.groups() if group).upper()
        start = hit.start(next(i for i, group in enumerate(hit.groups(), 1) if group))
        if _NOT_CLASS.search(plain[max(0, start - 24) : start]):
            continue
        if letter in CLASSES:
            found = letter
        elif wanted and not (letter == "I" and len(plain) > 2):
            bad = letter
    return found, "" if found else bad


def confidence_told(plain: str, wanted: bool) -> tuple[int | None, str]:
    """How sure, in per cent, and the number written where it lies outside 0-100; `wanted` where it was asked for."""
    number = 0.0 if wanted and _ZERO.search(plain) else _percent(plain)
    if number is None and wanted:
        word = _TEN_WORD.search(plain)
        bare = _BARE.search(plain)
        han = _HAN.search(plain)
        number = (
            float(bare[1])
            if bare
            else float(_TENS[word[1].lower()])
            if word and not re.match(_COUNTS, plain[word.end() :], re.I)
            else _chinese_number(han[0])
            if han
            else None
        )
    if number is None:
        return None, ""
    if 0 <= number <= 100:
        return round(number), ""
    return None, f"{number:g}"


def _percent(plain: str) -> float | None:
    if _FIFTY.search(plain):
        return 50
    if sure := next((share for words, share in _IDIOMS if words in plain), None):
        return sure
    hit = _PERCENT.search(plain)
    if hit:
        return float(hit[1]) if hit[1] else _chinese_number(hit[2])
    hit = _CHENG_RANGE.search(plain)
    if hit:
        return (DIGITS[hit[1]] + DIGITS[hit[2]]) * 5
    hit = _CHENG.search(plain)
    if hit:
        tens = float(hit[1]) if hit[1].isdigit() else DIGITS[hit[1]]
        return tens * 10 + (5 if hit[2] or hit[4] else DIGITS.get(hit[3] or "", 0))
    hit = _OUT_OF_TEN.search(plain)
    return float(hit[1]) * 10 if hit else None


def _chinese_number(text: str) -> float:
    if text.isdigit():
        return float(text)
    hundreds, hundred, _ = text.partition("百")
    if hundred:
        return DIGITS.get(hundreds, 1) * 100
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return DIGITS.get(text, 0)
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + DIGITS.get(ones, 0)
