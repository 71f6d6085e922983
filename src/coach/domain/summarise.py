"""Computes the read model's row from a debrief's state."""

from coach.domain.debrief import Debrief
from coach.domain.summary import Summary


def summarise(debrief: Debrief) -> Summary:
    """The projection row of a debrief."""
    verdict, outcome, plan = debrief.verdict, debrief.outcome, debrief.plan
    return Summary(
        id=debrief.id,
        owner=debrief.rep,
        opened=debrief.opened_at.isoformat(timespec="seconds") if debrief.opened_at else "",
        language=debrief.language,
        state="recorded" if debrief.recorded else "open",
        step=debrief.step,
        customer=debrief.customer,
        contact=debrief.contact,
        visit_date=debrief.day.isoformat(),
        claimed_class=debrief.claimed.customer_class,
        claimed_confidence=debrief.claimed.confidence,
        after_class=debrief.after_reverse.customer_class,
        after_confidence=debrief.after_reverse.confidence,
        verdict_class=verdict.customer_class if verdict else None,
        pending_class=verdict.pending if verdict else None,
        unknown=",".join(verdict.unknown) if verdict else "",
        deadline=verdict.deadline.isoformat() if verdict and verdict.deadline else None,
        signed=_flag(debrief.signed),
        close_attempted=_flag(debrief.close.attempted),
        gave_in=_flag(debrief.close.gave_in),
        disputed=int(bool(debrief.dispute)),
        next_what=plan.what,
        next_date=plan.date.isoformat() if plan.date else None,
        next_line=debrief.next_line,
        outcome=outcome.outcome if outcome else None,
        outcome_on=outcome.on.isoformat() if outcome else None,
        outcome_reason=outcome.reason if outcome else "",
        again=debrief.again or debrief.copy_of,
        product=debrief.product,
        rules=",".join(verdict.rules) if verdict else "",
        blockers=",".join(debrief.blockers),
        close_reason=debrief.close.reason,
        asked_times=debrief.close.times,
    )


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)
