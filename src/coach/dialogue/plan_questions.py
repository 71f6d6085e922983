"""Selection of the questions about the next step, and the step that the coach proposes."""

from datetime import date, timedelta

from coach.dialogue.question_counts import still_wanted, times
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import clip, whom
from coach.domain.debrief import Debrief
from coach.phrases import Line, day

_FEW = 2
"""Open facts up to which somebody who does not decide is asked; more of them, only the decider can tell."""


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
    slots: dict[str, object] = {"contact": whom(d), "facts": [Line(f"plan.find.{name}") for name in unknown]}
    if d.signed:
        return Line("plan.propose.signed", slots), when
    if d.ruling.customer_class == "D":
        return Line("plan.propose.leave", slots), None
    rank = d.facts["authority"]
    above = (rank.approvals or 0) > 0
    gatekeeper = rank.value == "not_first" and len(unknown) > _FEW
    act = "reach_decider" if gatekeeper or (above and not unknown) else "find_out" if unknown else "ask_again"
    return Line(f"plan.propose.{act}{'_with_line' if d.next_line else ''}", slots), when


def _next_working_day(after: date) -> date:
    ahead = {4: 3, 5: 2}.get(after.weekday(), 1)
    return after + timedelta(days=ahead)
