"""The read model in SQL: one row per debrief, written in the same commit as its events and recomputable from them."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from coach.domain.ids import REVIEW, debrief_of, is_debrief
from coach.domain.summary import Order, Query, State, Summary
from coach.journal.schema import COLUMNS
from coach.ports import JournalError

if TYPE_CHECKING:
    from coach.domain.event import Recorded
    from coach.ports import EventStore, SealedEvent

_ALL = ", ".join(COLUMNS)
_FIND = f"select {_ALL} from debriefs where id = ? and owner = ?"  # noqa: S608 - column names of our own
_INSERT = f"insert into debriefs values ({', '.join('?' * len(COLUMNS))})"  # noqa: S608

_ORDERS: dict[Order, str] = {
    "latest": "opened desc, id desc",
    "overdue": "verdict_class, deadline desc, id desc",
    "next_step": "next_date, id",
    "late_step": "next_date desc, id desc",
    "deadline": "deadline, id",
}

_STATES: dict[State, str] = {"open": "state = 'open'", "recorded": "state = 'recorded'"}
"""Literals instead of parameters: with a parameter, SQLite does not use the partial index of the open debriefs."""

_KINDS = {
    "classified": "verdict_class is not null",
    "undecided": "state = 'recorded' and ifnull(signed, 0) = 0 and ifnull(outcome, 'open') = 'open'",
    "not_superseded": "not exists (select 1 from debriefs newer where newer.again = debriefs.id and newer.state = 'recorded')",
    # both name the old one, and the copy opened when it did
    "not_continued_elsewhere": "not exists (select 1 from debriefs copy where copy.again = debriefs.again and copy.opened = debriefs.opened"
    " and copy.owner = debriefs.owner and copy.state = 'recorded')",
}
"""The flags of a `Query` as SQL."""


def refresh(db: sqlite3.Connection, events: "EventStore", owner: str, stream: str) -> None:
    """Recomputes a debrief's row from the events; an erased one has none."""
    row = summary_of(stream, events.read(stream, 0, owner), events.said_about(stream))
    if row is None:
        db.execute("delete from debriefs where id = ? and owner = ?", (stream, owner))
    else:
        upsert(db, row)


def refresh_outcome(
    db: sqlite3.Connection, events: "EventStore", owner: str, stream: str, rows: "Iterable[SealedEvent]"
) -> None:
    """Updates the outcome in the rows that new events affect, whichever of debrief and review arrived first; `rows` are
    the new events.
    """
    if is_debrief(stream):
        if events.said_about(stream):
            refresh(db, events, owner, stream)
    elif stream.startswith(REVIEW) and any(row.kind == "outcome_told" for row in rows):
        debrief = debrief_of(stream)
        for rep in events.owners(debrief):
            refresh(db, events, rep, debrief)


def rebuild(db: sqlite3.Connection, events: "EventStore", places: Iterable[tuple[str, str]]) -> int:
    """Recomputes all rows from the debriefs among these (owner, stream) pairs; returns how many there are."""
    found = (
        summary_of(name, events.read(name, 0, owner), events.said_about(name))
        for owner, name in places
        if is_debrief(name)
    )
    rows = {row[:2]: row for row in found if row is not None}
    db.execute("delete from debriefs")
    insert_all(db, rows.values())
    return len(rows)


def summary_of(
    stream: str, history: "Iterable[Recorded]", said: "Sequence[tuple[str, Sequence[Recorded]]]"
) -> Summary | None:
    """The row computed from the debrief's events and from the reviews of it, `said`, as (author, events); None if its
    opening was erased: without it nobody knows whose debrief it was.
    """
    from coach.domain.history import fold
    from coach.domain.summarise import summarise

    debrief = fold(stream, history)
    if debrief.opened_at is None:
        return None
    if said:
        from coach.domain import review

        debrief = review.with_outcome(debrief, review.review_of(stream, said))
    return summarise(debrief)


def upsert(db: sqlite3.Connection, summary: Summary) -> None:
    """Inserts the row, or updates only its changed columns, so that no index is touched needlessly."""
    old = db.execute(_FIND, (summary.id, summary.owner)).fetchone()
    if old is None:
        db.execute(_INSERT, summary)
        return
    changed = [n for n, value in enumerate(summary) if value != old[n]]
    if changed:
        pairs = ", ".join(f"{COLUMNS[n]} = ?" for n in changed)
        values = [summary[n] for n in changed]
        db.execute(f"update debriefs set {pairs} where id = ? and owner = ?", (*values, summary.id, summary.owner))  # noqa: S608


def insert_all(db: sqlite3.Connection, summaries: Iterable[Summary]) -> None:
    """Inserts new rows."""
    db.executemany(_INSERT, summaries)


def owners(db: sqlite3.Connection, table: Literal["debriefs", "cases"] = "debriefs") -> list[str]:
    """All owners of debriefs, sorted, by a loose index scan."""
    question = (
        f"with recursive one(name) as (select min(owner) from {table} union all"  # noqa: S608 - names of our own
        f" select (select min(owner) from {table} where owner > one.name) from one where one.name is not null)"
        " select name from one where name is not null"
    )
    return [row[0] for row in db.execute(question)]


def products(db: sqlite3.Connection) -> list[str]:
    """All products given in debriefs, sorted."""
    return [row[0] for row in db.execute("select distinct product from debriefs where product <> '' order by product")]


def select(db: sqlite3.Connection, query: Query, limit: int, offset: int = 0) -> list[Summary]:
    """The rows that match `query`; a negative `limit` means no limit. Raises JournalError `row_damaged`."""
    where, values = _condition(query)
    question = f"select {_ALL} from debriefs{where} order by {_ORDERS[query.order]} limit ? offset ?"  # noqa: S608
    return [_row_of(row) for row in db.execute(question, (*values, limit, offset))]


def count(db: sqlite3.Connection, query: Query) -> int:
    """The number of rows that match `query`."""
    where, values = _condition(query)
    return int(db.execute(f"select count(*) from debriefs{where}", values).fetchone()[0])  # noqa: S608


def select_raw(db: sqlite3.Connection) -> sqlite3.Cursor:
    """All rows as stored, unchecked."""
    return db.execute(f"select {_ALL} from debriefs order by id")  # noqa: S608


def _condition(query: Query) -> tuple[str, list[object]]:
    parts, values = list[str](), list[object]()
    given: tuple[tuple[str, object], ...] = (
        ("id = ?", query.id),
        ("id <> ?", query.exclude_id),
        ("customer = ?", query.customer),
        ("instr(lower(customer), lower(?)) > 0", query.customer_part),
        ("product = ?", query.product),
        ("verdict_class = ?", query.customer_class),
        ("visit_date >= ?", query.visited_between[0]),
        ("visit_date <= ?", query.visited_between[1]),
        ("deadline < ?", query.deadline_before),
        ("(verdict_class is null or deadline is null or deadline >= ?)", query.in_term_on),
        ("next_date >= ?", query.next_step_between[0]),
        ("next_date <= ?", query.next_step_between[1]),
    )
    for part, value in given:
        if value is not None:
            parts.append(part)
            values.append(value.isoformat() if isinstance(value, date) else value)
    for column, wanted in (("owner", query.owners), ("again", query.again)):
        if wanted is not None:
            parts.append(f"{column} in ({', '.join('?' * len(wanted))})")
            values.extend(wanted)
    if query.deadline_between:
        parts.append("deadline between ? and ?")
        values.extend(day.isoformat() for day in query.deadline_between)
    if query.state:
        parts.append(_STATES[query.state])
    parts += [part for name, part in _KINDS.items() if getattr(query, name)]
    return (f" where {' and '.join(parts)}" if parts else ""), values


def _row_of(values: Sequence[Any]) -> Summary:
    """The row read from SQL. Raises JournalError `row_damaged` if one of its dates is invalid."""
    row = Summary(*values)
    try:
        for day in (row.visit_date, row.deadline, row.next_date, row.outcome_on):
            if day:
                date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise JournalError("row_damaged", stream=row.id) from error
    return row
