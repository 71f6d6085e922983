"""What a superior says before he asks: R17 before the sentence for next time, the answer to R18's reason, R20, and R8 before a late step."""

from coach.dialogue import wording
from coach.dialogue.asked import times
from coach.dialogue.moves import Ask, Unfolding
from coach.domain.rulebook import deadline

R18 = {"courage": "once.r18a", "fear": "once.r18b"}
"""The coach's answer to each of R18's two reasons for giving in."""

_ASKED = {"once.r18a": "once.r18a_asked"}
"""What is said instead to somebody who did ask: what comes of never asking is no answer to him."""


def lead(turn: Unfolding, question: Ask) -> None:
    """What is said before the sentence for next time is asked for: R17, then the answer to R18's reason, or R20; before a step that comes
    too late for its class, R8."""
    d = turn.debrief
    last_day = deadline(d.day, d.ruling)
    if "confirm" in question.asks and d.plan.date and last_day and d.plan.date > last_day:
        reach = d.ruling.customer_class or d.ruling.pending
        turn.say("once.r8", date=wording.day(d.plan.date), deadline=wording.day(last_day), customer_class=reach)
    if "next_line" not in question.asks or d.signed or d.lost:
        return
    answered_late = d.close.reason in ("courage", "fear") and times(d, "push", "push_reason")
    if times(d, "push", "next_line") and not answered_late:
        return
    if d.ruling.customer_class == "D":
        turn.say("once.r20")
    elif "push_reason" in question.asks:
        return
    elif d.close.reason in R18:
        answer_reason(turn, d.close.reason)
    else:
        turn.say("once.r17")


def answer_reason(turn: Unfolding, reason: str) -> None:
    """The coach's answer to one of R18's two reasons."""
    key = R18[reason]
    turn.say(_ASKED.get(key, key) if turn.debrief.close.attempted else key)
