"""The rep's own judgement, a class and a percentage: asked for, or volunteered (R16)."""

from coach.dialogue.cues import Cue
from coach.dialogue.question_counts import JUDGEMENT
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.turn_builder import TurnBuilder
from coach.dialogue.visit_day import corrects
from coach.domain import debrief_events as e
from coach.domain.debrief import Judgement
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


def volunteered(turn: TurnBuilder, text: str, cue: Cue, asks: tuple[str, ...]) -> None:
    """Records a class stated before it was asked for, corrected before anything was challenged, or judged anew beside another
    answer.
    """
    d = turn.debrief
    early = d.step == "opening" and "claimed_class" not in asks
    if cue.customer_class and (early or (d.step == "forward" and cue.judges and corrects(text))):
        turn.emit(e.ClaimMade(customer_class=cue.customer_class, confidence=cue.confidence))
        return
    judges = cue.judges or (cue.judged and (d.claimed.customer_class is None or cue.confidence is not None))
    if d.step in ("forward", "unsigned") and judges and cue.customer_class not in (None, d.standing.customer_class):
        judged = e.ClaimMade if d.claimed.customer_class is None else e.JudgedAgain
        turn.emit(judged(customer_class=cue.customer_class, confidence=cue.confidence))
        return
    stated, held = Judgement(cue.customer_class, cue.confidence), d.after_reverse
    moved = (
        cue.judges and held != Judgement() and (cue.confidence or 0) >= _NO_KEY and cue.confidence != held.confidence
    )
    if d.step == "reverse" and {"not_a", *JUDGEMENT} & set(asks) and cue.unmoved and stated == Judgement():
        stated = d.standing
    elif d.step == "reverse" and "not_a" in asks:
        stated = stated if cue.judged or cue.confidence is not None else Judgement()
        if cue.judged and stated.customer_class is None and stated.confidence is not None:
            stated = d.standing._replace(confidence=stated.confidence)  # "80 now": another number for the same class
    elif d.step == "push" and cue.judges and cue.customer_class and held == Judgement():
        pass  # he would not judge again when he was asked, and does now
    elif "contradiction" not in asks and (d.step != "push" or not moved):
        return
    if stated.customer_class or d.step == "push":
        turn.emit(e.JudgedAgain(customer_class=stated.customer_class, confidence=stated.confidence))
