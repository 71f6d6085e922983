"""The full-text index of what was said: one document (piece) per stream.

A piece's number is the minute its debrief was opened, times `SLOTS`, plus a slot, so that the number alone sorts pieces
by time.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from coach.domain.ids import REVIEW, debrief_of, is_debrief
from coach.journal.search_tokens import BOUNDARY, tokenize
from coach.journal.table import VERSIONS_PER_STREAM

if TYPE_CHECKING:
    from coach.journal.stream_delta import StoredEvent, StreamDelta

SLOTS = 256
"""Pieces per minute; more overflow into the next minute."""

TALK = {"rep_said": "rep", "coach_said": "coach", "question_asked": "coach"}
"""Kinds of events that are transcript lines, with their speakers."""

SPOKEN = {**TALK, "commented": "review", "overruled": "review", "review_asked": "review", "review_answered": "review"}
"""Kinds of events that are searched."""


def add(db: sqlite3.Connection, streams: "Iterable[tuple[StreamDelta, Sequence[StoredEvent]]]") -> None:
    """Indexes the words of debriefs and reviews, replacing the piece of a stream that grew.

    Their cases must be indexed already.
    """
    fresh: list[tuple[int, int, int, str, str]] = []
    for delta, events in streams:
        if not events or not (is_debrief(delta.name) or delta.name.startswith(REVIEW)):
            continue
        last = events[-1].key % VERSIONS_PER_STREAM
        kept = (
            db.execute("select piece, last, marks from pieces where no = ?", (delta.no,)).fetchone()
            if delta.after
            else None
        )
        minute, marks = _place(db, delta, events)
        words = _words(events, marks)
        if kept is None:
            fresh.append((minute * SLOTS, delta.no, last, marks, words))
        else:
            piece, until, before = kept
            old = _words([event for event in events if event.key % VERSIONS_PER_STREAM <= until], before)
            db.execute("insert into said (said, rowid, words) values ('delete', ?, ?)", (piece, old))
            db.execute("insert into said (rowid, words) values (?, ?)", (piece, words))
            db.execute("update pieces set last = ?, marks = ? where piece = ?", (last, marks, piece))
    rows = _numbered(db, sorted(fresh))
    db.executemany("insert into pieces values (?, ?, ?, ?)", (row[:4] for row in rows))
    db.executemany("insert into said (rowid, words) values (?, ?)", ((row[0], row[4]) for row in rows))


def words_of(kind: str, body: str | None) -> str:
    """The searchable text in an event's JSON body; empty once erased, or if the body is damaged, which doctor reports."""
    try:
        found: Any = json.loads(body or "{}")
    except ValueError:
        return ""
    return str(found.get("reason" if kind == "overruled" else "text", "")) if isinstance(found, dict) else ""


def mark(db: sqlite3.Connection, kind: Literal["owner", "product"], name: str) -> str:
    """The token of every piece of a debrief that has this owner, or is about this product."""
    db.execute("insert or ignore into marks (kind, name) values (?, ?)", (kind, name))
    number = db.execute("select no from marks where kind = ? and name = ?", (kind, name)).fetchone()[0]
    return f"{BOUNDARY}{number}"


def _words(events: "Iterable[StoredEvent]", marks: str) -> str:
    texts = (words_of(event.kind, event.body) for event in events if event.kind in SPOKEN)
    return f" {BOUNDARY} ".join([*(tokenize(text) for text in texts if text), marks])


def _numbered(
    db: sqlite3.Connection, pieces: Sequence[tuple[int, int, int, str, str]]
) -> list[tuple[int, int, int, str, str]]:
    """The pieces, given in order of their wanted numbers, with the first free number each."""
    rows, free = [], 0
    for wanted, *rest in pieces:
        number = max(wanted, free)
        while db.execute("select 1 from pieces where piece = ?", (number,)).fetchone():
            number += 1
        free = number + 1
        rows.append((number, *rest))
    return rows  # type: ignore[return-value]


def _place(db: sqlite3.Connection, delta: "StreamDelta", events: "Sequence[StoredEvent]") -> tuple[int, str]:
    """(minute, marks) of the debrief that a stream belongs to."""
    found = db.execute(
        "select minute, owner, product from cases where id = ? order by owner = ? desc",
        (debrief_of(delta.name), delta.owner),
    ).fetchone()
    minute, owner, product = found or (events[0].minute, delta.owner, "")
    return minute, " ".join([mark(db, "owner", owner), *([mark(db, "product", product)] if product else ())])
