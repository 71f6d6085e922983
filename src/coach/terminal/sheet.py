"""View model of the facts board and the verdict card as plain data, equal for a talk in progress and a record."""

from collections.abc import Mapping
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.vocabulary import FACTS, STEPS

if TYPE_CHECKING:
    from coach.domain.debrief import Debrief
    from coach.domain.record import Record
    from coach.domain.review import Review

TALKED = STEPS[: STEPS.index("recorded")]
"""The steps shown as progress."""
_YOURS_FIRST = ("opening", "claim")
"""Steps before the rep's own judgement."""
SPEAKS_FOR = {"authority": ("first",), "need": ("yes",), "power": ("yes",), "value": ("yes",)}


class FactSeen(NamedTuple):
    """A fact's value (None: unknown), the rep's words, and whether it was set by hand."""

    value: str | None = None
    quotes: tuple[str, ...] = ()
    corrected: bool = False


class Sheet(NamedTuple):
    """One debrief as the board shows it."""

    customer: str = ""
    contact: str = ""
    product: str = ""
    step: str = "opening"
    facts: Mapping[str, FactSeen] = {}
    claimed: tuple[str | None, int | None] = (None, None)
    """His class and confidence before the reverse questions, and after them below."""
    after: tuple[str | None, int | None] = (None, None)
    signed: bool | None = None
    attempted: bool | None = None
    """Whether the signature was asked for (R17), with `gave_in` and its `reason` (R18)."""
    gave_in: bool | None = None
    reason: str | None = None
    blockers: tuple[str, ...] = ()
    ruled: bool = False
    """The verdict was given; before, class and deadline are only forming."""
    withheld: bool = False
    """Neither is shown, since the rep's own judgement comes first (R16)."""
    customer_class: str | None = None
    rules: tuple[str, ...] = ()
    unknown: tuple[str, ...] = FACTS
    """The facts that keep the class open (R9)."""
    pending: str | None = None
    """The class that it becomes if all of them turn out as a yes."""
    deadline: date | None = None
    next_what: str = ""
    next_date: date | None = None
    next_line: str = ""
    dispute: str = ""
    outcome: str | None = None
    outcome_on: date | None = None
    outcome_reason: str = ""
    outcome_by: str = ""
    recorded: bool = False
    """It is complete."""
    overruled: tuple[str, str] | None = None
    """The class a reader put over it, and who did."""
    run_out: tuple[int, tuple[str, ...]] | None = None
    """Days since its term ended, and the classes it may be now (R8)."""
    own: bool = True
    """Whether the one who looks is the rep."""

    def fact(self, name: str) -> FactSeen:
        """A fact."""
        return self.facts.get(name, FactSeen())


def of_debrief(d: "Debrief") -> Sheet:
    """The sheet of a talk in progress."""
    from coach.domain.record import record_of
    from coach.domain.rulebook import deadline

    silent = copy(d)
    silent.transcript = []
    sheet = of_record(record_of(silent))._replace(step=d.step)
    if d.recorded:
        return sheet
    if d.step in _YOURS_FIRST and not d.signed:
        return sheet._replace(ruled=False, withheld=True, customer_class=None, pending=None, deadline=None)
    now = d.ruling
    return sheet._replace(
        ruled=d.verdict is not None,
        customer_class=now.customer_class,
        rules=now.rules,
        unknown=now.unknown,
        pending=now.pending,
        deadline=deadline(d.day, now),
    )


def of_record(r: "Record", review: "Review | None" = None) -> Sheet:
    """The sheet of a record and its review."""
    facts = {name: FactSeen(part.value, part.quotes, part.corrected) for name, part in r.facts}
    o = r.outcome
    last = review.overrulings[-1] if review and review.overrulings else None
    return Sheet(
        customer=r.customer,
        contact=r.contact,
        product=r.product,
        step="recorded",
        facts=facts,
        claimed=(r.claimed.class_, r.claimed.confidence),
        after=(r.after_reverse.class_, r.after_reverse.confidence),
        signed=r.signed,
        attempted=r.close.attempted,
        gave_in=r.close.gave_in,
        reason=r.close.reason,
        blockers=r.blockers,
        ruled=True,
        customer_class=r.verdict.class_,
        rules=r.verdict.rules,
        unknown=r.verdict.unknown,
        pending=r.verdict.pending,
        deadline=r.verdict.deadline,
        next_what=r.next_step.what,
        next_date=r.next_step.date,
        next_line=r.next_line,
        dispute=r.dispute,
        outcome=o.outcome if o else None,
        outcome_on=o.on if o else None,
        outcome_reason=o.reason if o else "",
        outcome_by=o.by if o else "",
        recorded=r.complete,
        overruled=(last.after, last.by) if last else None,
    )
