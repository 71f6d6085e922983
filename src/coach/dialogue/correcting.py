"""Applies corrections of recorded data other than the four facts, and reads them back.

The rep's first judgement stays in the log as first stated (R16); the correction is what counts from then on.
"""

from datetime import date, timedelta

from coach.dialogue import cues
from coach.dialogue.corrections import Correction, Field, correction_in, of_the_plan
from coach.dialogue.names_set_against import name_set_against
from coach.dialogue.naming import LONGEST
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.hearing import Hearing
from coach.domain.vocabulary import PUSH_REASONS
from coach.patterns import Pattern, Synonyms
from coach.phrases import Line, day

_REASON = Synonyms("corrections", PUSH_REASONS, "reason_")
_SIGNED = Synonyms("corrections", ("yes", "no"), "signed_")
_WEEKDAY = Pattern("corrections", "{weekday}")
_DAYS = ("visit_date", "next_date", "some_date")
_WRITTEN = frozenset({"next_line", "dispute"})
"""Answers recorded verbatim."""


def take_correction(turn: TurnBuilder, text: str, hearing: Hearing) -> bool:
    """Applies the correction in an answer, if any: names at any time, the rest before the confirmation. True if there
    was one.
    """
    d = turn.debrief
    right = correction_in(text) or name_set_against(d, text)
    if right is None or _WRITTEN & set(d.asks):
        return False
    told_before = right.field == "visit_date" or (right.field in ("customer", "contact") and getattr(d, right.field))
    if d.step != "plan" and not told_before:
        return False
    if d.step == "plan":
        right = of_the_plan(right, text)
    happened = correction_event(d, right, hearing)
    if happened:
        turn.emit(happened)
        turn.say("plan.corrected", **slots(right.field, d))
    return happened is not None


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


def reference_day(d: Debrief, right: Correction | None) -> date:
    """The day relative to which an answer's days are resolved: today if it plans or corrects the visit's day, otherwise
    the visit's.
    """
    ahead = d.step == "plan" or (right is not None and right.field == "visit_date")
    return d.today or d.day if ahead else d.day


def slots(field: Field, d: Debrief) -> dict[str, object]:
    """The slots of the line that reads the correction back."""
    return {"what": Line(f"field.{field}"), "value": _standing(field, d)}


def _naming(field: Field, name: str) -> e.CustomerNamed | e.ProductNamed | None:
    if not name:
        return None
    if field == "product":
        return e.ProductNamed(product=name)
    return e.CustomerNamed(customer=name) if field == "customer" else e.CustomerNamed(contact=name)


def _judgement(field: Field, value: str) -> e.ClaimMade | None:
    cue = cues.read(value, ("claimed_class", "confidence"))
    if field == "claimed_class":
        return e.ClaimMade(customer_class=cue.customer_class) if cue.customer_class else None
    return None if cue.confidence is None else e.ClaimMade(confidence=cue.confidence)


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


def _standing(field: Field, d: Debrief) -> object:
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
