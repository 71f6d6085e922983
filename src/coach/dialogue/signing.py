"""Retraction of a signature: the debrief returns to the step where the signed path branched off, so that claim, reasons
and verdict are not skipped (R13-R16).
"""

from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief

_SHORT_WAY = "push.signed"
"""The question asked only about signed visits."""


def unsigned_after_all(turn: TurnBuilder, before: Debrief) -> bool:
    """Returns a debrief on the signed path to the step where the paths branch if it is not signed after all; whether it
    did.
    """
    d = turn.debrief
    if d.signed is not False or not before.signed or not any(q.line == _SHORT_WAY for q in d.asked):
        return False
    left: e.Step = d.reached[d.reached.index("push") - 1] if d.reached.index("push") else "claim"
    turn.emit(e.StepReached(step=left))
    turn.say("signed.taken_back")
    return True
