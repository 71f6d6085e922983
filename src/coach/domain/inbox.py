"""The inbox: its rows, filters and sort orders, and the reasons to read a debrief.

Imports nothing heavy, because the home screen needs it.
"""

from typing import Literal, NamedTuple, get_args

from coach.domain.summary import Summary

Sort = Literal["reasons", "latest", "oldest", "customer", "deadline"]
SORTS: tuple[Sort, ...] = get_args(Sort)

ReasonToRead = Literal["overdue", "moved", "differs", "disputed", "evidence", "gave_in"]
"""An A past its term, the only one that must not stand at all (R8); class moved by the reverse question (R14); verdict
other than the claim (R16); disputed; a deciding fact unknown (R9); gave in (R18).
"""

REASONS_TO_READ: tuple[ReasonToRead, ...] = get_args(ReasonToRead)
"""Most important first."""


def lasting_reasons(row: Summary) -> tuple[ReasonToRead, ...]:
    """The reasons that do not depend on the date, most important first."""
    applies: dict[ReasonToRead, object] = {
        "moved": row.after_class and row.claimed_class and row.after_class != row.claimed_class,
        "differs": row.verdict_class and row.claimed_class and row.verdict_class != row.claimed_class,
        "disputed": row.disputed,
        "evidence": row.unknown and not row.signed,
        "gave_in": row.gave_in,
    }
    return tuple(name for name in REASONS_TO_READ if applies.get(name))


class InboxFilter(NamedTuple):
    """A filter of the inbox; fields that are None or empty do not filter.

    `customer`: a substring of the name; `customers`: exact names of customers or persons met, one of which matches too.
    `since`, `until`: days of the visit, ISO, inclusive. `classes`: any of these verdicts, "-" for none; `reasons`: any
    of these names from `REASONS_TO_READ`. `asked`: with an open request; `remarked`: with a comment or an overruling.
    """

    owner: str | None = None
    classes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    product: str | None = None
    unread: bool = False
    customer: str | None = None
    customers: tuple[str, ...] = ()
    outcome: str | None = None
    reasons: tuple[str, ...] = ()
    asked: bool = False
    remarked: bool = False


class InboxRow(NamedTuple):
    """One debrief in the inbox.

    `reasons`: why to read it, most important first; `overruled`: the class that a reviewer put over the verdict;
    `run_out`: its term is over with nothing decided, so that its class has to be judged again, whichever it is (R8).
    """

    id: str
    owner: str
    opened: str
    language: str
    customer: str
    contact: str
    visit_date: str
    product: str
    claimed_class: str | None
    claimed_confidence: int | None
    after_class: str | None
    after_confidence: int | None
    verdict_class: str | None
    pending_class: str | None
    unknown: str
    deadline: str | None
    outcome: str | None
    outcome_on: str | None
    signed: int | None
    overruled: str | None
    run_out: bool
    unread: bool
    comments: int
    requests: int
    answers: int
    reasons: tuple[str, ...]
