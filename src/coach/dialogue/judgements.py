"""Parser of class and percentage as reps state them: "A类，八成", "more like a B, 40", "D，一成都没有"."""

import re

from coach.dialogue.number_words import DIGITS, TEN_WORD, chinese_number, english_number
from coach.domain.facts import CLASSES, CustomerClass
from coach.patterns import Pattern

_CLASS_SOLE = Pattern(
    "judgements",
    r"^\W*(?:{verdict_lead}|{verdict_words}(?![A-Za-z])|\s|,|，)*\s*([A-Za-z])(?!{no_class_end})\s*{letter_end}?(?![A-Za-z'])"
    r"(?!\s+(?!{judgement_goes_on}\b)[a-z])",
)
_CLASS_LOOSE = Pattern(
    "judgements",
    r"(?<![A-Za-z])([A-D])\s+{class_word}\b|(?<![A-Za-z])([A-Za-z])\s*{class_sign}|"
    r"{class_lead}\s+(?-i:([A-DE]))(?![A-Za-z'’])|{verdict}\s*([A-Da-d])(?![A-Za-z]|{no_class_end})|"
    r"\b{said}[:,]?\s+{said_article}?(?-i:([A-D]))(?![A-Za-z'’])|"
    r"\ban?\s+([a-d])(?=\s*(?:[,.;!]|$|\d|(?:{judgement_goes_on}|{number_word})\b))",
)
_CLASS_BETWEEN = Pattern("judgements", r"[,，;；]\s*(?:{class_word}\s+)?([A-Za-z])\s*(?=[,，;；?？]|$)", flags=0)
_CLASS_STANDING = Pattern(
    "judgements",
    r"(?<![A-Za-z0-9'’&.-])((?-i:[A-D]|[b-d]))"
    r"(?=\s*(?:{standing_end}|(?:(?<=[.;!?]\s[B-D])|(?<=^[B-D]))\s[a-z]+(?:\s[a-z]+)?,?\s\d|[,，。.;；、!！]|$|\d|{modestly}|{address}(?=\s*(?:[,.;!\d]|$))))(?!['’&.-]\w)",
)
_NOT_CLASS = Pattern("judgements", r"{no_class}\s*(?:{really}\s+)?(?:{article}\s+)?$")

_OR_ELSE = Pattern("judgements", r"{or_else}\s*$")
"""Before a class that is only held possible beside the one given: "A, could be a B"."""
_ANOTHER = Pattern("judgements", r"\W*{or_else}\s*(?-i:[A-D])(?![A-Za-z])")

_PERCENT = Pattern(
    "judgements",
    r"(-?\d{1,6}(?:\.\d+)?)\s*(?:%|％|{per_cent})|{of_a_hundred}\s*(\d{1,6}|[一二三四五六七八九十百]{1,4})",
)
_CHENG = Pattern(
    "judgements",
    r"([一二两兩三四五六七八九十]|\d{1,3})\s*({half})?\s*{tenth}(?:([一二三四五六七八九])|({half}))?(?!{no_tenth})",
)
_OUT_OF_TEN = Pattern("judgements", r"(\d{1,2})\s*(?:/|{out_of})\s*10\b")
_COUNTS_TO_TEN = "one|two|three|four|five|six|seven|eight|nine|ten"
_OUT_OF = Pattern(
    "judgements",
    rf"\b(\d{{1,2}}|{_COUNTS_TO_TEN})(?:\s*/\s*(?=10\b)|\s+{{out_of}}\s+)(10|[2-9]|{_COUNTS_TO_TEN})\b",
)
"""Fractions: 8/10, one in three."""
_ODDS = Pattern("judgements", rf"\b(\d{{1,2}}|{_COUNTS_TO_TEN}) to (?:1|one)\b")
"""Odds: three to one on it is three in four."""
_RANGE = Pattern("judgements", r"(?<![\d.,])(\d{1,3})\s*(?:%|％)?\s*(?:[-–—~～]|{up_to})\s*(\d{1,3})(?![\d.,])")
_CHENG_RANGE = Pattern("judgements", r"([一二三四五六七八九])([二三四五六七八九]){tenth}")
_FIFTY = Pattern("judgements", "{fifty}")
_IDIOMS = ((90, Pattern("judgements", "{nine_in_ten}")), (85, Pattern("judgements", "{eight_or_nine_in_ten}")))
"""Degrees of certainty in words that contain numbers."""
_FRACTIONS = tuple(
    (share, Pattern("judgements", f"(?<![a-z]){{{key}}}(?![a-z])" + r"(?!\s*(?:{counts}|of\b))"))
    for share, key in ((67, "two_thirds"), (75, "three_quarters"), (33, "a_third"), (25, "a_quarter"), (50, "a_half"))
)
_COUNTED = r"\s*(?:{counts}|:)"
_COUNTS = Pattern("judgements", _COUNTED)
"""Units that make a number a sum, a day or a count, and no percentage."""
_BARE = Pattern("judgements", r"(?<![\d.,$£€¥])(-?\d{1,6})(?![\d.]|,\d|{ordinal_end}\b|" + _COUNTED + ")")
_CLOCK = Pattern("judgements", r"{at_the_clock}\s*$")
"""Before a time of day: tomorrow at 10."""
_HAN = Pattern("judgements", r"{tens}(?!" + _COUNTED + r"|[一二三四五六七八九十百])(?<!{very})", flags=0)
_OF_TEN = re.compile(r"(?:^|(?<=[A-Da-d，,。\s]))([1-9一二两兩三四五六七八九])\W*$")
"""A single number at the end: so many in ten, as 几成 is answered."""
_ZERO = Pattern("judgements", "{zero}")


def class_told(plain: str, *, asked: bool) -> tuple[CustomerClass | None, str]:
    """The class, and the text in its place if there is no such class; `asked` if one was asked for."""
    found: CustomerClass | None = None
    bad = ""
    sole = _CLASS_SOLE.match(plain) if asked else None
    hits = [hit for hit in _CLASS_LOOSE.finditer(plain) if not _NOT_CLASS.search(plain[: _letter(hit)])]
    if sole and (sole[1].upper() in CLASSES or (not hits and len(plain) <= 12)):
        hits = [sole]
    elif asked and not hits:
        hits = list(_CLASS_BETWEEN.finditer(plain)) or list(_CLASS_STANDING.finditer(plain))
    for hit in hits:
        start = _letter(hit)
        letter = plain[start].upper()
        before = plain[max(0, start - 24) : start]
        if _NOT_CLASS.search(before) or (found and _OR_ELSE.search(before)):
            continue
        if letter in CLASSES:
            found = letter
        elif asked and not (letter == "I" and len(plain) > 2):
            bad = letter
    return found, "" if found else bad


def _letter(hit: re.Match[str]) -> int:
    """Where the letter of the class stands."""
    return hit.start(next(i for i, group in enumerate(hit.groups(), 1) if group))


def another_possible(clause: str) -> bool:
    """Whether the clause holds a class possible, beside the one given before it."""
    return _ANOTHER.match(clause) is not None


def confidence_told(plain: str, *, asked: bool, of_ten: bool = True) -> tuple[int | None, str]:
    """The confidence in per cent, and the number stated if it is outside 0-100; `asked` if it was asked for, `of_ten`
    if a single number means so many in ten.
    """
    number = 0.0 if asked and _ZERO.search(plain) else (_share(plain) if asked else None) or _percent(plain)
    if number is None and asked and of_ten and (told := _OF_TEN.search(plain)):
        number = 10.0 * (int(told[1]) if told[1].isdigit() else DIGITS[told[1]])
    if number is None and asked:
        word = TEN_WORD.search(plain)
        bare = next((one for one in _BARE.finditer(plain) if not _CLOCK.search(plain[: one.start()])), None)
        han = _HAN.search(plain)
        number = (
            float(bare[1])
            if bare
            else english_number(word)
            if word and not _COUNTS.match(plain[word.end() :])
            else chinese_number(han[0])
            if han
            else None
        )
    if number is None:
        return None, ""
    if 0 <= number <= 100:
        return round(number), ""
    return None, f"{number:g}"


def _share(plain: str) -> float | None:
    """The midpoint of a range (60-70), a fraction (one in three), odds (three to one), or a part of the whole (two
    thirds).
    """
    if part := next((share for share, words in _FRACTIONS if words.search(plain)), None):
        return part
    between = _RANGE.search(plain)
    if between and int(between[1]) < int(between[2]) <= 100 and not _COUNTS.match(plain[between.end() :]):
        return (int(between[1]) + int(between[2])) / 2
    if odds := _ODDS.search(plain):
        return 100 * _count(odds[1]) / (_count(odds[1]) + 1)
    of = _OUT_OF.search(plain)
    share = _count(of[1]) / _count(of[2]) if of else 2.0
    return 100 * share if share <= 1 else None


def _percent(plain: str) -> float | None:
    if _FIFTY.search(plain):
        return 50
    if sure := next((share for share, words in _IDIOMS if words.search(plain)), None):
        return sure
    hit = _PERCENT.search(plain)
    if hit:
        return float(hit[1]) if hit[1] else chinese_number(hit[2])
    hit = _CHENG_RANGE.search(plain)
    if hit:
        return (DIGITS[hit[1]] + DIGITS[hit[2]]) * 5
    hit = _CHENG.search(plain)
    if hit:
        tens = float(hit[1]) if hit[1].isdigit() else DIGITS[hit[1]]
        return tens * 10 + (5 if hit[2] or hit[4] else DIGITS.get(hit[3] or "", 0))
    hit = _OUT_OF_TEN.search(plain)
    return float(hit[1]) * 10 if hit else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS_TO_TEN.split("|").index(word.lower()) + 1
