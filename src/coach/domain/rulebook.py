"""The rules R1-R9: facts in, class out. Nothing anybody says changes a class; only a fact does."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from coach.domain.facts import ANSWERS, CLASSES, Answer, CustomerClass, FactName

if TYPE_CHECKING:
    from coach.domain.summary import Summary

TERM_DAYS: dict[CustomerClass, int | None] = {"A": 10, "B": 20, "C": 30, "D": None}
"""Days from the visit within which a customer of that class signs (R1-R4)."""

_RULES: dict[CustomerClass, tuple[str, ...]] = {"A": ("R1",), "B": ("R2", "R7"), "C": ("R3", "R7"), "D": ("R4", "R5")}
_DECIDING: dict[CustomerClass, tuple[FactName, ...]] = {
    "A": ("need", "power"),
    "B": ("need", "power", "value"),
    "C": ("value",),
    "D": (),
}
_BECOMES: dict[str | None, tuple[CustomerClass, ...]] = {"A": ("B", "D"), "B": ("B", "C", "D"), "C": ("C", "D")}
"""What a class may be once its term ran out (R8)."""
_ANY: tuple[FactName, ...] = ("need", "power", "value")


class CustomerFacts(NamedTuple):
    """What is known of a customer: approvals above the person met (0 or more), need, purchasing power, value."""

    approvals: int | None = None
    need: Answer | None = None
    power: Answer | None = None
    value: Answer | None = None


class Ruling(NamedTuple):
    """The result of the rules. `pending`: the class that it becomes if every unknown fact turns out as a yes."""

    customer_class: CustomerClass | None
    rules: tuple[str, ...]
    unknown: tuple[FactName, ...]
    term_days: int | None
    pending: CustomerClass | None


class Expiry(NamedTuple):
    """Whether a class's term ran out, and as what it must be judged again (R8)."""

    overdue: bool
    days_over: int
    options: tuple[CustomerClass, ...]


def classify(facts: CustomerFacts) -> Ruling:
    """The class by R1-R7 and R9.

    Raises ValueError for a negative number of approvals or an answer other than yes, no, unsure.
    """
    _check(facts)
    if "no" in facts[1:]:
        return Ruling("D", _RULES["D"], (), None, None)
    reach = _class_within_reach(facts.approvals)
    deciding = _ANY if reach is None else _DECIDING[reach]
    unknown: list[FactName] = [] if reach else ["authority"]
    unknown += [fact for fact in deciding if getattr(facts, fact) != "yes"]
    if reach is None or unknown:
        return Ruling(None, ("R9",), tuple(unknown), None, reach)
    return Ruling(reach, _RULES[reach], (), TERM_DAYS[reach], reach)


def no_longer_a(ruling: Ruling) -> Ruling:
    """The ruling on a customer whose A ran out unsigned: what would be an A again is a B (R8)."""
    if ruling.pending != "A":
        return ruling
    if ruling.customer_class is None:
        return ruling._replace(pending="B")
    return Ruling("B", ("R8",), (), TERM_DAYS["B"], "B")


def deadline(visit: date, ruling: Ruling) -> date | None:
    """The last day of the term, counted from the visit; for an open case that of the class it would become."""
    reach = ruling.customer_class or ruling.pending
    days = TERM_DAYS[reach] if reach else None
    return None if days is None else visit + timedelta(days=days)


def expiry(customer_class: CustomerClass | None, last_day: date | None, today: date) -> Expiry:
    """Whether the term has run out by `today`. An A falls to B or D and nothing else (R8); B and C are open again."""
    if last_day is None or today <= last_day:
        return Expiry(overdue=False, days_over=0, options=())
    options = _BECOMES.get(customer_class, CLASSES)
    return Expiry(overdue=True, days_over=(today - last_day).days, options=options)


def expiry_of(row: "Summary", today: date) -> Expiry:
    """What the term of a debrief in the lists has come to by `today`: nothing where its customer is signed or lost, or
    it has no class.
    """
    last_day = date.fromisoformat(row.deadline) if row.deadline and row.undecided and row.verdict_class else None
    return expiry(cast("CustomerClass | None", row.verdict_class), last_day, today)


def in_short(customer_class: str, *, run_out: bool = False, overruled: str | None = None) -> str:
    """A class as a column shows it: behind an arrow what a reader put over it, else what it may be once its term ran
    out (R8).
    """
    after = overruled or "/".join(_BECOMES.get(customer_class, ()) if run_out else ())
    return f"{customer_class}→{after}" if after else customer_class


def _class_within_reach(approvals: int | None) -> CustomerClass | None:
    if approvals is None:
        return None
    return ("A", "B", "C")[min(approvals, 2)]


def _check(facts: CustomerFacts) -> None:
    if facts.approvals is not None and facts.approvals < 0:
        raise ValueError(f"approvals is {facts.approvals}: it counts people, so 0 or more")
    for fact in _ANY:
        if getattr(facts, fact) not in (*ANSWERS, None):
            raise ValueError(f"{fact} is {getattr(facts, fact)!r}: use yes, no or unsure")
