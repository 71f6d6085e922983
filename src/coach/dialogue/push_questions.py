"""Selection of the questions about the last 20 minutes (R17-R21)."""

from coach.dialogue import contradictions
from coach.dialogue.question_counts import still_wanted, times
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import core, spoken, whom
from coach.domain.debrief import Debrief
from coach.domain.vocabulary import PUSH_REASONS
from coach.phrases import Line

_UNHURRIED = 5
"""Turns up to which the push may ask all its questions; beyond, only the sentence is asked for (a debrief has at most 8
turns). The question for the worry behind a put-off is worth one more.
"""
_OUT_OF_REACH = 2
"""Number of approvals above from which the visit could not have been signed that day: not asking was no lack of courage
(R3).
"""

_REAL_NO = {"price", "competitor", "no_budget", "no_need"}
"""The objection of a customer who was asked, which no lack of courage explains."""
_CUSTOMER_SIDE = {"price", "competitor", "absent_decider", "no_budget", "no_need", "other"}


def push(d: Debrief) -> Ask | None:
    """Questions of the closing push: the reason behind the put-off, then courage or fear, then the sentence for next
    time.
    """
    if d.signed:
        return None if d.next_line else _once(d, Ask("push", ("next_line",), Line("push.signed")))
    if d.lost:
        return _once(d, Ask("push", ("next_line",), Line("push.lost")))
    open_ = contradictions.unasked(d)
    if open_ and not times(d, "push", "next_line"):
        return contradictions.which_stands(open_[0])._replace(step="push")
    hurried = d.turns > _UNHURRIED + times(d, "push", "blockers")
    if d.ruling.customer_class != "D" and not hurried:
        asking = _worry(d) or _held_on(d) or _reason(d)
        if asking:
            return asking
    if d.next_line or not still_wanted(d, "push", "next_line"):
        return None
    if times(d, "push", "next_line"):
        return Ask("push", ("next_line",), Line("push.line_retry"))
    return Ask("push", ("next_line",), Line(line_key(d), {"contact": whom(d), "worry": core(d.worry)}))


def _put_off(d: Debrief) -> bool:
    """Whether the customer put the rep off."""
    return d.close.put_off is not False and (bool(d.close.gave_in) or "customer_thinking" in d.blockers)


def _once(d: Debrief, ask: Ask) -> Ask | None:
    return ask if times(d, ask.step) == 0 else None


def _worry(d: Debrief) -> Ask | None:
    if d.worry or not _put_off(d) or times(d, "push", "blockers") or _CUSTOMER_SIDE & set(d.blockers):
        return None
    line = "push.worry" if d.put_off_quote else "push.worry_unquoted"
    return Ask("push", ("blockers",), Line(line, {"quote": spoken(d.put_off_quote)}))


def _held_on(d: Debrief) -> Ask | None:
    if d.close.gave_in is not None or d.close.attempted is not True or times(d, "push", "gave_in"):
        return None
    if d.close.put_off is False or (d.close.times or 0) > 1 or _decider_absent(d):
        return None
    keys = {"no": "held_on", "yes": "let_go", "none": "no_put_off"}
    options = tuple(Option(value, Line(f"choice.{key}")) for value, key in keys.items())
    return Ask("push", ("gave_in",), Line("push.held_on"), options)


def _decider_absent(d: Debrief) -> bool:
    """Whether the approver was absent, so that nothing could be signed."""
    return bool(d.facts["authority"].approvals) and "absent_decider" in d.blockers


def _reason(d: Debrief) -> Ask | None:
    fell_short = d.close.attempted is False or d.close.gave_in is True
    above = d.facts["authority"].approvals or 0
    out_of_reach = above >= _OUT_OF_REACH or _decider_absent(d) or (above > 0 and d.close.attempted is False)
    refused = d.close.attempted and not d.close.gave_in and bool(_REAL_NO & set(d.blockers))
    held_on = (d.close.times or 0) > 1 or refused
    nobody_to_ask = d.facts["authority"].value == "not_first" or held_on or (out_of_reach and not d.close.gave_in)
    if d.close.reason or nobody_to_ask or not fell_short or times(d, "push", "push_reason"):
        return None
    options = tuple(Option(value, Line(f"choice.reason_{value}")) for value in PUSH_REASONS)
    return Ask("push", ("push_reason",), Line("push.reason"), options)


def line_key(d: Debrief) -> str:
    """The key of the line that asks for the sentence for next time, whose purpose depends on the class."""
    if d.ruling.customer_class == "D":
        return "push.line_for_d"
    authority = d.facts["authority"]
    open_rank = "authority" in d.ruling.unknown
    if (authority.approvals or 0) > 0 or (open_rank and authority.value == "not_first"):
        return "push.line_to_decider"
    if open_rank:
        return "push.line_to_find_out"
    if d.close.put_off is False and not d.ruling.unknown:
        return "push.line_to_pen"
    return "push.line_on_worry" if d.worry else "push.line"
