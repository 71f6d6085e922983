"""Extraction beyond the facts: names, dates, and how often the signature was asked for."""

import re
from datetime import date

from coach.domain.full_stops import FULL_STOP
from coach.domain.hearing import Heard, Hearing, Stage
from coach.listening.clauses import clauses
from coach.listening.date_readers import number
from coach.listening.dates import DateFound, find_dates, next_step_day, visit_day
from coach.listening.names import NamesIn
from coach.listening.normal import lowered
from coach.patterns import expression

SURE = 0.95
_LIKELY = 0.2
"""Minimum probability of a next step for a future date to be its date: deliveries and deadlines have dates too."""
_ADVERBS = {"once": 1, "twice": 2, "thrice": 3}
_STOP = re.compile(rf"[。！？!?;；\n]|{FULL_STOP}")
_COMMA = re.compile(r"[，,：:]|\s[—–-]\s")
_LONG = 60
_ASKED = expression(
    "details", r"{asked}(?P<zh>{number}|\d){times}|{asked_for}(?P<en>{adverb}|(?:{count}|\d+){said_times})\b"
)


def completed(hearing: Hearing, text: str, stage: Stage, today: date, step_told: float) -> Hearing:
    """The hearing with names, dates and times added; `step_told` is the probability that the text tells a next step.

    Dates: `next_date`, `visit_date`, and `some_date`, the first of any meaning; `vague_date` and `bad_date` have only a
    quote.
    """
    facts = dict(hearing.facts)
    step = next_step_day(text, today, stage) if step_told >= _LIKELY else None
    if step and step.day:
        facts["next_date"] = Heard(step.day.isoformat(), step.phrase, SURE)
        facts["next_step"] = Heard("yes", _sentence(text, step), SURE)
    days = [one for one in find_dates(text, today) if one.kind == "day" and one.day]
    visit = visit_day(text, today)
    if visit and visit.day and visit.day <= today:
        facts["visit_date"] = Heard(visit.day.isoformat(), visit.phrase, SURE)
    for one in find_dates(text, today):
        if one.kind in ("vague", "impossible"):
            facts.setdefault("vague_date" if one.kind == "vague" else "bad_date", Heard("", one.phrase, SURE))
        elif one.day:
            facts.setdefault("some_date", Heard(one.day.isoformat(), one.phrase, SURE))
    ahead = tuple(Heard(one.day.isoformat(), one.phrase, SURE) for one in days if one.day)
    return Hearing(facts, hearing.blockers, hearing.faint, ahead, NamesIn(text), _times(text))


def _sentence(text: str, found: DateFound) -> str:
    """The sentence with the date; of a long one only the part from the date's clause on, or that clause."""
    start = max((hit.end() for hit in _STOP.finditer(text, 0, found.start)), default=0)
    after = _STOP.search(text, found.end)
    end = after.start() if after else len(text)
    if end - start > _LONG:
        start = max((hit.end() for hit in _COMMA.finditer(text, start, found.start)), default=start)
    if end - start > _LONG:
        own = [(first, last) for first, last in clauses(lowered(text)) if last > found.start and first < found.end]
        start, end = own[0][0], own[-1][1]
    return text[start:end].strip() or found.phrase


def _times(text: str) -> int | None:
    told = _ASKED.search(text)
    if told is None:
        return None
    word = (told["zh"] or told["en"].split()[0]).lower()
    return _ADVERBS.get(word) or number(word)
