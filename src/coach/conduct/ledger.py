"""The ledger: verdicts compared with outcomes (R23), shown to the rep first."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coach.reports.ledger import Ledger, ledger_of

if TYPE_CHECKING:
    from coach.ports.queries import LedgerCounts


def ledger(
    counts: "LedgerCounts",
    today: date,
    *,
    owners: Sequence[str] | None = None,
    product: str | None = None,
    since: date | None = None,
    until: date | None = None,
    groups: bool = True,
) -> Ledger:
    """The ledger of everybody, of who has these names, or of one product, for visits from `since` to `until`; without
    `groups`, those by rep, product and month stay empty. Raises JournalError.
    """
    first, last = (day.isoformat() if day else None for day in (since, until))
    return ledger_of(counts.tally(today.isoformat(), owners, product, first, last, groups))
