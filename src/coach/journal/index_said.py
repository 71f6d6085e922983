"""What was said, taken into the index: one piece for all that one stream brought at once, in the order of the debriefs' opening.

A piece's number is the minute its debrief was opened, times `SLOTS`, plus a slot; so the latest come first by number alone.
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
"""Pieces that fit into a minute; more of them go on into the next."""

TALK = {"rep_said": "rep", "coach_said": "coach", "question_asked": "coach"}
"""Kinds of event that are lines of a talk, with who said them."""

SPOKEN = {**TALK, "commented": "review", "overruled": "review", "review_asked": "review", "review_answered": "review"}
"""Kinds of event with words in them."""

_MINUTE = 60_000_000


def add(db: sqlite3.Connection, streams: "Iterable[tuple[StreamDelta, Sequence[StoredEvent]]]") -> None:
    """Takes in the words of debriefs and reviews, whose cases the index has already; the piece of a stream that grew is written anew."""
    fresh: list[tuple[int, int, int, int, str]] = []
    for one, events in streams:
        if not events or (":" in one.name and not one.name.startswith(REVIEW)):
            continue
        last = events[-1].key % VERSIONS_PER_STREAM
        kept = (
            db.execute("select piece, last, owner from pieces where no = ?", (one.no,)).fetchone()
            if one.after
            else None
        )
        if kept is None:
            minute, owner = _place(db, one, events)
            fresh.append((minute * SLOTS, one.no, last, owner, _words(events, owner)))
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
    """What was said in an event's body; empty once it is erased."""
    if body is None:
        return ""
    found: Any = json.loads(body)
    return str(found.get("reason" if kind == "overruled" else "text", ""))


def owner_word(db: sqlite3.Connection, owner: str) -> str:
    """The word that every piece of an owner's debriefs has."""
    return f"{BOUNDARY}{_owner(db, owner)}"


def _words(events: "Iterable[StoredEvent]", owner: int) -> str:
    texts = (words_of(event.kind, event.body) for event in events if event.kind in SPOKEN)
    return f" {BOUNDARY} ".join([*(tokenize(text) for text in texts if text), f"{BOUNDARY}{owner}"])


def _numbered(
    db: sqlite3.Connection, pieces: Sequence[tuple[int, int, int, int, str]]
) -> list[tuple[int, int, int, int, str]]:
    """The pieces, in order, each with the first free number from the one it wants."""
    rows, free = [], 0
    for wanted, *rest in pieces:
        number = max(wanted, free)
        while db.execute("select 1 from pieces where piece = ?", (number,)).fetchone():
            number += 1
        free = number + 1
        rows.append((number, *rest))
    return rows  # type: ignore[return-value]


def _place(db: sqlite3.Connection, one: "StreamDelta", events: "Sequence[StoredEvent]") -> tuple[int, int]:
    """The minute of the debrief a stream belongs to, and the number of its owner."""
    found = db.execute(
        "select minute, owner from cases where id = ? order by owner = ? desc", (debrief_of(one.name), one.owner)
    ).fetchone()
    minute, owner = found or (events[0].at // _MINUTE, one.owner)
    return minute, _owner(db, owner)


def _owner(db: sqlite3.Connection, name: str) -> int:
    db.execute("insert or ignore into owners (name) values (?)", (name,))
    return int(db.execute("select no from owners where name = ?", (name,)).fetchone()[0])
