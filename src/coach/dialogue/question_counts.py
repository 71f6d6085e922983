"""What was asked so far, so that nothing is asked too often."""

from coach.domain.debrief import Debrief
from coach.domain.debrief_events import Step

LIMIT = 2
"""How often a field may be asked for at one step."""

JUDGEMENT = frozenset({"claimed_class", "confidence"})
"""The fields of the rep's own judgement (R16)."""

_HURRIED = frozenset({"aside.hurry", "aside.beside_hurry"})

_JUDGED = JUDGEMENT | {"confirm", "contradiction"}

EVASIONS = 2
"""After so many answers that said nothing, nothing is asked a second time any more."""


def times(debrief: Debrief, step: Step, field: str = "") -> int:
    """How many questions of the step (for the field) were asked so far; a question only restated does not count."""
    return sum(q.step == step and (not field or field in q.asks) and "restated" not in q.about for q in debrief.asked)


def still_wanted(debrief: Debrief, step: Step, *fields: str) -> tuple[str, ...]:
    """Those of the fields that may still be asked for at this step."""
    allowed = limit(debrief)
    return tuple(f for f in fields if f"{step}:{f}" not in debrief.skipped and times(debrief, step, f) < allowed)


def limit(debrief: Debrief) -> int:
    """How often a field may still be asked for: somebody who keeps evading, or is in a hurry, is let off sooner."""
    evasions = sum(len(debrief.lines_used.get(line, ())) for line in ("reply.evasive", "reply.mumble"))
    return 1 if evasions >= EVASIONS or _HURRIED & set(debrief.lines_used) else LIMIT


def at_a_menu(d: Debrief) -> bool:
    """Whether one of several numbered answers is asked for, and was not asked for a second time already."""
    return d.question is not None and bool(d.question.choices) and "restated" not in d.question.about


def wants_a_key(d: Debrief) -> bool:
    """Whether the menu open is one that a class and a percentage are no answer to, nor a part of one."""
    return at_a_menu(d) and d.question is not None and not _JUDGED & set(d.question.asks)
