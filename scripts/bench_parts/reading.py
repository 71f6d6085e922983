"""P18, P19: lists, one debrief and the ledger through the program, beside the same SQL written by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench_parts.stores import READER, TODAY, Standing
from scripts.bench_parts.table import Row, beside, quantile, timed

if TYPE_CHECKING:
    from coach.journal.sqlite import SqliteJournal
    from coach.journal.tallies import Tallies

TOLD = {"claim_made", "judged_again", "verdict_given", "outcome_recorded", "signing_heard", "close_heard"}


def reading(path: Path, rounds: int, large: bool) -> Iterator[Row]:
    """P18 and P19; what is asked of a large store alone is only told of a small one."""
    from coach.journal.sqlite import SqliteJournal
    from coach.journal.tallies import Tallies

    journal, tallies = SqliteJournal(path), Tallies(path)
    yield from _lists(journal, path, rounds)
    yield from _one_debrief(journal, rounds)
    yield from _ledger(journal, tallies, max(3, rounds // 3), large)
    tallies.close()
    journal.close()


def _lists(journal: "SqliteJournal", path: Path, rounds: int) -> Iterator[Row]:
    from coach.conduct.archive import Archive
    from coach.conduct.reviewing import Reviewing
    from coach.domain.summary import Summary
    from coach.journal.inbox import Filter
    from coach.journal.index import Index

    db, columns = journal._db, ", ".join(Summary._fields)
    latest = f"select {columns} from debriefs order by opened desc, id desc limit 50"
    archive = Archive(journal, Standing(), READER)
    yield beside("P18", "latest 50", archive.latest, lambda: db.execute(latest).fetchall(), "the same SQL", 2.5, rounds)
    index = Index(path)
    inbox = Reviewing(journal, index, Standing(), READER).inbox
    over = "select * from cases where state = 'recorded' and verdict_class = 'A' and due < ? order by due desc limit 50"
    overdue, by_hand = Filter(reasons=("overdue",)), lambda: index.db.execute(over, (TODAY.isoformat(),)).fetchall()
    yield beside("P18", "overdue A's", lambda: inbox.page(overdue), by_hand, "SQL by hand", 2.5, rounds)
    index.close()


def _one_debrief(journal: "SqliteJournal", rounds: int) -> Iterator[Row]:
    db = journal._db
    number, owner, name = db.execute("select no, owner, name from streams where name not like '%:%' limit 1").fetchone()
    question = "select key, kind, at, body, chain from events where key > ? and key < ? order by key"

    def rows() -> object:
        return db.execute(question, (number << 16, (number + 1) << 16)).fetchall()

    often = rounds * 20
    yield beside("P18", "replay of one debrief", lambda: journal.sealed(owner, name), rows, "raw rows", 2.5, often)
    yield beside("P18", "replay into typed, verified events", lambda: journal.read(name, 0, owner), rows, "raw rows", 5, often)  # fmt: skip


def _ledger(journal: "SqliteJournal", tallies: "Tallies", rounds: int, large: bool) -> Iterator[Row]:
    from coach.conduct.ledger import ledger
    from coach.journal import tallies as counts

    days = {"ten": "2026-11-13", "twenty": "2026-11-03", "thirty": "2026-10-24"}
    stated = [counts._STATED.format(name=name) for name in ("claimed", "after")]
    grouped = [counts._GROUPED.format(key=key, order="1") for key in ("owner", "product", "month")]

    def by_hand() -> None:
        tallies._db.execute("drop table if exists temp.ended")
        tallies._db.execute(counts._ENDED.format(narrowed=""), days)
        for question in (counts._JUDGED, *stated, counts._PUSHED, *grouped):
            tallies._db.execute(question).fetchall()

    def from_events() -> None:
        kinds = dict(journal._db.execute("select no, name from kinds"))
        for kind, body in journal._db.execute("select kind, body from events"):
            if kinds[kind] in TOLD:
                json.loads(body)

    row = beside("P19", "ledger over everything", lambda: ledger(tallies, TODAY), by_hand, "SQL on the projection", 1.3, rounds)  # fmt: skip
    yield row
    raw = quantile(timed([from_events] * 2), 0)
    yield Row(
        "P19",
        row.what,
        row.figure,
        "ms",
        raw,
        "reading the events alone",
        (row.figure or 0) / raw,
        1 / 15 if large else None,
    )
