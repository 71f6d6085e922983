"""The ledger's counts, straight from the projection: a handful of aggregates, whatever the number of debriefs."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from coach.domain.tally import Ending, GroupTally, Judged, Pushed, Stated, Tally
from coach.journal.faults import named
from coach.journal.opening import connect

Row = TypeVar("Row", Judged, Stated, Pushed)

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
select owner, product, substr(visit_date, 1, 7) month, claimed_class, claimed_confidence, after_class, after_confidence,
  verdict_class, close_attempted, gave_in, close_reason, signed_there,
  case
    when signed_on <= visit_date then 0
    when signed_on is not null then min(3, cast(julianday(signed_on) - julianday(visit_date) - 1 as integer) / 10)
    when outcome = 'lost' or lost_later then 4
    when visit_date >= :ten then 5
    when visit_date >= :twenty then 6
    when visit_date >= :thirty then 7
    else 8 end ending
from met
"""
_JUDGED = "select claimed_class, after_class, verdict_class, ending, count(*) from ended group by 1, 2, 3, 4"
_STATED = (
    "select {name}_class, {name}_confidence, ending, count(*) from ended"
    " where {name}_class is not null and {name}_confidence is not null group by 1, 2, 3"
)
_PUSHED = (
    "select close_attempted, gave_in, close_reason, signed_there, ending, count(*) from ended group by 1, 2, 3, 4, 5"
)
_WITHIN = "(ending = 0 or (ending = 1 and claimed_class in ('B', 'C')) or (ending = 2 and claimed_class = 'C'))"
_DECIDED = "(claimed_class in ('A', 'B', 'C') and not (ending = 5 or (ending = 6 and claimed_class in ('B', 'C')) or (ending = 7 and claimed_class = 'C')))"
_GROUPED = f"""
select {{key}}, count(*),
  ifnull(sum(claimed_class = 'A' and ending <> 5), 0), ifnull(sum(claimed_class = 'A' and ending = 0), 0),
  ifnull(sum(claimed_confidence is not null and {_DECIDED}), 0),
  total(case when claimed_confidence is not null and {_DECIDED} then
    (claimed_confidence / 100.0 - {_WITHIN}) * (claimed_confidence / 100.0 - {_WITHIN}) end),
  ifnull(sum(claimed_class = 'A' and (verdict_class = 'D' or ending = 4)), 0),
  sum(not signed_there and ending not in (5, 6, 7)), sum(not signed_there and ending in (0, 1, 2, 3))
from ended group by 1 order by {{order}}
"""  # noqa: S608 - names of our own


_CONDITIONS = {
    "owner": "d.owner = :owner",
    "product": "d.product = :product",
    "since": "d.visit_date >= :since",
    "until": "d.visit_date <= :until",
}


class Tallies:
    """Counts over the projection of one store, read only."""

    def __init__(self, store: Path) -> None:
        """Raises JournalError where the store cannot be read."""
        self._store = store
        with named(store):
            self._db = connect(store, "ro")
            self._db.execute("pragma temp_store = memory")

    def tally(
        self,
        today: str,
        owner: str | None = None,
        product: str | None = None,
        since: str | None = None,
        until: str | None = None,
        groups: bool = True,
    ) -> Tally:
        """All counts of the recorded debriefs with visits from `since` to `until` (ISO days), of a rep, of a product; `groups` adds those by rep, product and month.

        A debrief that was judged anew ends as its last successor does (R8). Raises JournalError.
        """
        given = {"owner": owner, "product": product, "since": since, "until": until}
        narrowed = "".join(f" and {_CONDITIONS[name]}" for name, value in given.items() if value is not None)
        day = date.fromisoformat(today)
        terms = {
            name: (day - timedelta(days)).isoformat() for name, days in (("ten", 10), ("twenty", 20), ("thirty", 30))
        }

        def ask(question: str) -> list[Any]:
            return self._db.execute(question).fetchall()

        def grouped(key: str, order: str) -> tuple[GroupTally, ...]:
            return tuple(GroupTally(*row) for row in ask(_GROUPED.format(key=key, order=order))) if groups else ()

        with named(self._store):
            self._db.execute("drop table if exists temp.ended")
            self._db.execute(_ENDED.format(narrowed=narrowed), {**terms, **given})
            return Tally(
                judged=_typed(Judged, ask(_JUDGED), ()),
                claims=_typed(Stated, ask(_STATED.format(name="claimed")), ()),
                second=_typed(Stated, ask(_STATED.format(name="after")), ()),
                pushed=_typed(Pushed, ask(_PUSHED), (0, 1, 3)),
                by_rep=grouped("owner", "2 desc, 1"),
                by_product=grouped("product", "2 desc, 1"),
                by_month=grouped("month", "1"),
            )

    def close(self) -> None:
        """Ends the connection; safe to call twice."""
        self._db.close()


def _typed(shape: Callable[..., Row], rows: Sequence[Sequence[Any]], flags: Sequence[int]) -> tuple[Row, ...]:
    """Rows as their type: the last column but one is the ending, those in `flags` are yes, no or not told."""
    made = []
    for row in rows:
        *told, ending, count = row
        told = [bool(value) if n in flags and value is not None else value for n, value in enumerate(told)]
        made.append(shape(*told, Ending(ending), count))
    return tuple(made)
