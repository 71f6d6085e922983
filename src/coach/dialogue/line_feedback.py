"""The coach's feedback on the sentence for next time: whether it asks, answers the worry, or presses the customer (R20,
R21).
"""

import re
from collections.abc import Iterable

from coach.dialogue.line_answer import asks_outright
from coach.dialogue.push_questions import line_key
from coach.dialogue.shared_words import shares_words
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain.hearing import OWN_BLOCKERS, Act
from coach.patterns import Pattern

_ASKED = Pattern("line_feedback", r"[?？]\W*$|{question_end}\W*$|\b{question_word}\b")
_HELD_OVER = Pattern("line_feedback", "{pressure}")
"""Forms of pressure: threats, rising prices, scarcity."""
_CALLED = re.compile(r"^[^，,：:。]{1,8}[，,：:]")
"""The address at the beginning, which names only whom he speaks to."""
_BRINGS_IN = Pattern("line_feedback", "{somebody_else}|{upwards}")
"""Words for somebody else, or for what goes up to him."""
_WHEN = Pattern("line_feedback", "{season}")


def commend(turn: TurnBuilder, line: str, acts: Iterable[Act]) -> None:
    """Gives the feedback."""
    turn.say(f"line.{_worth(turn, line, set(acts))}")


def _worth(turn: TurnBuilder, line: str, acts: set[Act]) -> str:
    d = turn.debrief
    if d.signed or d.lost or d.ruling.customer_class == "D":
        return "for_the_next"
    if "pressure" in acts and not _his_own(turn, line) and not _invites(line):
        return "pressure"
    if line_key(d) == "push.line_to_decider":
        if not _BRINGS_IN.search(_CALLED.sub("", line)):
            return "not_to_decider"
        return "to_decider" if {"next", "ask"} & acts else "to_decider_undated"
    if "ask" not in acts and not asks_outright(line):
        finds_out = line_key(d) == "push.line_to_find_out" and _ASKED.search(line)
        return "finds_out" if finds_out else "does_not_ask"
    if not {"answer", "value", "proof"} & acts:
        return "asks"
    return "asks_and_answers" if d.worry or set(d.blockers) - set(OWN_BLOCKERS) else "asks_and_gains"


def _invites(line: str) -> bool:
    """Whether it only requests something, without a threat (R20)."""
    return _ASKED.search(line) is not None and not _HELD_OVER.search(line)


def _his_own(turn: TurnBuilder, line: str) -> bool:
    """Whether the deadline or the trouble in the line is the customer's own, reported before, and not invented (R20)."""
    told = [said.text for said in turn.debrief.transcript[:-1] if said.who == "rep"]
    if any(hit[0].lower() in one.lower() for hit in _WHEN.finditer(line) for one in told):
        return True
    return not _HELD_OVER.search(line) and any(shares_words(line, one) for one in told)
