"""The rep's own judgement where it is told beside the question: before it is asked for, with what is unknown, or thought over (R16)."""

from coach.dialogue.cues import Cue
from coach.dialogue.moves import Unfolding
from coach.domain import events as e
from coach.domain.debrief import Debrief, Judgement

JUDGEMENT = frozenset({"claimed_class", "confidence"})


def volunteered(turn: Unfolding, cue: Cue, asks: tuple[str, ...]) -> None:
    """A class told before it was asked for counts as told."""
    d = turn.debrief
    if d.step == "opening" and "claimed_class" not in asks and cue.customer_class:
        turn.happen(e.ClaimMade(customer_class=cue.customer_class, confidence=cue.confidence))
        return
    told, had = (cue.customer_class, cue.confidence), d.after_reverse
    if d.step == "reverse" and {"not_a", *JUDGEMENT} & set(asks) and cue.unmoved and told == (None, None):
        told = d.claimed
    elif d.step == "reverse" and "not_a" in asks:
        told = told if cue.judged or cue.confidence is not None else (None, None)
    elif d.step != "push" or not cue.judges or had == Judgement() or cue.confidence in (None, had.confidence):
        return
    if told[0] or d.step == "push":
        turn.happen(e.JudgedAgain(customer_class=told[0], confidence=told[1]))


def at_a_menu(d: Debrief) -> bool:
    """Whether one of several numbered answers is asked for, and was not asked for a second time already."""
    return d.question is not None and bool(d.question.choices) and "restated" not in d.question.about
