"""Corrections of recorded data other than the four facts: names, days, the rep's own judgement, the next step; by /edit
or in free text.

The rep's first judgement stays in the log as first stated (R16); the correction is what counts from then on.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from coach.dialogue import cues
from coach.dialogue.names_set_against import name_set_against
from coach.dialogue.naming import LONGEST
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.hearing import Hearing
from coach.domain.vocabulary import PUSH_REASONS
from coach.patterns import Pattern, Synonyms
from coach.phrases import Line, day

_FIELDS = (
    "customer", "contact", "product", "visit_date", "claimed_class", "confidence", "next_date", "next_step", "signed", "push_reason",
)  # fmt: skip
"""The fields that can be corrected; one whose name begins with another's comes before that."""
_FIELD = Synonyms("corrections", _FIELDS, "field_")
_REASON = Synonyms("corrections", PUSH_REASONS, "reason_")
_SIGNED = Synonyms("corrections", ("yes", "no"), "signed_")
_ARGUMENT = Pattern(
    "corrections",
    "(?:" + "|".join(f"(?P<{field}>{{field_{field}}})" for field in _FIELDS) + ")"
    r"(?:\s*[:：=]\s*|\s+{value_lead}?|(?<=[\u4e00-\u9fff]){set_to}?)(?P<told>\S.*)",
    flags=re.I | re.S,
)
_WEEKDAY = Pattern("corrections", "{weekday}")

_ORDERED = Pattern("corrections", r"{order_words}(\S.*)|{order}\s*(\S.*)", flags=re.I | re.S)
"""A correction command typed without its slash."""
_PAST = Pattern("corrections", "{past}")
_WRONG = r"(?:{wrong}[,.!: ]+)"
_PLAINLY = Pattern(
    "corrections",
    _WRONG + r"*(?:{the_or_my}?(?P<en>{named_party}){whose_name}{name_is}\s+{just}*(?P<en_name>.+)"
    r"|(?P<en_date>{visit_was}.+)"
    r"|{my_confidence}{only}?(?P<en_sure>\d{1,3} ?(?:%|{per_cent})){sure}?(?:, {and_not} .+)?"
    r"|{my_class}(?P<en_class>[a-d]))[.!]*",
)
_PLAINLY_ZH = Pattern(
    "corrections",
    r"{not_so}?[，,。！!]?\s*(?:"
    r"(?P<zh>{party}){name_of}?(?P<wrong>{written_wrong}[，,。！!]?)?{indeed}?(?P<verb>{is_called})(?P<zh_name>.+?)"
    r"|(?P<zh_date>{visit_day}{told_wrong}?[，,]?{should}?{becomes}.+?)"
    r"|{confidence}{told_wrong}?[，,]?{should}?{becomes}(?P<zh_sure>.+?)"
    r"|{own_class}{told_wrong}?[，,]?{should}?{becomes}(?P<zh_class>[A-Da-d]){class_sign}?)[。.！!]*",
)
_SLIP = r"(?:" + _WRONG + r"|{slip}[，,。！!\s]*)"
_OTHER_DAY = Pattern(
    "corrections",
    _SLIP + r"*(?:{is_not}{day}{went}?[，,\s]*{but_is}(?P<a>{day})|{is}(?P<b>{day}){went}?[，,\s]*{is_not}{day}|"
    r"{was_on}(?P<c>{day})[,\s]*{not_on}{day}|{was_not_on}{day}[,\s]*{but}?{on}?(?P<d>{day})|"
    r"(?<=[\s，,。!！.]|{finished}){i_should}?{it_was}?(?P<e>{day}))"
    r"\s*{went}?{i_went}?(?:{day_end}|[。.！!\s])*",
)
"""A day contrasted with another one: before the next step is planned it can only be the visit's."""
_TALE = Pattern("corrections", "{tale}")
"""Words that describe a customer rather than name him: 客户是老板自己定的."""
_SHORTEST = 3
_NAMED = Pattern(
    "corrections",
    r"(?:{the}\s+)?(?:[A-ZÀ-ÖØ-Þ]|\d+[A-Za-z-]|[\u4e00-\u9fff])(?!.*(?:,|[.!?]\s+[a-z]))",
    flags=0,
)
"""How a name begins, not followed by a sentence."""
_ORIGIN = Pattern("corrections", "{origin}")
"""Where a customer comes from is not his name."""
_AND_NOT = Pattern("corrections", r",?\s+{and_not}\s")
_RATHER_THAN = Pattern("corrections", "[，,]?{rather_than}")
_DAYS = ("visit_date", "next_date", "some_date")


_WRITTEN = frozenset({"next_line", "dispute"})
"""Answers recorded verbatim."""


class Correction(NamedTuple):
    """A requested correction: the field of contract 4, and the words for its new value."""

    field: str
    value: str


def edit_requested(argument: str) -> Correction | None:
    """The correction requested by the argument of /edit, in either language; None if it names no such field, or no
    value.
    """
    hit = _ARGUMENT.fullmatch(argument.strip())
    return Correction(next(field for field in _FIELDS if hit[field]), hit["told"].strip()) if hit else None


def correction_in(text: str) -> Correction | None:
    """The correction that a whole answer in free text makes: "the customer is X", 客户写错了，是X; None if it makes none."""
    plain = text.strip()
    if (ordered := _ORDERED.fullmatch(plain)) and (right := edit_requested(ordered[1] or ordered[2])):
        return _of_the_plan(right, plain)
    if hit := _OTHER_DAY.fullmatch(plain):
        return Correction("visit_date", next(day for day in hit.groups() if day))
    if hit := _PLAINLY.fullmatch(plain):
        return _told_in_english(hit)
    if hit := _PLAINLY_ZH.fullmatch(plain):
        return _told_in_chinese(hit)
    return None


def _told_in_english(hit: re.Match[str]) -> Correction | None:
    if hit["en"]:
        field = _FIELD.meaning(hit["en"]) or "contact"
        name = _AND_NOT.split(hit["en_name"])[0].rstrip(".! ")
        told = _NAMED.match(name) and not (field == "customer" and _ORIGIN.fullmatch(name))
        return Correction(field, name) if told else None
    return _of_judgement_or_day(hit["en_date"], hit["en_sure"], hit["en_class"])


def _told_in_chinese(hit: re.Match[str]) -> Correction | None:
    if hit["zh"]:
        name = _RATHER_THAN.split(hit["zh_name"])[0].strip("，, ")
        if _FIELD.meaning(hit["zh"]) == "contact":
            return None if re.search(r"[，,。]", name) else Correction("contact", name)
        bare = not hit["wrong"] and hit["verb"] == "是" and not _RATHER_THAN.search(hit["zh_name"])
        tale = re.search(r"[，,。]", name) or _TALE.search(name) or (bare and len(name) < _SHORTEST)
        return None if tale else Correction("customer", name)
    return _of_judgement_or_day(hit["zh_date"], hit["zh_sure"], hit["zh_class"])


def _of_judgement_or_day(when: str | None, sure: str | None, customer_class: str | None) -> Correction | None:
    found = {"visit_date": when, "confidence": sure, "claimed_class": customer_class}
    return next((_of_the_plan(Correction(field, value), value) for field, value in found.items() if value), None)


def _of_the_plan(right: Correction, text: str) -> Correction:
    """The correction, of the next step's day rather than the visit's unless the words refer to the visit: the step has
    just been read back.
    """
    return Correction("next_date", right.value) if right.field == "visit_date" and not _PAST.search(text) else right


def to_hear(text: str, right: Correction | None) -> str:
    """The text for the listener: only the day if a day is corrected, otherwise all of it."""
    return right.value if right and right.field == "visit_date" and _OTHER_DAY.fullmatch(text.strip()) else text


def correction_event(d: Debrief, right: Correction, hearing: Hearing) -> e.Event | None:
    """The event of the correction; None if the value does not fit the field. `hearing` is the listener's result for the
    value.
    """
    field, value = right
    if field in ("customer", "contact", "product"):
        return _naming(field, value[:LONGEST].strip(" 。.，,“”\"'"))
    if field in ("claimed_class", "confidence"):
        return _judgement(field, value)
    if field == "push_reason":
        reason = _REASON.meaning(value)
        return e.ReasonHeard(reason=reason) if reason else None
    if field == "signed":
        signed = _SIGNED.meaning(value.rstrip("。. "))
        return e.SigningHeard(signed=signed == "yes") if signed else None
    when, phrase = _day(value, hearing)
    if field == "visit_date":
        return _visit(d, when, phrase)
    ahead = when if when and when >= d.day else None
    if field == "next_step":
        return e.NextStepPlanned(what=value, who=d.rep, date=ahead or d.plan.date, phrase=phrase if ahead else "")
    return e.NextStepPlanned(what=d.plan.what, who=d.rep, date=ahead, phrase=phrase) if ahead and d.plan.what else None


def _naming(field: str, name: str) -> e.CustomerNamed | e.ProductNamed | None:
    if not name:
        return None
    if field == "product":
        return e.ProductNamed(product=name)
    return e.CustomerNamed(customer=name) if field == "customer" else e.CustomerNamed(contact=name)


def _judgement(field: str, value: str) -> e.ClaimMade | None:
    cue = cues.read(value, ("claimed_class", "confidence"))
    if field == "claimed_class":
        return e.ClaimMade(customer_class=cue.customer_class) if cue.customer_class else None
    return None if cue.confidence is None else e.ClaimMade(confidence=cue.confidence)


def take_correction(turn: TurnBuilder, text: str, hearing: Hearing) -> bool:
    """Applies the correction in an answer, if any: names at any time, the rest before the confirmation. True if there
    was one.
    """
    d = turn.debrief
    against = name_set_against(d, text)
    right = correction_in(text) or (Correction(*against) if against else None)
    if right is None or _WRITTEN & set(d.asks):
        return False
    told_before = right.field == "visit_date" or (right.field in ("customer", "contact") and getattr(d, right.field))
    if d.step != "plan" and not told_before:
        return False
    if d.step == "plan":
        right = _of_the_plan(right, text)
    happened = correction_event(d, right, hearing)
    if happened:
        turn.emit(happened)
        turn.say("plan.corrected", **slots(right.field, d))
    return happened is not None


def reference_day(d: Debrief, right: Correction | None) -> date:
    """The day relative to which an answer's days are resolved: today if it plans or corrects the visit's day, otherwise
    the visit's.
    """
    ahead = d.step == "plan" or (right is not None and right.field == "visit_date")
    return d.today or d.day if ahead else d.day


def slots(field: str, d: Debrief) -> dict[str, object]:
    """The slots of the line that reads the correction back."""
    return {"what": Line(f"field.{field}"), "value": _standing(field, d)}


def _standing(field: str, d: Debrief) -> object:
    match field:
        case "customer":
            return d.customer
        case "contact":
            return d.contact
        case "product":
            return d.product
        case "visit_date":
            return day(d.day)
        case "claimed_class":
            return d.claimed.customer_class
        case "confidence":
            return f"{d.claimed.confidence} %"
        case "signed":
            return Line("readback.signed" if d.signed else "readback.not_signed")
        case "push_reason":
            return Line(f"choice.reason_{d.close.reason}")
        case "next_date" if d.plan.date:
            return day(d.plan.date)
        case _:
            return d.plan.what


def _visit(d: Debrief, when: date | None, phrase: str) -> e.VisitDated | None:
    """A day not after today; a bare weekday is the past one nearest to the day recorded so far."""
    today = d.today or d.day
    if when and _WEEKDAY.fullmatch(phrase):
        past = [when - timedelta(days=7 * weeks) for weeks in range(5)]
        when = min((one for one in past if one <= today), key=lambda one: abs(one - d.day), default=when)
    return e.VisitDated(date=when, phrase=phrase) if when and when <= today else None


def _day(value: str, hearing: Hearing) -> tuple[date | None, str]:
    try:
        return date.fromisoformat(value), value
    except ValueError:
        heard = next((hearing.facts[key] for key in _DAYS if key in hearing.facts), None)
        return (date.fromisoformat(heard.value), heard.quote) if heard else (None, value)
