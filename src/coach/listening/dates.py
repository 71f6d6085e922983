"""Date phrases in Chinese and English, resolved against a base day, and which of them are the visit's and the next
step's.

12/3 is the third of December in Chinese and in mixed text; in English as well, unless that is no date (25/12), or is
more than 60 days away while the other order is not (02/12 in November). A bare weekday is the next one after today.
下周三 and "next Wednesday" are in the week after this one. A phrase without a single day (改天, soon, the end of the
month) is returned as vague.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from coach.domain.full_stops import FULL_STOP
from coach.domain.vocabulary import LANGUAGES
from coach.listening.date_readers import CHINESE_READERS, ENGLISH_READERS, Kind, Reader
from coach.listening.normal import lowered
from coach.patterns import expression, words

_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z0-9]")


class DateFound(NamedTuple):
    """A date phrase: `phrase` is text[start:end]; `day` is None for the kinds `vague` and `impossible`."""

    day: date | None
    phrase: str
    start: int
    end: int
    kind: Kind


def _grammar(language: str, readers: Mapping[str, Reader], flags: int = 0) -> re.Pattern[str]:
    """The rules of assets/words for which there is a reader, each a group of its name."""
    told = words("dates", language)
    rules = "|".join(f"(?P<{rule}>{'|'.join(told[rule])})" for rule in told if rule in readers)
    return re.compile(f"{told['opening'][0]}(?:{rules})", flags)


_CHINESE, _ENGLISH = _grammar("zh", CHINESE_READERS), _grammar("en", ENGLISH_READERS, re.ASCII)


def _scan(pattern: re.Pattern[str], readers: dict[str, Reader], text: str, plain: str, today: date) -> list[DateFound]:
    found = []
    for match in pattern.finditer(plain):
        meaning = readers[match.lastgroup or ""](match, today)
        if meaning:
            start, end = match.span()
            found.append(DateFound(meaning[0], text[start:end], start, end, meaning[1]))
    return found


@lru_cache(maxsize=8)
def find_dates(text: str, today: date) -> tuple[DateFound, ...]:
    """All date phrases of the text in order, without overlaps; relative ones are resolved against `today`. Never raises.

    Cached, because one hearing calls it several times for the same text.
    """
    plain = lowered(text)
    found = _scan(_CHINESE, CHINESE_READERS, text, plain, today) if _HAN.search(plain) else []
    if _LATIN.search(plain):
        found += _scan(_ENGLISH, ENGLISH_READERS, text, plain, today)
        found.sort(key=lambda one: (one.start, -one.end))
    kept: list[DateFound] = []
    for one in found:
        if kept and _same_day(text, kept[-1], one):
            end = one.end + (text[one.end : one.end + 1] in ("）", ")"))
            kept[-1] = kept[-1]._replace(phrase=text[kept[-1].start : end], end=end)
        elif not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _same_day(text: str, told: DateFound, one: DateFound) -> bool:
    """Whether a bare weekday right behind a date only says which one that is: 11月21号（周六）, "21 November (Sat)"."""
    if told.day is None or one.day is None or not _BARE.fullmatch(one.phrase.lower()):
        return False
    return told.day.weekday() == one.day.weekday() and not text[told.end : one.start].strip(" ,，(（、")


class _Cues(NamedTuple):
    fixed: re.Pattern[str]
    step: re.Pattern[str]
    other: re.Pattern[str]
    never: re.Pattern[str]


@cache
def _cues() -> dict[str, _Cues]:
    """The cues around a date, by language."""
    return {
        language: _Cues(*(re.compile("|".join(words("date_cues", language)[name])) for name in _Cues._fields))
        for language in LANGUAGES
    }


_SENTENCE = re.compile(rf"[。！？!?；;\n]|{FULL_STOP}|\s-\s")
_CLAUSE = expression(
    "date_cues",
    r"[，,、：:（）()\s]*[，,：:（()）]|\s{conjunction}\s|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])",
    flags=0,
)
_REACH = 400
"""Maximum context on either side of a date, in characters; bounds the cost of pasted logs."""
_MOST = 500
"""Maximum number of dates that are scored: the first ones for the visit, the last ones for the next step."""
_OPENNESS = {"opening": 0.0, "push": 0.0, "unsigned": -1.0, "reverse": -1.0, "forward": -2.5}


def _bounds(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """The span around start..end between two matches of the pattern, at most `_REACH` on either side."""
    before, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for mark in pattern.finditer(text, before, start):
        before = mark.end()
    after = pattern.search(text, end, last)
    return before, after.start() if after else last


def _weight(one: DateFound, plain: str, stage: str) -> float:
    """The score of this date as that of the next step."""
    first, last = _bounds(_SENTENCE, plain, one.start, one.end)
    sentence = plain[first:last]
    left, right = _bounds(_CLAUSE, sentence, one.start - first, one.end - first)
    clause = sentence[left:right]
    cues = _cues()["zh" if _HAN.search(sentence) else "en"]
    if cues.never.search(sentence):
        return -9.0
    near = (
        1.5 * bool(cues.fixed.search(clause))
        + 1.2 * bool(cues.step.search(clause))
        - 2.0 * bool(cues.other.search(clause))
    )
    far = 1.0 * bool(cues.fixed.search(sentence)) + 0.6 * bool(cues.step.search(sentence))
    closing = 0.9 if last >= len(plain) - 30 else 0.0
    span = -1.2 if one.phrase[:3].lower() == "in " else 0.0
    return near + far + closing + span + _OPENNESS.get(stage, 0.0)


_CORRECTION = expression("date_cues", "{corrects}|[~～]{2}", flags=0)


_DENIED = expression("date_cues", "{denies}$", flags=0)
_WENT = expression("date_cues", "{went}", flags=0)
_MEANT = expression("date_cues", "{meant}", flags=0)
"""A visit that was only meant for a day."""
_HEADING = re.compile(r"\s*[:：]|\s[-–—]\s")
_OFF_TO = expression("date_cues", "{off_to}", flags=0)
"""Verbs of going that after a past date tell of the visit: 昨天去鼎盛."""
_OTHERS = expression("date_cues", "{others}", flags=0)


def visit_day(text: str, today: date) -> DateFound | None:
    """The day of the visit: a day up to today beside a verb of visiting; None if there is none.

    A bare weekday beside a verb in the past tense ("on Friday I met") is the last one, of kind `past`. Never raises.
    """
    plain = lowered(text)
    for one in find_dates(text, today)[:_MOST]:
        if one.day is None:
            continue
        first, last = _bounds(_SENTENCE, plain, one.start, one.end)
        left, right = (first + edge for edge in _bounds(_CLAUSE, plain[first:last], one.start - first, one.end - first))
        before, clause = plain[left : one.start], plain[left:right]
        went = _WENT.search(plain, one.end, min(right + 4, last)) or _WENT.search(before) or _heads(plain, one, today)
        if (
            _OTHERS.search(before)
            or _MEANT.search(clause)
            or not (went or (one.day < today and _OFF_TO.match(plain, one.end)))
        ):
            continue
        if one.day <= today:
            return one
        if _BARE.fullmatch(one.phrase.lower()) and _PAST.search(clause) and not _AHEAD.search(clause):
            return one._replace(day=one.day - timedelta(days=7), kind="past")
    return None


_BARE = expression("date_cues", "{bare}", flags=0)
_AHEAD = expression("date_cues", "{ahead}", flags=0)
_PAST = expression("date_cues", "{past}", flags=0)


_NOTED = re.compile(
    r"(?:\s+(?:(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|加班|补记|補記|[上下]午))*\s+(?:[见見]|去|拜[访訪])(?!年)"
)
"""What follows a past day in a terse note of a visit: 11月21号 周六 加班 见…."""


def _heads(plain: str, one: DateFound, today: date) -> bool:
    """Whether a date heads the whole report ("Yesterday: Moss & Daughters"), or a terse note of a visit."""
    if one.day and one.day < today and _NOTED.match(plain, one.end):
        return True
    return not plain[: one.start].strip() and _HEADING.match(plain, one.end) is not None


def _corrects(plain: str, earlier: DateFound, later: DateFound) -> bool:
    between = plain[earlier.end : later.start]
    return len(between) < 60 and bool(_CORRECTION.search(between))


def _denied(plain: str, one: DateFound) -> bool:
    return bool(_DENIED.search(plain, max(0, one.start - _REACH), one.start))


def next_step_day(text: str, today: date, stage: str) -> DateFound | None:
    """The day of the next step; None if all dates in the text belong to something else. Never raises.

    Of several candidates the one with the highest score; of equals the first, unless a later one corrects it.
    """
    plain = lowered(text)
    found = [
        one
        for one in find_dates(text, today)[-_MOST:]
        if one.kind == "day" and one.day and one.day > today and not _denied(plain, one)
    ]
    best: tuple[float, int] | None = None
    for place, one in enumerate(found):
        weight = _weight(one, plain, stage)
        if weight > 0.5 and (best is None or weight > best[0] or _corrects(plain, found[best[1]], one)):
            best = (weight, place)
    return found[best[1]] if best else None
