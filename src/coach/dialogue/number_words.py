"""Numbers written in words: sixty-two, 二十, 一百二十."""

import re

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
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = {
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
TEN_WORD = re.compile(r"\b(" + "|".join(TENS) + r")(?:[- ](" + "|".join(ONES) + r"))?\b", re.I)


_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ONE = re.compile(r"\b(" + "|".join(ONES) + r")\b", re.I)
_HAN = re.compile("[" + "".join(DIGITS) + "百]+")


def number_told(text: str) -> float | None:
    """The first number in the text, in figures or in words; None if there is none."""
    if figure := _FIGURE.search(text):
        return float(figure[0].replace(",", ""))
    if tens := TEN_WORD.search(text):
        return english_number(tens)
    if one := _ONE.search(text):
        return float(ONES.index(one[1].lower()) + 1)
    han = _HAN.search(text)
    return chinese_number(han[0]) if han else None


def english_number(word: re.Match[str]) -> float:
    """A number of the form that `TEN_WORD` finds."""
    ones = (word[2] or "").lower()
    return float(TENS[word[1].lower()] + (ONES.index(ones) + 1 if ones in ONES else 0))


def chinese_number(text: str) -> float:
    """A number below a thousand; 0 if it is none."""
    if text.isdigit():
        return float(text)
    hundreds, hundred, rest = text.partition("百")
    if hundred:
        return DIGITS.get(hundreds, 1) * 100 + chinese_number(rest)
    tens, ten, ones = text.partition("十")
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + DIGITS.get(ones, 0) if ten else DIGITS.get(text, 0)
