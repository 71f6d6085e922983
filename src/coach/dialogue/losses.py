"""Detects a lost deal: "lost it, they went with Cobalt", "丢了，人家跟别家签了". There is then no class to judge, only
something to learn (R23).
"""

from coach.dialogue.clauses import sentences
from coach.dialogue.steps import REPORTING
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.hearing import Hearing
from coach.patterns import Pattern

_LOST = Pattern("losses", "{lost}|{went_to} {rival}|{signed_with}")
_NOT_NOW = Pattern("losses", "{not_now}")
_TO_WHOM = Pattern("losses", "{to_whom}")
"""The competitor they signed with, named just before."""


def note_loss(turn: TurnBuilder, text: str, hearing: Hearing) -> Hearing:
    """Records the loss of this customer if it is stated plainly; returns the hearing without what the loss explains."""
    told = _told(text) if turn.debrief.step in REPORTING and not (turn.debrief.signed or turn.debrief.lost) else ""
    if not told:
        return hearing
    turn.emit(e.SigningHeard(signed=False, quote=told))
    turn.emit(e.OutcomeRecorded(outcome="lost", on=turn.debrief.day, reason=told))
    facts = {key: one for key, one in hearing.facts.items() if key != "signed"}
    return Hearing(facts, faint=hearing.faint, names=hearing.names, times=hearing.times)


def _told(text: str) -> str:
    """The text from the first sentence that reports a loss, or the winner, to the last one."""
    told = sentences(text)
    hits = [n for n, one in enumerate(told) if _LOST.search(one.strip()) and not _NOT_NOW.search(one)]
    if not hits:
        return ""
    first = hits[0] - 1 if hits[0] and _TO_WHOM.search(told[hits[0] - 1]) else hits[0]
    return "".join(told[first : hits[-1] + 1]).strip(" 。.!！")
