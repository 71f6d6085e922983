"""Reads back what was just understood, in the rep's own words, so that an error shows at once."""

from coach.dialogue.evidentiality import admits
from coach.dialogue.limits import limited
from coach.dialogue.turn_builder import TurnBuilder
from coach.dialogue.wording import clip, in_words
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.phrases import Line, day


def read_back(turn: TurnBuilder, before: Debrief, news: list[e.Event]) -> None:
    """Reads back the events of this turn; nothing if there are none, or only repetitions."""
    news = [
        one for one in news if not (isinstance(one, e.FactHeard) and _goes_without_saying(before, turn.debrief, one))
    ]
    items = [
        line
        for event in news
        for line in (_closing(event) if isinstance(event, e.CloseHeard) else [_item(event)])
        if line and not _is_today(turn.debrief, event)
    ]
    names = [line for line in map(_name, news) if line]
    if not items and not names:
        return
    turn.say("readback.heard", items=_unique([*names, *items]))


def _is_today(d: Debrief, event: e.Event) -> bool:
    """Whether it only states that the visit was today, which needs no check."""
    return isinstance(event, e.VisitDated) and event.date == d.today


def _goes_without_saying(before: Debrief, d: Debrief, event: e.FactHeard) -> bool:
    """Whether it needs no check: it was known already, or it is a doubt about a customer who has signed."""
    return _stood_already(before, d, event) or bool(d.signed and event.value == "unsure")


def _stood_already(before: Debrief, d: Debrief, event: e.FactHeard) -> bool:
    """Whether the words only repeat a known fact, or doubt one that the next question presents (R15)."""
    shaken = d.facts[event.fact].known or any(c.fact == event.fact for c in d.contradictions)
    doubted = event.value == "unsure" and shaken
    return before.facts[event.fact].value == event.value or doubted


def _unique(lines: list[Line]) -> list[Line]:
    """The items without duplicates, which several parts of an answer may yield."""
    return list({line.key: line for line in reversed(lines)}.values())[::-1]


def _name(event: e.Event) -> Line | None:
    if not isinstance(event, e.CustomerNamed):
        return None
    both = "both" if event.customer and event.contact else "customer" if event.customer else "contact"
    return Line(f"readback.{both}", {"customer": clip(event.customer or ""), "contact": clip(event.contact or "")})


def _item(event: e.Event) -> Line | None:
    if isinstance(event, e.FactHeard):
        value = event.value
        if value == "unsure" and (not event.quote or admits(event.quote)):
            value = "unknown"
        if event.fact == "authority" and value == "unsure" and limited(event.quote):
            value = "limit"
        return Line(f"readback.{event.fact}.{value}", {"words": in_words(event.quote)})
    if isinstance(event, e.SigningHeard):
        return Line("readback.signed" if event.signed else "readback.not_signed")
    if isinstance(event, e.BlockersHeard):
        return Line(f"readback.blocker.{event.blockers[0]}")
    if isinstance(event, e.VisitDated):
        return Line("readback.visit", {"phrase": clip(event.phrase), "date": day(event.date)})
    return None


def _closing(event: e.CloseHeard) -> list[Line]:
    told = []
    if event.attempted is not None:
        told.append(Line("readback.asked" if event.attempted else "readback.not_asked"))
    if event.gave_in is not None:
        told.append(Line("readback.gave_in" if event.gave_in else "readback.held_on"))
    if event.put_off is False:
        told.append(Line("readback.no_put_off"))
    return told
