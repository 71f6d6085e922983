"""The inbox: pages, counts and the next unread row, queried from the index."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from coach.domain.ids import REVIEW
from coach.domain.inbox import REASONS_TO_READ, InboxFilter, InboxRow, Sort
from coach.journal import projection
from coach.journal.index_cases import BITS, mark_overdue

if TYPE_CHECKING:
    from coach.journal.index_connections import IndexConnections

_ORDERS: dict[Sort, str] = {
    "reasons": "settled, reasons desc, opened desc, no desc",
    "latest": "opened desc, no desc",
    "oldest": "opened, no",
    "customer": "customer, opened desc, no desc",
    "deadline": "deadline is null, deadline, no",
}
"""SQL for each sort order; the first three use an index. What is signed or lost can wait, whatever there is to read in it."""

SCAN_AHEAD = 200
"""Rows that are scanned for the next unread one before the whole list is queried."""


_COMPUTED = {"run_out": "ifnull(c.due < (select value from state where key = 'today'), 0)"}
"""Fields of a row that depend on the day, which `mark_overdue` has stored."""
_COLUMNS = ", ".join(_COMPUTED.get(name, f"c.{name}") for name in InboxRow._fields)


class Inbox:
    """`coach.ports.queries.InboxQueries` over an up-to-date index; `today` (ISO) decides what is overdue, `own` are the
    reader's own names.
    """

    def __init__(self, index: "IndexConnections", today: str, own: Sequence[str] = ()) -> None:
        self._index = index
        self._today = today
        self._own = tuple(own)
        self._to_read = f"unread = 1 and owner not in ({_marks(self._own)})"

    def page(self, wanted: InboxFilter, sort: Sort = "reasons", limit: int = 50, offset: int = 0) -> list[InboxRow]:
        """The recorded debriefs that match, rows `offset` to `offset + limit`.

        Raises JournalError; ValueError for an unknown sort or reason.
        """
        where, values = self._condition(wanted)
        if sort not in _ORDERS:
            raise ValueError(f"sort is {sort!r}: {', '.join(_ORDERS)}")
        # The inner query reads a covering index only, so that skipping rows is cheap however deep the page is.
        question = (
            f"select {_COLUMNS} from (select no as picked from cases where {where} order by {_ORDERS[sort]} limit ? offset ?)"  # noqa: S608
            f" join cases c on c.no = picked order by {_ORDERS[sort]}"
        )
        return [self._row(row) for row in self._ask(question, (*values, limit, offset))]

    def count(self, wanted: InboxFilter) -> int:
        """The number of debriefs that match."""
        where, values = self._condition(wanted)
        return int(self._ask(f"select count(*) from cases where {where}", values)[0][0])  # noqa: S608

    def get(self, debrief: str) -> InboxRow | None:
        """The row of a debrief, recorded or not; None if there is none."""
        found = self._ask(f"select {_COLUMNS} from cases c where c.id = ?", (debrief,))  # noqa: S608
        return self._row(found[0]) if found else None

    def unread_from(self, wanted: InboxFilter, sort: Sort, offset: int, step: Literal[1, -1] = 1) -> int | None:
        """The offset of the nearest unread row after (step 1) or before (-1) the row at `offset`, or None."""
        first = max(0, offset + 1 if step == 1 else offset - SCAN_AHEAD)
        size = SCAN_AHEAD if step == 1 else offset - first
        near = [first + n for n, row in enumerate(self.page(wanted, sort, max(size, 0), first)) if row.unread]
        if near:
            return near[0] if step == 1 else near[-1]
        where, values = self._condition(wanted)
        beyond = "max(place)", "place < ?", first
        if step == 1:
            beyond = "min(place)", "place >= ?", first + size
        question = (
            f"select {beyond[0]} from (select unread, owner, row_number() over (order by {_ORDERS[sort]}) - 1 place"  # noqa: S608
            f" from cases where {where}) where {self._to_read} and {beyond[1]}"
        )
        found: int | None = self._ask(question, (*values, *self._own, beyond[2]))[0][0]
        return found

    def read_by_others(self, who: str) -> bool:
        """Whether anybody but `who` has written a review, indexed or not."""
        question = "select 1 from streams where name >= ? and name < ? and owner <> ? limit 1"
        with self._index.working():
            beyond = REVIEW[:-1] + chr(ord(REVIEW[-1]) + 1)
            return self._index.source.execute(question, (REVIEW, beyond, who)).fetchone() is not None

    def owners(self) -> list[str]:
        """All reps with a debrief, sorted."""
        with self._index.working():
            return projection.owners(self._index.db, "cases")

    def _ask(self, question: str, values: Sequence[object]) -> list[Any]:
        with self._index.working():
            mark_overdue(self._index.db, self._today)
            return self._index.db.execute(question, values).fetchall()

    def _row(self, row: Sequence[Any]) -> InboxRow:
        made = InboxRow(*row)
        bits: int = row[-1]
        reasons = tuple(name for name, bit in BITS.items() if bits & bit)
        unread = bool(made.unread) and made.owner not in self._own
        return made._replace(run_out=bool(made.run_out), unread=unread, reasons=reasons)

    def _condition(self, wanted: InboxFilter) -> tuple[str, list[object]]:
        where, values = _without_unread(wanted)
        return (f"{where} and {self._to_read}", [*values, *self._own]) if wanted.unread else (where, values)


def _without_unread(wanted: InboxFilter) -> tuple[str, list[object]]:
    parts, values = ["state = 'recorded'"], list[object]()

    def narrow(part: str, *given: object) -> None:
        parts.append(part)
        values.extend(given)

    if wanted.owner:
        narrow("owner = ?", wanted.owner)
    if wanted.classes:
        narrow(f"ifnull(verdict_class, '-') in ({_marks(wanted.classes)})", *wanted.classes)
    if wanted.since:
        narrow("visit_date >= ?", wanted.since)
    if wanted.until:
        narrow("visit_date <= ?", wanted.until)
    if wanted.product:
        narrow("product = ?", wanted.product)
    if wanted.customer:
        names = f" or {_named(wanted.customers)}" if wanted.customers else ""
        narrow(f"(instr(lower(customer), lower(?)) > 0{names})", wanted.customer, *wanted.customers, *wanted.customers)
    elif wanted.customers:
        narrow(f"({_named(wanted.customers)})", *wanted.customers, *wanted.customers)
    if wanted.outcome:
        narrow("case when signed then 'signed' else ifnull(outcome, 'open') end = ?", wanted.outcome)
    if wanted.reasons:
        if unknown := set(wanted.reasons) - set(REASONS_TO_READ):
            raise ValueError(f"reasons are {sorted(unknown)!r}: {', '.join(REASONS_TO_READ)}")
        narrow("reasons & ?", sum(bit for reason, bit in BITS.items() if reason in wanted.reasons))
    if wanted.asked:
        narrow("requests > 0")
    if wanted.remarked:
        narrow("(comments > 0 or overruled is not null)")
    return " and ".join(parts), values


def _named(names: Sequence[str]) -> str:
    return f"customer in ({_marks(names)}) or contact in ({_marks(names)})"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
