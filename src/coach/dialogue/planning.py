"""Records the next step from the rep's answer; an answer without a step is asked for again."""

import re
from datetime import date

from coach import phrases
from coach.dialogue import wording
from coach.dialogue.clauses import sentences
from coach.dialogue.line_answer import calls_him, is_for_him, names_him
from coach.dialogue.question_counts import still_wanted
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.step_answer import StepAnswer, acts, drops, orders, read_step, waits
from coach.dialogue.turn_builder import Ask, TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS
from coach.domain.hearing import Hearing
from coach.phrases import Line

_CALLED = re.compile(r"\W*([A-Z][\w'’-]+),")


def take_up(turn: TurnBuilder, said: RepAnswer) -> bool:
    """Records an answer as the next step, if one was asked for or read back. True if it stated one, or an impossible
    day.
    """
    text, cue, hearing, _ = said
    d = turn.debrief
    asks = set(d.asks)
    outright = bool(asks & {"next_step", "next_date"})
    if not (outright or "confirm" in asks) or cue.chosen or cue.yes or cue.no or (cue.disputes and not outright):
        return False
    if "bad_date" in hearing.facts:
        turn.say("date.impossible", phrase=wording.clip(hearing.facts["bad_date"].quote))
        return True
    if drops(text):
        turn.emit(e.NextStepPlanned(what="", who=d.rep))
        return True
    step = read_step(text, hearing.days, hearing.facts.get("vague_date"))
    if not outright and (names_him(text, d.contact) or is_for_him(text, d.contact) or _calls_another(d, text)):
        _said_to_him(turn, text, step)
        return True
    if not (_tells_something(step, hearing) and (outright or _is_a_step(text, step, hearing))):
        return False
    if step.day is None and _is_past(turn, hearing):
        if step.what:
            turn.emit(e.NextStepPlanned(what=step.what, who=d.rep))
        return True
    if not step.own and _silent(hearing) and waits(text) and not _warned(turn):
        turn.ask(Ask("plan", ("next_step", "next_date"), Line("plan.waiting")))
        return True
    if step.day is None and cue.dont_know:
        if asks == {"next_date"}:
            turn.say("date.vague", phrase=wording.clip(text))
        return asks == {"next_date"}
    _put_down(turn, step, hearing, outright=outright, only_day=asks == {"next_date"})
    return True


def _calls_another(d: Debrief, text: str) -> bool:
    """Whether the words call by name, and address, somebody else of whom the rep told: the owner whom he has still to
    meet.
    """
    called = _CALLED.match(text)
    if called is None or not any(called[1] in said.text for said in d.transcript[:-1] if said.who == "rep"):
        return False
    return calls_him(text, called[1])


def _said_to_him(turn: TurnBuilder, text: str, step: StepAnswer) -> None:
    """Words addressed to the customer are the sentence for next time and no step; a day on which the rep acts in them
    is its date.
    """
    d, plan = turn.debrief, turn.debrief.plan
    if not any(isinstance(one, e.NextLineKept) for one in turn.events):
        turn.emit(e.NextLineKept(text=text))
        turn.say("plan.line_kept")
    if step.day and step.day > (d.today or d.day) and plan.what and step.own:  # 今天签 is said on whatever day he goes
        turn.emit(e.NextStepPlanned(what=plan.what, who=turn.debrief.rep, date=step.day, phrase=step.phrase))


def _is_a_step(text: str, step: StepAnswer, hearing: Hearing) -> bool:
    """Whether words that answer "is this right?" state another step or day, rather than a fact about the customer."""
    heard = hearing.facts.get("next_step")
    if step.own or step.adds or (heard is not None and heard.value == "yes" and step.day):
        return True
    return _silent(hearing) and bool(step.day or heard or "vague_date" in hearing.facts or waits(text))


def _tells_something(step: StepAnswer, hearing: Hearing) -> bool:
    """Whether anything is left beside a day on which nothing can be done."""
    past = "some_date" in hearing.facts and not hearing.days
    return bool(step.what or step.day or step.times or past or "vague_date" in hearing.facts)


def _warned(turn: TurnBuilder) -> bool:
    """Whether the rep was already told that waiting is no step; his answer is then accepted."""
    return "plan.waiting" in turn.debrief.lines_used


def _silent(hearing: Hearing) -> bool:
    """Whether the answer states nothing about the customer."""
    return not set(FACTS) & set(hearing.facts)


def _is_past(turn: TurnBuilder, hearing: Hearing) -> bool:
    d, some = turn.debrief, hearing.facts.get("next_date") or hearing.facts.get("some_date")
    day = date.fromisoformat(some.value) if some else None
    if day is None or day >= d.day:
        return False
    turn.say("date.before_visit", date=phrases.day(day), visit=phrases.day(d.day))
    return True


def _of_the_step(what: str, hearing: Hearing) -> str:
    """The step without sentences that only state a fact."""
    quotes = [hearing.facts[name].quote for name in FACTS if name in hearing.facts]
    kept = [one for one in sentences(what) if acts(one) or not any(quote in one for quote in quotes)]
    return "".join(kept).strip(" .。") or what


def _put_down(turn: TurnBuilder, step: StepAnswer, hearing: Hearing, *, outright: bool, only_day: bool) -> None:
    d = turn.debrief
    step = step._replace(what=_of_the_step(step.what, hearing))
    vague = hearing.facts.get("vague_date") if step.day is None else None
    fuller = len(step.what.replace(step.phrase, "")) > len(d.plan.what)
    replaces = step.corrects or fuller or (orders(step.what) and not acts(d.plan.what))
    keeps = d.plan.what and (step.adds or not step.what or (only_day and not replaces))
    more = step.what if step.adds else step.times
    what = wording.joined(d.plan.what, more) if keeps else step.what or step.times or step.phrase
    if step.onward and not (keeps or outright or _silent(hearing)):
        what = step.onward
    kept = d.plan.date if (d.plan.own or step.adds or not step.what) and not vague else None
    turn.emit(e.NextStepPlanned(what=what, who=d.rep, date=step.day or kept, phrase=step.phrase))
    if vague and _silent(hearing) and still_wanted(d, "plan", "next_date"):
        turn.ask(Ask("plan", ("next_date",), Line("date.vague", {"phrase": wording.clip(vague.quote)})))
