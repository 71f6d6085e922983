"""Extracts the day of the visit from words about the past: "saw Dev on tuesday", "其实是周二去的". It is no next step."""

from datetime import date, timedelta

from coach.dialogue.step_answer import clause_of
from coach.domain.hearing import Heard, Hearing
from coach.patterns import Pattern

_BEHIND = Pattern("visit_day", "{visit_behind}")
_MEANT = Pattern("visit_day", "{meant}")
_NOT_TODAY = Pattern("visit_day", "{not_today}")
_BEFORE_LAST = Pattern("visit_day", "{before_last}")
_WEEKDAY = Pattern("visit_day", r"{weekday}\W*")
_CORRECTS = Pattern("visit_day", "{correction}")


def tells_of_it(clause: str) -> bool:
    """Whether a clause reports the visit as past."""
    return _BEHIND.search(clause) is not None


def only_meant(clause: str) -> bool:
    """Whether a visit was only meant for that day."""
    return _MEANT.search(clause) is not None


def visit_day_in(text: str, hearing: Hearing, today: date) -> Heard | None:
    """The day of the visit; a bare weekday is the last one, as the visit is past."""
    if told := _NOT_TODAY.search(text):
        back = 2 if _BEFORE_LAST.search(told[0]) else 1
        return Heard((today - timedelta(days=back)).isoformat(), told[0].strip(), 1.0)
    if "visit_date" in hearing.facts:
        return hearing.facts["visit_date"]
    some = hearing.facts.get("some_date")
    first: dict[str, Heard] = {}
    for one in (*hearing.days, *([some] if some else [])):
        if _WEEKDAY.fullmatch(one.quote):
            first.setdefault(one.quote, one)
    for one in first.values():
        clause = clause_of(text, one.quote)
        if tells_of_it(clause) and not only_meant(clause):
            when = date.fromisoformat(one.value)
            back = max(0, -(-(when - today).days // 7)) * 7
            return one._replace(value=(when - timedelta(days=back)).isoformat(), quote=one.quote.strip(" ,.，。"))
    return None


def corrects(text: str) -> bool:
    """Whether the words correct a day stated or assumed before."""
    return _CORRECTS.search(text) is not None
