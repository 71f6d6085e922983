"""P20, P22: how fast a store is filled, and that search never lengthens a turn."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from scripts.bench_parts.table import Row, quantile
from scripts.bench_parts.turns import WARM_UP, Deaf, WholeTurn, milliseconds

AT_ONCE = 10_000


def filling(path: Path, folder: Path, debriefs: int) -> Iterator[Row]:
    """P20: the events of so many debriefs of the store at `path`, into new stores, one of each kind in turn."""
    from coach.journal.index import Index
    from coach.journal.sqlite import SqliteJournal

    source = SqliteJournal(path)
    streams = list(source.summaries(limit=debriefs))
    kept = [(row.owner, row.id, source.sealed(row.owner, row.id), row) for row in streams]
    source.close()
    count = sum(len(rows) for _, _, rows, _ in kept)

    def plain(n: int) -> None:
        _plain(folder / f"plain{n}.db", [row for _, _, rows, _ in kept for row in rows])

    def load(n: int) -> None:
        journal = SqliteJournal(folder / f"filled{n}" / "coach.db")
        journal.bulk_load((owner, name, _validated(rows), row) for owner, name, rows, row in kept)
        journal.close()

    def indexed(n: int) -> None:
        index = Index(folder / f"filled{n}" / "coach.db")
        index.catch_up()
        index.close()

    took: dict[Callable[[int], None], list[float]] = {plain: [], load: [], indexed: []}
    for n in range(3):
        for work, times in took.items():
            began = time.perf_counter()
            work(n)
            times.append((time.perf_counter() - began) * 1e6 / count)
    floor, filled, searched = (min(times) for times in took.values())
    name = "executemany of ready rows"
    yield Row("P20", "loading an event, validated", filled, "µs", floor, name, filled / floor, 5)
    both = filled + searched
    yield Row("P20", "loading an event, validated and searchable", both, "µs", floor, name, both / floor, 1 / 0.07)


def _validated(rows: Sequence[Any]) -> list[tuple[Any, datetime]]:
    from coach.journal.codec import decode_rows

    return [(one.event, one.at) for one in decode_rows("x", rows)]


def _plain(target: Path, rows: Sequence[Any]) -> None:
    db = sqlite3.connect(target)
    db.executescript("pragma journal_mode = wal; pragma synchronous = normal")
    db.execute("create table t (key integer primary key, kind text, at integer, body text, chain blob)")
    for at in range(0, len(rows), AT_ONCE):
        with db:
            made = ((None, row.kind, row.at, row.body, row.chain) for row in rows[at : at + AT_ONCE])
            db.executemany("insert into t values (?, ?, ?, ?, ?)", made)
    db.close()


def turns_with_search(folder: Path, count: int) -> Iterator[Row]:
    """P22: turns on two stores in turn; search takes one of them in after every turn, as it does once the answer is
    painted.
    """
    from coach.journal.index import Index

    class Heard(Deaf):
        """The listener of the store that is indexed after every turn."""

    class Unheard(Deaf):
        """The listener of the store that is never indexed."""

    turns = {True: WholeTurn(folder, Heard()), False: WholeTurn(folder, Unheard())}
    index = Index(folder / "Heard" / "coach.db")
    found: dict[bool, list[float]] = {True: [], False: []}
    for n in range(WARM_UP + count):
        for searched, turn in turns.items():
            took = milliseconds(turn)
            if n >= WARM_UP:
                found[searched] += took
            if searched:
                index.catch_up()
    index.close()
    with_, without = (quantile(found[searched], 0.99) for searched in (True, False))
    yield Row("P22", "turn with search, p99", with_, "ms", without, "without search", with_ / without, 1.2)
