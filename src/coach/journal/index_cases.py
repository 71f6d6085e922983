"""The rows of the inbox: a debrief's summary, the reasons to read it, and what reviewers wrote about it.

Reasons are bits, the more important the higher, so that sorting by the number puts the most important debriefs first.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from coach.domain.ids import REVIEW, debrief_of, is_debrief
from coach.domain.inbox import REASONS_TO_READ, ReasonToRead, lasting_reasons
from coach.domain.summary import Query, Summary
from coach.journal import codec, index_sounds, projection
from coach.journal.stream_delta import MINUTE
from coach.journal.table import VERSIONS_PER_STREAM, EventTable
from coach.journal.transaction import transaction
from coach.ports import JournalError

if TYPE_CHECKING:
    from coach.domain.event import Recorded
    from coach.domain.review import Review
    from coach.journal.stream_delta import StoredEvent, StreamDelta

BITS: dict[ReasonToRead, int] = {name: 32 >> place for place, name in enumerate(REASONS_TO_READ)}
OVERDUE = BITS["overdue"]

COPIED = (
    "id", "owner", "state", "opened", "language", "customer", "contact", "visit_date", "product", "claimed_class",
    "claimed_confidence", "after_class", "after_confidence", "verdict_class", "pending_class", "unknown", "deadline",
    "outcome", "outcome_on", "signed", "gave_in", "disputed", "again",
)  # fmt: skip
"""Columns copied from the summary."""

_COLUMNS = (
    "no",
    "minute",
    *COPIED,
    "due",
    "settled",
    "lasting",
    "reasons",
    "unread",
    "overruled",
    "comments",
    "requests",
    "answers",
)
_INSERT = f"insert or replace into cases ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608


def refresh(
    db: sqlite3.Connection, source: sqlite3.Connection, streams: "Iterable[tuple[StreamDelta, Sequence[StoredEvent]]]", hand: str
) -> None:  # fmt: skip
    """Recomputes the rows of the debriefs that these streams hold or review; `hand` is the store's own."""
    opened: dict[tuple[int, str, str], int] = {}
    for delta, events in streams:
        if delta.name.startswith(REVIEW):
            about = (debrief_of(delta.name),)
            kept = source.execute("select no, name, owner from streams where name = ?", about).fetchall()
            opened.update({place: 0 for place in kept if place not in opened})
        elif is_debrief(delta.name):
            opened[delta.no, delta.name, delta.owner] = events[0].minute if events else 0
    today = db.execute("select value from state where key = 'today'").fetchone()
    table = EventTable(source)
    for (no, name, owner), minute in opened.items():
        try:
            rows = projection.select(source, Query(id=name, owners=(owner,)), 1)
        except JournalError:  # doctor reports it and rebuild repairs it; the transcript stays searchable
            db.execute("delete from cases where no = ?", (no,))
            continue
        for row in rows:
            remarks = _remarks_on(row, _review(table, name), hand)
            _put(db, no, row, minute or _minute(db, source, no), remarks, today[0] if today else "")


def mark_overdue(db: sqlite3.Connection, today: str) -> None:
    """Updates the overdue bit of all A's for `today` (R8); does nothing if it was done for that day."""
    kept = db.execute("select value from state where key = 'today'").fetchone()
    if kept and kept[0] == today:
        return
    gone = f"state = 'recorded' and reasons >= {OVERDUE} and ifnull(due >= ?, 1)"
    with transaction(db):
        db.execute(
            f"update cases set reasons = lasting | {OVERDUE} where due < ? and verdict_class = 'A' and reasons < {OVERDUE}",  # noqa: S608
            (today,),
        )
        db.execute(f"update cases set reasons = lasting where {gone}", (today,))  # noqa: S608
        db.execute("insert or replace into state values ('today', ?)", (today,))


class _Remarks(NamedTuple):
    """The columns of a case that its reviews fill: unread or not, the class put over the verdict, and counts."""

    unread: int = 1
    overruled: str | None = None
    comments: int = 0
    requests: int = 0
    answers: int = 0


def _remarks_on(row: Summary, review: "Review | None", hand: str) -> _Remarks:
    if review is None:
        return _Remarks()
    waiting = len(review.open_requests)
    unread, answered = int(review.unread(row.owner, hand)), len(review.requests) - waiting
    return _Remarks(unread, review.overruled, len(review.comments), waiting, answered)


def _put(db: sqlite3.Connection, no: int, row: Summary, minute: int, remarks: _Remarks, today: str) -> None:
    judged_anew = db.execute("select 1 from cases where again = ? and state = 'recorded'", (row.id,)).fetchone()
    due = row.deadline if row.verdict_class and row.undecided and not judged_anew else None
    settled = int(not row.undecided)
    lasting = sum(BITS[reason] for reason in lasting_reasons(row))
    overdue = OVERDUE if due and due < today and row.verdict_class == "A" else 0
    db.execute(
        _INSERT,
        (no, minute, *(getattr(row, name) for name in COPIED), due, settled, lasting, lasting | overdue, *remarks),
    )
    for name in filter(None, (row.customer, row.contact)):
        index_sounds.add(db, name)
    if row.again and row.state == "recorded":
        db.execute("update cases set due = null, reasons = lasting where id = ?", (row.again,))


def _minute(db: sqlite3.Connection, source: sqlite3.Connection, no: int) -> int:
    kept = db.execute("select minute from cases where no = ?", (no,)).fetchone()
    if kept is None:
        kept = source.execute(
            "select at / ? from events where key = ?", (MINUTE, no * VERSIONS_PER_STREAM + 1)
        ).fetchone()
    return int(kept[0]) if kept else 0


def _review(table: EventTable, debrief: str) -> "Review | None":
    """The review computed from the events; None if there is none."""
    places = table.reviews(debrief)
    if not places:
        return None
    from coach.domain.review import review_of

    return review_of(debrief, [(owner, _history(table, no, stream)) for no, owner, stream in places])


def _history(table: EventTable, no: int, stream: str) -> "list[Recorded]":
    """The events of a review stream that can be read: without erased ones, damaged ones, which doctor reports, and those
    of kinds that only a newer program knows.
    """
    readable: list[Recorded] = []
    for row in table.rows(no):
        with suppress(JournalError):
            readable += codec.decode_rows(stream, [row])
    return readable
