"""Segmentation of a text into clauses, also of dictated text without punctuation."""

import re

from coach.domain.full_stops import FULL_STOP
from coach.patterns import expression, words

_BREAK = re.compile(
    rf"[。！？；，,!?;\n…]+|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+|\[[\u4e00-\u9fff]{{1,3}}\]|{FULL_STOP}|——|--+|\s\d{{1,2}}[.、．)）]\s*(?=[\u4e00-\u9fff])| [-/|] |:(?=\s)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
"""Punctuation, the number of a point in a list, an emoji, or a space between two Chinese characters, which dictation produces instead."""
_ONWARD = expression("clauses", r"(?<=[\u3400-\u9fff])(?={onward})| (?={on_to})", flags=0)
"""Words that begin a new clause in speech without pauses."""
_LONG, _SHORT = 20, 6
"""Clauses with more Chinese characters are split, into parts with at least `_SHORT`."""
_HELD = "".join(rf"(?<!\b{word})" for word in words("clauses", "en")["held_by"])
"""Behind these words no sentence begins: your | stuff is, than what | I've got."""
_SUBJECT = expression("clauses", _HELD + r" (?!{not_about}\b)(?={about})", flags=0)
"""Before who or what a sentence is about: there a new one may begin."""
_SUBJECT_HAN = expression(
    "clauses", r"(?<=[\u3400-\u9fff])(?:(?<!{holding})(?={subject})|(?={subject_anywhere}))", flags=0
)
QUOTED, _WORTH = 44, 9
"""Letters up to which a stretch is quoted as it is, and that a part of a longer one has at least: "she said" goes with the next."""
LETTERS = 4
"""Letters that count as one Chinese character."""


def clauses(plain: str) -> list[tuple[int, int]]:
    """The clauses as (start, end); long ones are split before words that begin a new one."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _BREAK.finditer(plain):
        if stop.start() > start:
            found += _divided(plain, start, stop.start())
        start = stop.end()
    if start < len(plain):
        found += _divided(plain, start, len(plain))
    return found


def _divided(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    letters = LETTERS if plain[start:end].isascii() else 1
    if end - start <= letters * _LONG:
        return [(start, end)]
    short = letters * _SHORT
    found = []
    for hit in _ONWARD.finditer(plain, start, end):
        if hit.start() - start >= short and end - hit.start() >= short:
            found.append((start, hit.start()))
            start = hit.end()
    return [*found, (start, end)]


def parts(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences in a stretch that somebody dictated without a stop; the stretch itself where it is short or has no such place."""
    latin = plain[start:end].isascii()
    subject, worth = (_SUBJECT, _WORTH) if latin else (_SUBJECT_HAN, _SHORT)
    found = []
    if end - start > long_to_quote(plain[start:end]):
        for hit in subject.finditer(plain, start, end):
            if hit.start() - start >= worth and end - hit.start() >= worth:
                found.append((start, hit.start()))
                start = hit.end()
    return [*found, (start, end)]


def long_to_quote(stretch: str) -> int:
    """Letters up to which such a stretch is quoted as it is: Chinese characters are twice as wide."""
    return QUOTED if stretch.isascii() else QUOTED // 2
