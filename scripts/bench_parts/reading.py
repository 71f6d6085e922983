"""P18, P19: lists, one debrief and the ledger through the program, beside the same SQL written by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench_parts.by_hand import counts, counts_from_events
from scripts.bench_parts.stores import READER, TODAY, Standing
from scripts.bench_parts.table import Row, beside

if TYPE_CHECKING:
    from coach.journal.sqlite import SqliteJournal


def reading(path: Path, rounds: int, large: bool) -> Iterator[Row]:
    """P18 and P19; goals for large stores are only reported on a small one."""
    from coach.journal.sqlite import SqliteJournal

    journal = SqliteJournal(path)
    yield from _lists(journal, path, rounds)
    yield from _one_debrief(journal, rounds)
    journal.close()
    yield from _ledger(path, rounds, large)


def _lists(journal: "SqliteJournal", path: Path, rounds: int) -> Iterator[Row]:
    from coach.conduct.archive import Archive
    from coach.conduct.reviewing import Reviewing
    from coach.domain.inbox import InboxFilter
    from coach.domain.summary import Summary
    from coach.journal.index import Index

    db, columns = journal._db, ", ".join(Summary._fields)
    latest = f"select {columns} from debriefs order by opened desc, id desc limit 50"
    archive = Archive(journal, Standing(), READER)
    yield beside("P18", "latest 50", archive.latest, lambda: db.execute(latest).fetchall(), "the same SQL", 2.5, rounds)
    index = Index(path)
    inbox = Reviewing(journal, index, Standing(), READER).inbox
    over = "select * from cases where state = 'recorded' and verdict_class = 'A' and due < ? order by due desc limit 50"
    overdue, by_hand = (
        InboxFilter(reasons=("overdue",)),
        lambda: index.db.execute(over, (TODAY.isoformat(),)).fetchall(),
    )
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


def _ledger(path: Path, rounds: int, large: bool) -> Iterator[Row]:
    """Everything the ledger shows beside plain SQL; what it says of the judgement, without its tables by rep, product
    and month, beside the events alone.
    """
    from coach.conduct.ledger import ledger
    from coach.journal.opening import connect
    from coach.journal.tallies import Tallies

    tallies, projected, raw = Tallies(path), connect(path, "ro"), connect(path, "ro")
    for db in (projected, raw):
        db.execute("pragma temp_store = memory")

    def whole() -> object:
        return ledger(tallies, TODAY)

    def judgement() -> object:
        return ledger(tallies, TODAY, groups=False)

    def by_hand() -> object:
        return counts(projected, TODAY, groups=True)

    def from_events() -> object:
        return counts_from_events(raw, TODAY)

    yield beside("P19", "ledger over everything", whole, by_hand, "SQL on the projection", 1.3, rounds)
    row = beside(
        "P19", "calibration over everything", judgement, from_events, "the same from raw events", 1 / 15, rounds
    )
    yield row if large else row._replace(allowed=None)
    tallies.close()
    for db in (projected, raw):
        db.close()
