"""A visit at which nobody was met: nothing to judge, but the intended contact and the new appointment are recorded."""

from datetime import date

from coach import phrases
from coach.dialogue import visits
from coach.dialogue.agenda import told_of_nobody
from coach.dialogue.cues import read
from coach.dialogue.readback import read_back
from coach.dialogue.step_answer import clause_of
from coach.dialogue.steps import REPORTING
from coach.dialogue.turn_builder import Ask, TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS
from coach.domain.hearing import Hearing
from coach.phrases import Line

_LINE = "visit.none"


def tells_of_none(debrief: Debrief, text: str) -> bool:
    """Whether the words say that nobody was met or, after the coach closed the debrief for that reason, only agree or
    give the new appointment.
    """
    if debrief.step not in REPORTING or not told_of_nobody(debrief) or debrief.claimed.customer_class:
        return False
    let_off = debrief.question is not None and debrief.question.line == _LINE
    return visits.none_made(text) or (let_off and _agrees_or_postpones(text))


def _agrees_or_postpones(text: str) -> bool:
    return read(text).yes or visits.no_other(text) or visits.put_off_to(text)


def another_instead(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    """Replaces the customer who was not met, or whose visit he would rather tell later, by the one on whom the rep
    reports.
    """
    d, names = turn.debrief, hearing.names
    missed = d.question is not None and d.question.line == _LINE
    rather = visits.rather(text) if "once.one_by_one" in d.lines_used else ""
    name = names.get("customer") or rather
    if not (d.customer and name and name != d.customer and (missed or rather)):
        return
    turn.emit(e.CustomerNamed(customer=name, contact=names.get("contact")))
    turn.emit(e.NextStepPlanned(what="", own=False))
    for fact in [fact for fact in FACTS if d.facts[fact].value]:
        turn.emit(e.FactCorrected(fact=fact, value=None))


def let_off(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    """Records the customer and the day reported, and ends the debrief."""
    before = turn.debrief.apart()
    name = hearing.names.get("customer")
    if name and not turn.debrief.customer:
        turn.emit(e.CustomerNamed(customer=name))
    read_back(turn, before, list(turn.events))
    if ahead := [one for one in hearing.days if date.fromisoformat(one.value) > turn.debrief.day]:
        when = date.fromisoformat(ahead[-1].value)
        what = clause_of(text, ahead[-1].quote)
        turn.emit(e.NextStepPlanned(what=what, who=turn.debrief.rep, date=when, phrase=ahead[-1].quote))
        turn.say("visit.postponed", date=phrases.day(when))
    step = turn.debrief.step
    about = () if step == "opening" else (e.RESTATED,)
    turn.ask(Ask(step, turn.debrief.asks, Line(_LINE), about=about))
