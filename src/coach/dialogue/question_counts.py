"""Counts of the questions asked so far, so that nothing is asked too often."""

from coach.domain.debrief import Debrief
from coach.domain.debrief_events import Step

LIMIT = 2
"""Maximum questions for a field at one step."""

UNHURRIED = 3
"""Turns up to which what is missing is asked for again, and doubt and new judgement one after the other: a debrief has at
most 8 turns.
"""

JUDGEMENT = frozenset({"claimed_class", "confidence"})
"""The fields of the rep's own judgement (R16)."""

_HURRIED = frozenset({"aside.hurry", "aside.beside_hurry"})

_JUDGED = JUDGEMENT | {"confirm", "contradiction"}

EVASIONS = 2
"""Number of empty answers after which nothing is asked a second time."""


def times(debrief: Debrief, step: Step, field: str = "") -> int:
    """The number of questions of the step (for the field) so far; rephrasings do not count."""
    return sum(q.step == step and (not field or field in q.asks) and not q.restated for q in debrief.asked)


def still_wanted(debrief: Debrief, step: Step, *fields: str) -> tuple[str, ...]:
    """The fields that may still be asked for at this step."""
    allowed = limit(debrief)
    return tuple(f for f in fields if f"{step}:{f}" not in debrief.skipped and times(debrief, step, f) < allowed)


def limit(debrief: Debrief) -> int:
    """Maximum questions for a field in this state: lower if the rep keeps evading or is in a hurry."""
    evasions = sum(len(debrief.lines_used.get(line, ())) for line in ("reply.evasive", "reply.mumble"))
    return 1 if evasions >= EVASIONS or _HURRIED & set(debrief.lines_used) else LIMIT


def at_a_menu(d: Debrief) -> bool:
    """Whether the open question is a numbered menu asked for the first time."""
    return d.question is not None and bool(d.choices) and not d.question.restated


def wants_a_key(d: Debrief) -> bool:
    """Whether the open menu cannot be answered by a class and a percentage, or a part of these."""
    return at_a_menu(d) and not _JUDGED & set(d.asks)
