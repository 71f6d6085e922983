"""The semantics of the date patterns: each reader maps a match and the base day to (day, kind), or None if it is no date."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from coach.listening import lunar
from coach.patterns import expression, words

Kind = Literal["day", "vague", "impossible", "past"]
Meaning = tuple[date | None, Kind] | None

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "日": 7,
    "天": 7,
}
_MONTHS = {
    name: month
    for month, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
"""By the first three letters, like the days of the week."""
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "thr": 3, "fri": 4, "sat": 5, "sun": 6}
_WORDS = {word: count for count, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))}  # fmt: skip
_WORDS |= {"a": 1, "an": 1}


def number(text: str) -> int:
    """A number below 100 in digits, Chinese numerals or English words; 0 if it is none."""
    if text.isdecimal():
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    total = 0
    for char in text:
        if char == "十":
            total = (total or 1) * 10
        elif char in "廿卅":
            total = 20 if char == "廿" else 30
        else:
            total += _DIGITS.get(char, 0)
    return total


def _made(today: date, year: int | None, month: int, day: int) -> Meaning:
    """The date; without a year, the one from four months before `today` to eight months after it."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return (None, "impossible")
    if day > monthrange(year or 2024, month)[1]:
        return (None, "impossible")
    years = (year,) if year else (today.year - 1, today.year, today.year + 1)
    for candidate in years:
        if 1 <= candidate <= 9999 and day <= monthrange(candidate, month)[1]:
            made = date(candidate, month, day)
            if year or -120 <= (made - today).days < 246:
                return (made, "day" if made >= today else "past")
    return (None, "impossible")


def _moved(today: date, days: int) -> Meaning:
    try:
        made = today + timedelta(days=days)
    except OverflowError:
        return None
    return (made, "day" if days >= 0 else "past")


def _of_month(today: date, day: int) -> Meaning:
    """The next date with that day of the month; None if no month has it."""
    if not 1 <= day <= 31:
        return None
    year, month = today.year, today.month
    for _ in range(4):
        if day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return (date(year, month, day), "day")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if year > 9999:
            return None
    return None


def _on(today: date, weekday: int, weeks: int | None) -> Meaning:
    """Weekday 0..6 in the week `weeks` after this one; None: the next one after today."""
    if weeks is None:
        return _moved(today, (weekday - today.weekday() - 1) % 7 + 1)
    return _moved(today, weekday - today.weekday() + 7 * weeks)


def _vague(_m: re.Match[str], _today: date) -> Meaning:
    return (None, "vague")


def _zhday(m: re.Match[str], today: date) -> Meaning:
    near, month = m["near"], m["month"]
    day = number(m["mday"])
    if month is None:
        if near not in ("上", "下", "这", "這", "本"):
            return None
        offset = {"上": -1, "下": 1}.get(near, 0)
        whole = today.year * 12 + today.month - 1 + offset
        return _made(today, whole // 12, whole % 12 + 1, day)
    year = int(m["year"]) if m["year"] else None
    if near in ("今年", "明年", "去年"):
        year = today.year + {"今年": 0, "明年": 1, "去年": -1}[near]
    return _made(today, year, number(month), day)


def _zhweekday(m: re.Match[str], today: date) -> Meaning:
    which = m["which"]
    weeks = None if which is None else {"下下": 2, "再下": 2, "下": 1, "上": -1, "上上": -2}.get(which, 0)
    return _on(today, number(m["wd"]) - 1, weeks)


def _named(m: re.Match[str], today: date) -> Meaning:
    word = m.group()
    if word[0] == "大":
        return _moved(today, 3 if word[1] in "后後" else -3)
    return _moved(today, {"后": 2, "後": 2, "明": 1, "聽": 1, "听": 1, "今": 0, "而": 0, "前": -2}.get(word[0], -1))


def _zhafter(m: re.Match[str], today: date) -> Meaning:
    days = m["n1"] or m["n2"]
    return _moved(today, number(days) if days else 7 * number(m["n3"] or m["n4"]))


def _zhago(m: re.Match[str], today: date) -> Meaning:
    return _moved(today, -(number(m["a1"]) if m["a1"] else 7 * number(m["a2"])))


def _spoken(m: re.Match[str], today: date) -> Meaning:
    if m["sm"] in ("may", "march") and not (
        m["sth"] or m["of"] or m["sy"] or _CONTEXT.search(m.string[: m.start()][-12:])
    ):
        return None
    return _made(today, int(m["sy"]) if m["sy"] else None, _MONTHS[m["sm"][:3]], number(m["sd"]))


def _named_month(m: re.Match[str], today: date) -> Meaning:
    return _made(today, int(m["ny"]) if m["ny"] else None, _MONTHS[m["nm"][:3]], number(m["nd"]))


def _dotted(m: re.Match[str], today: date) -> Meaning:
    made = _made(today, int(m["dy"]) if m["dy"] else None, number(m["dm"]), number(m["dd"]))
    return made if made and made[1] != "impossible" else None


def _spelled(m: re.Match[str], today: date) -> Meaning:
    """The fourth of December, or the fourth. "The first" to "the third" without a month need on, by or until before them."""
    told = m["e1"] or m["e4"] or m["e5"]
    day = next(day for day, ordinal in enumerate(words("dates", "en")["ordinals"], 1) if re.fullmatch(ordinal, told))
    if m["e5"]:
        return None if day < 4 and m.group().startswith("the") else _of_month(today, day)
    return _made(today, None, _MONTHS[(m["e2"] or m["e3"])[:3]], day)


def _ordinal(m: re.Match[str], today: date) -> Meaning:
    """The 4th. A bare "1st" usually means "first", unless nothing else is written."""
    if m.string.strip(" .,!?") == m.group().strip():
        return _of_month(today, number(m["od"]))
    return None if m.group()[0].isdecimal() and number(m["od"]) < 4 else _of_month(today, number(m["od"]))


_CONTEXT = expression("dates", r"(?:{context}|[：:，,；;（(]|^)\s*$", flags=0)


def _far(meaning: tuple[date | None, Kind], today: date) -> bool:
    return meaning[0] is None or not 0 <= (meaning[0] - today).days <= 60


def _slashed(m: re.Match[str], today: date) -> Meaning:
    first, second = int(m["s1"]), int(m["s2"])
    year = (int(m["s3"]) + (2000 if len(m["s3"]) == 2 else 0)) if m["s3"] else None
    fraction = first < second <= 10 and first <= 4 and not year
    if (first, second) == (24, 7) or (fraction and not _CONTEXT.search(m.string[: m.start()][-12:])):
        return None
    made = [_made(today, year, first, second), _made(today, year, second, first)]
    days = [one for one in made if one and one[0]]
    if len(days) == 2 and m.string.isascii() and _far(days[0], today) and not _far(days[1], today):
        return days[1]
    return days[0] if days else None


def _iso(m: re.Match[str], today: date) -> Meaning:
    return _made(today, int(m["iy"]), int(m["im"]), int(m["id"]))


def _ahead(m: re.Match[str], today: date) -> Meaning:
    count = number(m["h1"] or m["h2"] or "2")
    unit = m["u1"] or m["u2"] or "week"
    return _moved(today, count * {"day": 1, "fortnight": 14}.get(unit, 7))


def _ago(m: re.Match[str], today: date) -> Meaning:
    return _moved(today, -number(m["g1"]) * {"day": 1, "fortnight": 14}.get(m["g2"], 7))


_SHORT = frozenset(("sat", "sun", "wed", "weds", "mon", "fri"))
_LEADS = expression("dates", r"(?:{leads}|[:;,.(→>-])\s*$", flags=0)
_TRAILS = expression("dates", r"\s*(?:{trails}|\d|$|[.,;:!?)]|\n|[^\x00-\x7f])", flags=0)


_VERB = expression("dates", r"\s+{verb}\b", flags=0)


_TIME = expression("dates", r"\s*(?:\d|{time})", flags=0)


def _stands_alone(m: re.Match[str]) -> bool:
    """Whether a short form that is also a word (sat, sun, wed) is a weekday here, by its neighbours."""
    if m.string.strip(" .,!?") == m.group().strip():
        return True
    led, trailed = _LEADS.search(m.string[: m.start()][-12:]), _TRAILS.match(m.string, m.end())
    if m["wd"] in ("sat", "sun", "wed"):
        return bool((trailed and led) or _TIME.match(m.string, m.end()))
    return bool(trailed or led)


def _weekday(m: re.Match[str], today: date) -> Meaning:
    if m["every"] or m["many"]:
        return None
    word, before, behind = m["wd"], m["before"], m["behind"] or ""
    text = m.string
    if word in ("sat", "sun", "wed") and _VERB.match(text, m.end()):
        return None
    if word in _SHORT and not before and not behind and not _stands_alone(m):
        return None
    day = _DAYS[word[:3]]
    if m["far"] or behind.endswith("after next"):
        return _on(today, day, 2)
    if before in ("last", "past") or behind.endswith("gone"):
        return _moved(today, -((today.weekday() - day - 1) % 7 + 1))
    if behind == "last week":
        return _on(today, day, -1)
    if before in ("next", "nxt") or behind == "next week":
        return _on(today, day, 2 if behind == "week" else 1)
    bare = _on(today, day, None)
    if before == "this" and day == today.weekday():
        return _moved(today, 0)
    further = {"week": 7, "wk": 7, "fortnight": 14}.get(behind, 0)
    return _moved(today, (bare[0] - today).days + further) if bare and bare[0] else None


def _lunar(m: re.Match[str], today: date) -> Meaning:
    """A day called by the moon; a vague one where the table does not reach."""
    if m["l12"]:
        day = lunar.last_month(number(m["l12"]), today)
    elif m["eve"]:
        day = lunar.eve(today)
    else:
        day = lunar.first_month(15 if m["lantern"] else number(m["l1"]), today)
    return (day, "day") if day else (None, "vague")


_WEEKS: dict[str | None, int] = {None: 0, "week": 7, "wk": 7, "fortnight": 14}
"""Days by which a day is moved: tomorrow week, today fortnight."""

Reader = Callable[[re.Match[str], date], Meaning]
READERS: dict[str, Reader] = {
    "span": _vague,
    "nth": _vague,
    "zhday": _zhday,
    "named": _named,
    "after": _zhafter,
    "dom": lambda m, today: _of_month(today, number(m["d1"] or m["d2"])),
    "lunar": _lunar,
    "zhvague": _vague,
    "vague": _vague,
    "iso": _iso,
    "spoken": _spoken,
    "named_month": _named_month,
    "spelled": _spelled,
    "ordinal": _ordinal,
    "dotted": _dotted,
    "slashed": _slashed,
    "pointed": lambda m, today: _made(today, None, int(m["p1"]), int(m["p2"])),
    "dat": lambda _, today: _moved(today, 2),
    "tomorrow": lambda m, today: _moved(today, 1 + _WEEKS[m["tw"] or m["tn"]]),
    "today": lambda m, today: _moved(today, _WEEKS[m["yw"] or m["yn"] or m["dw"]]),
    "yesterday": lambda m, today: _moved(today, -2 if "before" in m.group() else -1),
    "ahead": _ahead,
    "week_from": lambda m, today: _moved(today, _WEEKS[m["wn"]] + (_DAYS[m["wf"][:3]] - today.weekday() - 1) % 7 + 1),
}
CHINESE_READERS = READERS | {"ago": _zhago, "weekday": _zhweekday}
ENGLISH_READERS = READERS | {"ago": _ago, "weekday": _weekday}
