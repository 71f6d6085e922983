#!/usr/bin/env python3
"""What a turn's commit costs beside the disk's own floor, and how fast a store is filled and read.

usage: bench_journal.py [--dir DIR] [--turns N] [--debriefs N]

The floor is a 4 KiB pwrite + fdatasync into a preallocated file, measured in turn with the appends in one run, so that a
disk that slows down slows both. Ratios are what to compare; a machine's microseconds are not.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from coach.domain import events as e
from coach.domain.history import fold
from coach.domain.summarise import summarise
from coach.domain.summary import Summary
from coach.journal.doctor import doctor
from coach.journal.sqlite import SqliteJournal

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WARM = 20
TEXTS = (
    "今天见了宏达的王总，他说不用再请示，自己就能签，预算也批下来了，就是想再比较比较。",
    "Met Mr Carter at Northfield. He likes it, but the price has to go past his partner first.",
    "他说价格偏高，让我下周三之前给一版方案，我没敢当场要求签字。",
    "She said the need is there, they lose two days a week on it, but nobody has put a figure on it yet.",
)


def events_of(n: int, rng: Random) -> list[e.Event]:
    """A debrief of some thirty events with the texts and questions of a real one."""
    made: list[e.Event] = [e.DebriefOpened(rep="li", language="zh", today=date(2026, 1, 5))]
    choices = tuple(e.Choice(key=str(k), value=v, label=v) for k, v in enumerate(("yes", "no", "unsure"), 1))
    for step in ("opening", "claim", "forward", "unsigned", "reverse", "push", "plan"):
        text = rng.choice(TEXTS)
        made.append(e.RepSaid(text=text))
        made.append(e.FactHeard(fact="need", value="yes", quote=text[:12], confidence=0.93))
        made.append(e.StepReached(step=step))
        made.append(
            e.QuestionAsked(
                step=step, asks=("need",), line=f"{step}.need", variant=n % 3, text=rng.choice(TEXTS), choices=choices
            )
        )
    made.append(
        e.VerdictGiven(
            customer_class="A", rules=("R1", "R5"), unknown=(), deadline=date(2026, 1, 15) + timedelta(n % 365)
        )
    )
    made.append(e.DebriefRecorded())
    return made


def histories(count: int) -> Iterator[tuple[str, str, list[tuple[e.Event, datetime]], Summary]]:
    """`count` debriefs, the same ones every time."""
    rng = Random(7)
    for n in range(count):
        stream, at = f"d{n:011d}", START + timedelta(minutes=20 * n)
        timed = [(event, at + timedelta(seconds=9 * k)) for k, event in enumerate(events_of(n, rng))]
        recorded = [e.Recorded(stream, k, when, event) for k, (event, when) in enumerate(timed, 1)]
        yield f"rep{n % 12}", stream, timed, summarise(fold(stream, recorded))


def floor_of(folder: Path) -> Callable[[], None]:
    file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(file, bytes(4096 * 256), 0)
    os.fsync(file)
    page, turn = os.urandom(4096), iter(range(1 << 30))

    def go() -> None:
        os.pwrite(file, page, 4096 * (next(turn) % 256))
        os.fdatasync(file)

    return go


def bare_of(folder: Path) -> Callable[[], None]:
    """The least any SQLite file costs with the same journal mode: two rows into one table."""
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    db.execute("pragma synchronous = extra")
    db.execute("create table t (key integer primary key, body text)")
    return lambda: db.executescript(
        f"begin immediate; insert into t (body) values ('{'x' * 200}'), ('{'y' * 200}'); commit"
    )  # type: ignore[arg-type,return-value]


class Talk:
    """One debrief that goes on and on, a new one every sixty events."""

    def __init__(self, journal: SqliteJournal) -> None:
        self.journal, self.turn = journal, 0

    def append(self) -> None:
        stream, after = f"t{self.turn // 30:011d}", self.turn % 30 * 2
        now = START + timedelta(seconds=self.turn)
        said = e.RepSaid(text=TEXTS[self.turn % 4])
        asked = e.QuestionAsked(
            step="forward", asks=("need",), line="forward.need", variant=1, text=TEXTS[(self.turn + 1) % 4]
        )
        row = EMPTY._replace(id=stream, step="forward" if after else "opening", customer="宏达", next_what=str(after))
        self.journal.append("li", stream, after, [said, asked], now, row)
        self.turn += 1

    def draft(self) -> None:
        self.journal.save_draft("draft", f"{self.turn} 他说要跟老板")


EMPTY = summarise(
    fold("x", [e.Recorded("x", 1, START, e.DebriefOpened(rep="li", language="zh", today=date(2026, 1, 5)))])
)


def turns(folder: Path, count: int) -> None:
    kept = {mode: Talk(SqliteJournal(folder / f"{mode}.db", mode)) for mode in ("delete", "persist")}  # type: ignore[arg-type]
    calls = {
        "floor: 4 KiB + fdatasync": floor_of(folder),
        "bare SQLite, delete + extra": bare_of(folder),
        "append of 2 events + row": kept["delete"].append,
        "draft": kept["delete"].draft,
        "append, were it persist + extra": kept["persist"].append,
    }
    took: dict[str, list[float]] = {name: [] for name in calls}
    for n in range(count + WARM):
        for name, call in calls.items():
            start = perf_counter()
            call()
            if n >= WARM:
                took[name].append((perf_counter() - start) * 1e6)
    low, high = (quantile(took["floor: 4 KiB + fdatasync"], q) for q in (0.5, 0.99))
    for name, times in took.items():
        p50, p99 = quantile(times, 0.5), quantile(times, 0.99)
        print(f"{name:34} p50 {p50:7.0f} us ({p50 / low:4.2f}x)   p99 {p99:7.0f} us ({p99 / high:4.2f}x)")


def quantile(values: list[float], q: float) -> float:
    return sorted(values)[int(len(values) * q)]


def filling(folder: Path, count: int) -> None:
    path = folder / "full.db"
    journal = SqliteJournal(path)
    made = list(histories(count))
    start = perf_counter()
    written = journal.bulk_load(made)
    took = perf_counter() - start
    raw = journal._db.execute("select sum(length(cast(body as blob))) from events").fetchone()[0]
    print(
        f"bulk load {written} events: {written / took:.0f}/s beside {plain_rows(folder, journal):.0f}/s of plain rows"
    )
    db = journal._db
    sizes = dict(db.execute("select name, sum(pgsize) from dbstat group by name")) if has_dbstat(db) else {}
    if sizes:
        print(
            f"events table {sizes['events'] / raw:.2f} x raw JSON ({raw / 2**20:.1f} MiB); file {path.stat().st_size / raw:.2f} x"
        )
    else:
        print(f"file {path.stat().st_size / raw:.2f} x raw JSON ({raw / 2**20:.1f} MiB)")
    reading(journal, made[count // 2][1])
    journal.close()
    start = perf_counter()
    SqliteJournal(path).close()
    print(f"open and close: {(perf_counter() - start) * 1e3:.2f} ms")
    start = perf_counter()
    found = [finding.code for finding in doctor(path)]
    print(f"doctor: {written / (perf_counter() - start):.0f} events/s, {found}")


def has_dbstat(db: sqlite3.Connection) -> bool:
    try:
        db.execute("select 1 from dbstat limit 1")
    except sqlite3.OperationalError:
        return False
    return True


def plain_rows(folder: Path, journal: SqliteJournal) -> float:
    """executemany of ready rows into a bare table, in one transaction."""
    rows = journal._db.execute("select key, kind, at, body, chain from events").fetchall()
    db = sqlite3.connect(folder / "plain.db")
    db.execute("create table t (key integer primary key, kind integer, at integer, body text, chain blob)")
    start = perf_counter()
    with db:
        db.executemany("insert into t values (?, ?, ?, ?, ?)", rows)
    return len(rows) / (perf_counter() - start)


def reading(journal: SqliteJournal, stream: str) -> None:
    key = journal._db.execute("select no << 16 from streams where name = ?", (stream,)).fetchone()[0]
    span = (key, key + 65535)
    db = journal._db
    overdue = "verdict_class = 'A' and outcome is null and deadline < ?"
    columns = ", ".join(Summary._fields)
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "latest 50": (
            lambda: journal.summaries(),
            lambda: db.execute(f"select {columns} from debriefs order by opened desc, id desc limit 50").fetchall(),
        ),
        "overdue A": (
            lambda: journal.summaries(overdue, ("2026-03-01",), "deadline"),
            lambda: db.execute(
                f"select {columns} from debriefs where {overdue} order by deadline limit 50", ("2026-03-01",)
            ).fetchall(),
        ),
        "replay, typed and verified": (
            lambda: journal.read(stream),
            lambda: db.execute(
                "select key, kind, at, body, chain from events where key > ? and key < ? order by key", span
            ).fetchall(),
        ),
    }
    for name, (ours, raw) in pairs.items():
        mine, bare = interleaved(ours, raw)
        print(f"{name:28} {mine:7.0f} us = {mine / bare:4.2f} x raw SQL")


def interleaved(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(300):
        for call, times in zip((one, other), took, strict=True):
            start = perf_counter()
            call()
            times.append((perf_counter() - start) * 1e6)
    return quantile(took[0], 0.5), quantile(took[1], 0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, help="a folder on the disk to measure; a temporary one otherwise")
    parser.add_argument("--turns", type=int, default=1000)
    parser.add_argument("--debriefs", type=int, default=3000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.dir) as folder:
        turns(Path(folder), chosen.turns)
        filling(Path(folder), chosen.debriefs)


if __name__ == "__main__":
    main()
