"""Selection of the questions about the last 20 minutes (R17-R21) and about the next step."""

from datetime import date, timedelta

from coach.dialogue.question_counts import still_wanted, times
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import address, clip, core, spoken
from coach.domain.debrief import Debrief
from coach.domain.vocabulary import PUSH_REASONS
from coach.phrases import Line, day

_ASKED_OF_ONE = 2
"""Open facts up to which somebody who does not decide is asked; more of them, only the decider can tell."""
ROOM = 5
"""Turns up to which the push may ask all its questions; beyond, only the sentence is asked for (a debrief has at most 8
turns). The question for the worry behind a put-off is worth one more.
"""

OUT_OF_REACH = 2
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
        return _once(d, Ask("push", ("next_line",), Line("push.signed")))
    if d.lost:
        return _once(d, Ask("push", ("next_line",), Line("push.lost")))
    hurried = d.turns > ROOM + times(d, "push", "blockers")
    if d.ruling.customer_class != "D" and not hurried:
        asking = _worry(d) or _held_on(d) or _reason(d)
        if asking:
            return asking
    if d.next_line or not still_wanted(d, "push", "next_line"):
        return None
    if times(d, "push", "next_line"):
        return Ask("push", ("next_line",), Line("push.line_retry"))
    return Ask("push", ("next_line",), Line(line_key(d), {"contact": _who(d), "worry": core(d.worry)}))


def plan(d: Debrief) -> Ask | None:
    """Questions of planning: the customer's name if missing, the next step with its day, then the confirmation."""
    if not d.customer and not times(d, "plan", "customer") and "plan:customer" not in d.skipped:
        return Ask("plan", ("customer", "contact"), Line("claim.name"))
    if d.lost:
        return None
    if d.plan.what and d.plan.date is None and d.plan.own and still_wanted(d, "plan", "next_date"):
        return Ask("plan", ("next_date",), Line("plan.date", {"what": clip(d.plan.what)}))
    values = ("yes", "change") if d.signed else ("yes", "change", "dispute")
    options = tuple(Option(value, Line(f"choice.confirm_{value}")) for value in values)
    return Ask("plan", ("confirm",), _confirm(d), options)


def put_off(d: Debrief) -> bool:
    """Whether the customer put the rep off."""
    return d.close.put_off is not False and (bool(d.close.gave_in) or "customer_thinking" in d.blockers)


def _confirm(d: Debrief) -> Line:
    if not d.plan.what:
        return Line("plan.nothing")
    slots = {"what": d.plan.what.rstrip("。.;； "), "date": day(d.plan.date) if d.plan.date else ""}
    again = "_again" if times(d, "plan", "confirm") else ""
    return Line(f"plan.confirm{'' if d.plan.date else '_undated'}{again}", slots)


def proposal(d: Debrief) -> tuple[Line, date | None]:
    """The next step that the coach proposes if the rep states none: the action, then the date (R9: it finds out what is
    unknown).
    """
    unknown, when = d.ruling.unknown, _next_working_day(max(d.day, d.today or d.day))
    slots: dict[str, object] = {"contact": _who(d), "facts": [Line(f"plan.find.{name}") for name in unknown]}
    if d.signed:
        return Line("plan.propose.signed", slots), when
    if d.ruling.customer_class == "D":
        return Line("plan.propose.leave", slots), None
    rank = d.facts["authority"]
    above = (rank.approvals or 0) > 0
    gatekeeper = rank.value == "not_first" and len(unknown) > _ASKED_OF_ONE
    act = "reach_decider" if gatekeeper or (above and not unknown) else "find_out" if unknown else "ask_again"
    return Line(f"plan.propose.{act}{'_with_line' if d.next_line else ''}", slots), when


def _next_working_day(after: date) -> date:
    ahead = {4: 3, 5: 2}.get(after.weekday(), 1)
    return after + timedelta(days=ahead)


def _who(d: Debrief) -> object:
    called = address(d.contact)
    if called.isascii() and called.islower():  # an office without a name takes an article
        return Line("plan.the_office", {"office": called})
    return called or d.customer or Line("plan.the_customer")


def _once(d: Debrief, ask: Ask) -> Ask | None:
    return ask if times(d, ask.step) == 0 else None


def _worry(d: Debrief) -> Ask | None:
    if d.worry or not put_off(d) or times(d, "push", "blockers") or _CUSTOMER_SIDE & set(d.blockers):
        return None
    line = "push.worry" if d.put_off_quote else "push.worry_unquoted"
    return Ask("push", ("blockers",), Line(line, {"quote": spoken(d.put_off_quote)}))


def _held_on(d: Debrief) -> Ask | None:
    if d.close.gave_in is not None or d.close.attempted is not True or times(d, "push", "gave_in"):
        return None
    if d.close.put_off is False or (d.close.times or 0) > 1 or _decider_absent(d):
        return None
    options = tuple(Option(value, Line(f"choice.{key}")) for value, key in (("no", "held_on"), ("yes", "let_go"), ("none", "no_put_off")))  # fmt: skip
    return Ask("push", ("gave_in",), Line("push.held_on"), options)


def _decider_absent(d: Debrief) -> bool:
    """Whether the approver was absent, so that nothing could be signed."""
    return bool(d.facts["authority"].approvals) and "absent_decider" in d.blockers


def _reason(d: Debrief) -> Ask | None:
    fell_short = d.close.attempted is False or d.close.gave_in is True
    above = d.facts["authority"].approvals or 0
    out_of_reach = above >= OUT_OF_REACH or _decider_absent(d) or (above > 0 and d.close.attempted is False)
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
