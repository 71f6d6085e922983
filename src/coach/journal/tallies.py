"""The counts behind the ledger, aggregated in SQL from the read model."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from coach.domain.tally import ClassCount, CloseCount, ConfidenceCount, Ending, GroupTally, Tally
from coach.journal.faults import as_journal_errors
from coach.journal.opening import connect
from coach.ports import JournalError

CountRow = TypeVar("CountRow", ClassCount, ConfidenceCount, CloseCount)

_ENDED = """
create temp table ended as
with recursive later(root, id) as (
  select again, id from debriefs where again is not null and state = 'recorded'
  union select later.root, d.id from later join debriefs d on d.again = later.id and d.state = 'recorded'
), sequel as materialized (
  select root, min(case when d.signed then d.visit_date when d.outcome = 'signed' then d.outcome_on end) signed_on,
    max(d.outcome = 'lost') lost
  from later join debriefs d on d.id = later.id group by root
), met as (
  select d.*, ifnull(d.signed, 0) signed_there, s.lost lost_later,
    case when d.signed then d.visit_date when d.outcome = 'signed' then d.outcome_on else s.signed_on end signed_on
  from debriefs d left join sequel s on s.root = d.id
  where d.state = 'recorded' {narrowed}
)
select id, {grouped} claimed_class, claimed_confidence, after_class, after_confidence, verdict_class,
  close_attempted, gave_in, close_reason, signed_there,
  case
    when signed_on <= visit_date then 0
    when signed_on is not null then min(3, cast(julianday(signed_on) - julianday(visit_date) - 1 as integer) / 10)
    when outcome = 'lost' or lost_later then 4
    else 5 end ending,
  (visit_date < :ten) + (visit_date < :twenty) + (visit_date < :thirty) over
from met
"""
_GROUPS = "owner, product, substr(visit_date, 1, 7) month,"
"""Columns for grouping. They take a sixth of the table and are omitted if no groups are wanted."""

_JUDGED = """
select claimed_class, after_class, verdict_class, ending, over, count(*) from ended
group by ((ifnull(unicode(claimed_class), 0) * 128 + ifnull(unicode(after_class), 0)) * 128
  + ifnull(unicode(verdict_class), 0)) * 32 + ending * 4 + over
"""
"""The columns are combined into one integer for grouping, which SQLite sorts twice as fast."""

_STATED = """
select {name}_class, {name}_confidence, ending, over, count(*) from ended
where {name}_class is not null and {name}_confidence is not null
group by ({name}_confidence * 128 + unicode({name}_class)) * 32 + ending * 4 + over
"""
_PUSHED = """
select close_attempted, gave_in, close_reason, signed_there, ending, over, count(*) from ended
group by ((ifnull(close_attempted, 2) * 3 + ifnull(gave_in, 2)) * 2 + signed_there) * 32 + ending * 4 + over, close_reason
"""
_WEIGHED = """
create temp table weighed as
with told as (
  select *, case when claimed_class < 'D' and over > unicode(claimed_class) - 65
    then ending <= unicode(claimed_class) - 65 end held from ended
)
select owner, product, month, case when claimed_class = 'A' then held end hit, claimed_confidence / 100.0 - held error,
  claimed_class = 'A' and (verdict_class = 'D' or ending = 4) lost_on,
  not signed_there and over = 3 unsigned, not signed_there and over = 3 and ending < 4 later,
  not signed_there and claimed_class is not null claimed,
  not signed_there and ifnull(claimed_class < ifnull(verdict_class, 'D'), 0) too_high,
  not signed_there and close_attempted is not null told, not signed_there and ifnull(not close_attempted, 0) not_asked
from told
"""
"""Each debrief's contribution to its groups.

`held`: a claimed A, B or C was signed within its term (ending at most 0, 1 or 2); null while the term is running.
"""

_GROUPED = """
select {key}, count(*), count(hit), ifnull(sum(hit), 0), count(error), total(error * error), ifnull(sum(lost_on), 0),
  sum(unsigned), sum(later), sum(claimed), sum(too_high),
  sum(told), sum(not_asked)
from weighed group by 1 order by {order}
"""


_ENDINGS = tuple(Ending)
_ODD = (
    f"select id from ended where ending is null or over is null or ending not between 0 and {len(_ENDINGS) - 1} limit 1"  # noqa: S608
)
_CONDITIONS = {
    "owners": "d.owner in (select value from json_each(:owners))",
    "product": "d.product = :product",
    "since": "d.visit_date >= :since",
    "until": "d.visit_date <= :until",
}


class Tallies:
    """`coach.ports.queries.LedgerCounts` over the read model of one store."""

    def __init__(self, store: Path) -> None:
        """Raises JournalError if the store cannot be read."""
        self._store = store
        with as_journal_errors(store):
            self._db = connect(store, "ro")
            self._db.execute("pragma temp_store = memory")

    def tally(
        self,
        today: str,
        owners: Sequence[str] | None = None,
        product: str | None = None,
        since: str | None = None,
        until: str | None = None,
        groups: bool = True,
    ) -> Tally:
        """The counts over recorded debriefs, optionally under these reps' names, of one product, and visits from
        `since` to `until` (ISO, inclusive).

        `groups` adds the counts by rep, product and month. A debrief that was judged again has the ending of its last
        successor (R8). Raises JournalError.
        """
        names = None if owners is None else json.dumps(list(owners))
        given = {"owners": names, "product": product, "since": since, "until": until}
        narrowed = "".join(f" and {_CONDITIONS[name]}" for name, value in given.items() if value is not None)
        with as_journal_errors(self._store):
            create_ended_table(self._db, date.fromisoformat(today), narrowed, given, _GROUPS if groups else "")
            self._sound()
            whole = Tally(
                judged=_typed(ClassCount, self._ask(_JUDGED), ()),
                claims=_typed(ConfidenceCount, self._ask(_STATED.format(name="claimed")), ()),
                second=_typed(ConfidenceCount, self._ask(_STATED.format(name="after")), ()),
                pushed=_typed(CloseCount, self._ask(_PUSHED), (0, 1, 3)),
            )
            return self._with_groups(whole) if groups else whole

    def close(self) -> None:
        """Closes the connection. Idempotent."""
        self._db.close()

    def _sound(self) -> None:
        """Raises JournalError `row_damaged` if an invalid date leaves a debrief without an ending."""
        odd = self._db.execute(_ODD).fetchone()
        if odd:
            raise JournalError("row_damaged", stream=odd[0])

    def _with_groups(self, whole: Tally) -> Tally:
        def grouped(key: str, order: str) -> tuple[GroupTally, ...]:
            return tuple(GroupTally(*row) for row in self._ask(_GROUPED.format(key=key, order=order)))

        self._db.execute("drop table if exists temp.weighed")
        self._db.execute(_WEIGHED)
        return whole._replace(
            by_rep=grouped("owner", "2 desc, 1"),
            by_product=grouped("product", "2 desc, 1"),
            by_month=grouped("month", "1"),
        )

    def _ask(self, question: str) -> list[Any]:
        return self._db.execute(question).fetchall()


def create_ended_table(
    db: sqlite3.Connection,
    today: date,
    narrowed: str = "",
    given: Mapping[str, str | None] | None = None,
    grouped: str = _GROUPS,
) -> None:
    """Creates the table temp.ended: all recorded debriefs with their endings (R8).

    `narrowed` holds further SQL conditions on the parameters `given`; `grouped` further columns.
    """
    terms = {name: (today - timedelta(n)).isoformat() for name, n in (("ten", 10), ("twenty", 20), ("thirty", 30))}
    db.execute("drop table if exists temp.ended")
    db.execute(_ENDED.format(narrowed=narrowed, grouped=grouped), {**terms, **(given or {})})


def _typed(shape: Callable[..., CountRow], rows: Sequence[Sequence[Any]], flags: Sequence[int]) -> tuple[CountRow, ...]:
    """Converts SQL rows to `shape`; the last three columns are ending, terms over and count, the columns `flags` are
    booleans or null.
    """
    made = []
    for *columns, ending, over, count in rows:
        for n in flags:
            columns[n] = None if columns[n] is None else bool(columns[n])
        made.append(shape(*columns, _ENDINGS[ending], over, count))
    return tuple(made)
