"""The verdict in words: the class and its rules, the evidence, the unknowns, and how the judgement changed (R8-R11,
R16).
"""

from coach.dialogue.turn_builder import TurnBuilder
from coach.dialogue.wording import in_words, judged
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief, Judgement
from coach.domain.facts import FACTS
from coach.domain.rulebook import Ruling, deadline
from coach.phrases import Line, Names, day

_NONE_NEEDED = Ruling(None, (), (), None, None)
"""A signed visit needs no class: nothing about it is unknown any more."""


def give(turn: TurnBuilder) -> None:
    """Decides by the rules, records the verdict and states it."""
    d = turn.debrief
    ruling = d.ruling
    if d.signed and ruling.customer_class is None:
        ruling = _NONE_NEEDED
    last_day = deadline(d.day, ruling)
    turn.emit(
        e.VerdictGiven(
            customer_class=ruling.customer_class,
            rules=ruling.rules,
            unknown=ruling.unknown,
            deadline=last_day,
            pending=ruling.pending,
        )
    )
    if d.lost:
        return
    if d.signed:
        turn.say("verdict.signed")
        return
    rules = Names(ruling.rules)
    if ruling.customer_class is None:
        missing = Names(Line(f"fact.{name}") for name in ruling.unknown)
        if ruling.pending and last_day:
            turn.say("verdict.open", facts=missing, pending=ruling.pending, date=day(last_day))
        else:
            turn.say("verdict.open_rank", facts=missing)
    elif last_day:
        turn.say("verdict.class", customer_class=ruling.customer_class, rules=rules, date=day(last_day))
    else:
        turn.say(
            "verdict.never",
            rules=rules,
            signs=[Line(f"verdict.sign.{name}") for name in ("need", "power", "value") if d.facts[name].value == "no"],
        )
    _evidence(turn)
    _movement(turn)
    _lesson(turn)


def changed(d: Debrief) -> bool:
    """Whether the facts, or the day of the visit, have changed since the verdict."""
    if d.verdict is None or d.signed:
        return False
    ruling, given = d.ruling, d.verdict
    now = (ruling.customer_class, ruling.unknown, deadline(d.day, ruling))
    return (given.customer_class, given.unknown, given.deadline) != now


def _evidence(turn: TurnBuilder) -> None:
    d = turn.debrief
    speaking = [
        Line(f"verdict.{name}.{fact.value}", {"words": in_words(fact.words)})
        for name in FACTS
        if (fact := d.facts[name]).known
    ]
    if speaking:
        turn.say("verdict.evidence", items=speaking)


def _movement(turn: TurnBuilder) -> None:
    d = turn.debrief
    before, after = d.claimed, d.after_reverse
    ruled = d.ruling.customer_class
    if _whole(before) and _whole(after):
        told = {"before": judged(before), "after": judged(after)}
        stays = before == after or before.customer_class == after.customer_class == "D"
        if stays or before.customer_class != after.customer_class:
            turn.say("verdict.unmoved" if stays else "verdict.moved", **told)
        else:
            step = (after.confidence or 0) - (before.confidence or 0)
            turn.say("verdict.surer" if step > 0 else "verdict.less_sure", by=abs(step), **told)
        if ruled and ruled != after.customer_class:
            turn.say("verdict.differs", claimed=after.customer_class, ruled=ruled)


def _whole(judgement: Judgement) -> bool:
    """Whether a judgement is complete: a D, which never signs, needs no percentage (R4)."""
    return judgement.customer_class == "D" or None not in judgement


def _lesson(turn: TurnBuilder) -> None:
    d = turn.debrief
    ruled = d.ruling.customer_class
    if ruled == "D" and d.claimed.customer_class in ("A", "B"):
        turn.say("once.r10")
    elif ruled in ("B", "C"):
        turn.say("once.r11")
