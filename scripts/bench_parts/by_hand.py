"""Naive implementations of the ledger's counts: plain SQL over the projection, and from the events' JSON alone."""

import json
import sqlite3
from datetime import date
from typing import Any

from coach.journal.tallies import create_ended_table

Counts = dict[str, list[tuple[Any, ...]]]

_QUESTIONS = {
    "judged": "select claimed_class, after_class, verdict_class, ending, over, count(*) from ended group by 1, 2, 3, 4, 5",
    "claims": "select claimed_class, claimed_confidence, ending, over, count(*) from ended"
    " where claimed_class is not null and claimed_confidence is not null group by 1, 2, 3, 4",
    "second": "select after_class, after_confidence, ending, over, count(*) from ended"
    " where after_class is not null and after_confidence is not null group by 1, 2, 3, 4",
    "pushed": "select close_attempted, gave_in, close_reason, signed_there, ending, over, count(*) from ended group by 1, 2, 3, 4, 5, 6",
}
_WITHIN = "(ending = 0 or (ending = 1 and claimed_class in ('B', 'C')) or (ending = 2 and claimed_class = 'C'))"
_DECIDED = (
    "(claimed_confidence is not null and ((claimed_class = 'A' and over > 0) or (claimed_class = 'B' and over > 1)"
    " or (claimed_class = 'C' and over > 2)))"
)
_GROUPED = f"""
select {{key}}, count(*), sum(claimed_class = 'A' and over > 0), sum(claimed_class = 'A' and over > 0 and ending = 0), sum({_DECIDED}),
  total(case when {_DECIDED} then (claimed_confidence / 100.0 - {_WITHIN}) * (claimed_confidence / 100.0 - {_WITHIN}) end),
  sum(claimed_class = 'A' and (verdict_class = 'D' or ending = 4)),
  sum(not signed_there and over = 3), sum(not signed_there and over = 3 and ending in (0, 1, 2, 3)),
  sum(not signed_there and claimed_class is not null),
  sum(not signed_there and ifnull(claimed_class in ('A', 'B', 'C') and (verdict_class is null or verdict_class > claimed_class), 0)),
  sum(not signed_there and close_attempted in (0, 1)), sum(not signed_there and ifnull(close_attempted = 0, 0))
from ended group by 1
"""
_GROUPS = {"by_rep": "owner", "by_product": "product", "by_month": "month"}

_TOLD = {
    "debrief_opened": {"owner": "rep", "product": "product", "again": "again"},
    "visit_dated": {"visit_date": "date"},
    "claim_made": {"claimed_class": "customer_class", "claimed_confidence": "confidence"},
    "judged_again": {"after_class": "customer_class", "after_confidence": "confidence"},
    "verdict_given": {"verdict_class": "customer_class"},
    "signing_heard": {"signed": "signed"},
    "close_heard": {"close_attempted": "attempted", "gave_in": "gave_in"},
    "reason_heard": {"close_reason": "reason"},
    "outcome_recorded": {"outcome": "outcome", "outcome_on": "on"},
    "debrief_recorded": {},
}
"""The kinds of event the ledger is made of, with the columns of the projection that their fields become; the last event
of a kind stands.
"""

_COLUMNS = ("id", "state", *(column for fields in _TOLD.values() for column in fields))


def counts(db: sqlite3.Connection, today: date, *, groups: bool) -> Counts:
    """What `Tallies.tally` counts, by plain SQL over the table `debriefs`; the endings come from the same statement."""
    create_ended_table(db, today)
    asked = _QUESTIONS | ({name: _GROUPED.format(key=key) for name, key in _GROUPS.items()} if groups else {})
    return {name: db.execute(question).fetchall() for name, question in asked.items()}


def counts_from_events(db: sqlite3.Connection, today: date) -> Counts:
    """The same without groups and without the projection: reads the JSON of every relevant event, then counts as above."""
    kinds = {no: name for no, name in db.execute("select no, name from kinds") if name in _TOLD}
    names = dict(db.execute("select no, name from streams"))
    told: dict[int, dict[str, Any]] = {}
    wanted = f"select key >> 16, kind, body from events where kind in ({', '.join(map(str, kinds))}) order by key"
    for number, kind, body in db.execute(wanted):
        told.setdefault(number, {})[kinds[kind]] = json.loads(body)
    db.execute("drop table if exists temp.debriefs")
    db.execute(f"create temp table debriefs ({', '.join(_COLUMNS)})")
    rows = (_row(names[number], events) for number, events in told.items())
    db.executemany(f"insert into temp.debriefs values ({', '.join('?' * len(_COLUMNS))})", rows)
    return counts(db, today, groups=False)


def _row(name: str, events: dict[str, Any]) -> list[Any]:
    found = [name, "recorded" if "debrief_recorded" in events else "open"]
    for kind, fields in _TOLD.items():
        told = events.get(kind, {})
        found += [told.get(field) for field in fields.values()]
    return found
