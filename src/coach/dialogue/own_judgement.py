"""The rep's own judgement, a class and a percentage: asked for, or volunteered (R16)."""

from coach.dialogue.cues import Cue
from coach.dialogue.question_counts import JUDGEMENT
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.turn_builder import TurnBuilder
from coach.dialogue.visit_day import corrects
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief, Judgement
from coach.domain.facts import CLASSES

_NO_KEY = 10
"""At the push, a smaller number is a menu key, not a percentage."""


def asked_for(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records the class and the percentage asked for: at first, or again under the reverse question."""
    d = turn.debrief
    again = d.step == "reverse"
    made: type[e.ClaimMade] | type[e.JudgedAgain] = e.JudgedAgain if again else e.ClaimMade
    customer_class = said.cue.customer_class or next((name for name in CLASSES if name == said.cue.chosen), None)
    confidence = said.cue.confidence
    if again and (said.cue.same or said.cue.yes):
        customer_class = customer_class or d.standing.customer_class
        confidence = d.standing.confidence if confidence is None else confidence
    elif again and customer_class is None and confidence is not None and "claimed_class" in d.asks:
        customer_class = d.standing.customer_class
    have = d.after_reverse if again else d.claimed
    if Judgement(customer_class or have.customer_class, have.confidence if confidence is None else confidence) != have:
        turn.emit(made(customer_class=customer_class, confidence=confidence))


def volunteered(turn: TurnBuilder, text: str, cue: Cue) -> None:
    """Records a class stated before it was asked for, corrected before anything was challenged, or judged anew beside another
    answer.
    """
    d = turn.debrief
    stated = Judgement(cue.customer_class, cue.confidence)
    if d.step == "opening" or (d.step == "forward" and cue.only_judges and corrects(text)):
        if stated.customer_class:
            turn.emit(e.ClaimMade(**stated._asdict()))
    elif d.step in ("forward", "unsigned"):
        judges = cue.only_judges or (cue.judged and (d.claimed.customer_class is None or cue.confidence is not None))
        if judges and stated.customer_class not in (None, d.standing.customer_class):
            judged = e.ClaimMade if d.claimed.customer_class is None else e.JudgedAgain
            turn.emit(judged(**stated._asdict()))
    elif d.step == "reverse":
        now = _under_reverse(d, cue, stated)
        if now.customer_class:
            turn.emit(e.JudgedAgain(**now._asdict()))
    elif d.step == "push" and cue.only_judges and _moves(d.after_reverse, stated):
        turn.emit(e.JudgedAgain(**stated._asdict()))


def _under_reverse(d: Debrief, cue: Cue, stated: Judgement) -> Judgement:
    """What he judges by now, beside what he does not know; empty if he does not say."""
    if cue.unmoved and stated == Judgement() and {"not_a", *JUDGEMENT} & set(d.asks):
        return d.standing
    if "not_a" not in d.asks:
        return stated if "contradiction" in d.asks else Judgement()
    if cue.judged and stated.customer_class is None and stated.confidence is not None:
        return d.standing._replace(confidence=stated.confidence)  # "80 now": another number for the same class
    return stated if cue.judged or stated.confidence is not None else Judgement()


def _moves(held: Judgement, stated: Judgement) -> bool:
    """Whether he judges at the push what he would not when he was asked, or another percentage, which no key is."""
    if held == Judgement():
        return stated.customer_class is not None
    return (stated.confidence or 0) >= _NO_KEY and stated.confidence != held.confidence
