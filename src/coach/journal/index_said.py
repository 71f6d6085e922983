"""The full-text index of what was said: one document (piece) per stream.

A piece's number is the minute its debrief was opened, times `SLOTS`, plus a slot, so that the number alone sorts pieces
by time.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from coach.domain.ids import REVIEW, debrief_of
from coach.journal.search_tokens import BOUNDARY, tokenize
from coach.journal.table import VERSIONS_PER_STREAM

if TYPE_CHECKING:
    from coach.journal.index import StoredEvent, StreamDelta

SLOTS = 256
"""Pieces per minute; more overflow into the next minute."""

TALK = {"rep_said": "rep", "coach_said": "coach", "question_asked": "coach"}
"""Kinds of events that are transcript lines, with their speakers."""

SPOKEN = {**TALK, "commented": "review", "overruled": "review", "review_asked": "review", "review_answered": "review"}
"""Kinds of events that are searched."""

_MINUTE = 60_000_000


def add(db: sqlite3.Connection, streams: "Iterable[tuple[StreamDelta, Sequence[StoredEvent]]]") -> None:
    """Indexes the words of debriefs and reviews, replacing the piece of a stream that grew.

    Their cases must be indexed already.
    """
    fresh: list[tuple[int, int, int, int, str]] = []
    for delta, events in streams:
        if not events or (":" in delta.name and not delta.name.startswith(REVIEW)):
            continue
        last = events[-1].key % VERSIONS_PER_STREAM
        kept = (
            db.execute("select piece, last, owner from pieces where no = ?", (delta.no,)).fetchone()
            if delta.after
            else None
        )
        if kept is None:
            minute, owner = _place(db, delta, events)
            fresh.append((minute * SLOTS, delta.no, last, owner, _words(events, owner)))
        else:
            piece, until, owner = kept
            old = _words([event for event in events if event.key % VERSIONS_PER_STREAM <= until], owner)
            db.execute("insert into said (said, rowid, words) values ('delete', ?, ?)", (piece, old))
            db.execute("insert into said (rowid, words) values (?, ?)", (piece, _words(events, owner)))
            db.execute("update pieces set last = ? where piece = ?", (last, piece))
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


def owner_word(db: sqlite3.Connection, owner: str) -> str:
    """The token that marks every piece of an owner's debriefs."""
    return f"{BOUNDARY}{_owner(db, owner)}"


def _words(events: "Iterable[StoredEvent]", owner: int) -> str:
    texts = (words_of(event.kind, event.body) for event in events if event.kind in SPOKEN)
    return f" {BOUNDARY} ".join([*(tokenize(text) for text in texts if text), f"{BOUNDARY}{owner}"])


def _numbered(
    db: sqlite3.Connection, pieces: Sequence[tuple[int, int, int, int, str]]
) -> list[tuple[int, int, int, int, str]]:
    """The pieces, given in order of their wanted numbers, with the first free number each."""
    rows, free = [], 0
    for wanted, *rest in pieces:
        number = max(wanted, free)
        while db.execute("select 1 from pieces where piece = ?", (number,)).fetchone():
            number += 1
        free = number + 1
        rows.append((number, *rest))
    return rows  # type: ignore[return-value]


def _place(db: sqlite3.Connection, delta: "StreamDelta", events: "Sequence[StoredEvent]") -> tuple[int, int]:
    """(minute, owner number) of the debrief that a stream belongs to."""
    found = db.execute(
        "select minute, owner from cases where id = ? order by owner = ? desc", (debrief_of(delta.name), delta.owner)
    ).fetchone()
    minute, owner = found or (events[0].at // _MINUTE, delta.owner)
    return minute, _owner(db, owner)


def _owner(db: sqlite3.Connection, name: str) -> int:
    db.execute("insert or ignore into owners (name) values (?)", (name,))
    return int(db.execute("select no from owners where name = ?", (name,)).fetchone()[0])
