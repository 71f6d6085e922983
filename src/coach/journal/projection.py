"""The projection: one row a debrief, written in the same commit as its events, and computable anew from them."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from coach.domain.summary import Summary
from coach.journal.schema import COLUMNS

if TYPE_CHECKING:
    from coach.domain.event import Recorded

_ALL = ", ".join(COLUMNS)
_FIND = f"select {_ALL} from debriefs where id = ? and owner = ?"  # noqa: S608 - column names of our own
_INSERT = f"insert into debriefs values ({', '.join('?' * len(COLUMNS))})"  # noqa: S608


def is_debrief(stream: str) -> bool:
    """Debriefs go by their plain id; other streams say what they are (`practice:…`, `review:…`)."""
    return ":" not in stream


def summary_of(stream: str, history: "Iterable[Recorded]") -> Summary:
    """The row as the events have it."""
    from coach.domain.history import fold
    from coach.domain.summarise import summarise

    return summarise(fold(stream, history))


def keep(db: sqlite3.Connection, summary: Summary) -> None:
    """Writes the row; of one that is there only what changed, so that no index is touched for nothing."""
    old = db.execute(_FIND, (summary.id, summary.owner)).fetchone()
    if old is None:
        db.execute(_INSERT, summary)
        return
    changed = [n for n, value in enumerate(summary) if value != old[n]]
    if changed:
        pairs = ", ".join(f"{COLUMNS[n]} = ?" for n in changed)
        values = [summary[n] for n in changed]
        db.execute(f"update debriefs set {pairs} where id = ? and owner = ?", (*values, summary.id, summary.owner))  # noqa: S608


def keep_all(db: sqlite3.Connection, summaries: Iterable[Summary]) -> None:
    """Writes rows that are not there yet."""
    db.executemany(_INSERT, summaries)


def clear(db: sqlite3.Connection) -> None:
    """Removes all rows, before they are computed anew."""
    db.execute("delete from debriefs")


def select(
    db: sqlite3.Connection, where: str, values: Sequence[object], order: str, limit: int, offset: int
) -> list[Summary]:
    """Rows by SQL that our own code wrote, with its values apart."""
    condition = f"where {where}" if where else ""
    question = f"select {_ALL} from debriefs {condition} order by {order} limit ? offset ?"  # noqa: S608
    return [Summary(*row) for row in db.execute(question, (*values, limit, offset))]
