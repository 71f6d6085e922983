"""P8: the cost of a turn without a screen, alternating with the cheapest durable write on the same disk."""

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.bench_parts.table import Row, quantile

BODY = "x" * 400


class Day:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return date(2026, 11, 23)


class Deaf:
    """A listener that hears nothing."""

    def hear(self, text: str, stage: str, today: date, language: str | None = None) -> object:
        from coach.domain.hearing import Hearing

        return Hearing()

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[str, ...]:
        return ("other",)


def floor(folder: Path) -> Callable[[], None]:
    """4 KiB written and synced into a file that is long enough already."""
    file = os.open(folder / "floor.bin", os.O_CREAT | os.O_RDWR)
    os.write(file, b"\0" * (1 << 24))
    os.fsync(file)
    at = [0]

    def write() -> None:
        os.pwrite(file, b"x" * 4096, at[0])
        at[0] = (at[0] + 4096) % (1 << 24)
        os.fdatasync(file)

    return write


def one_row(folder: Path, mode: str, sync: str) -> Callable[[], None]:
    """One row of 400 bytes in a transaction of its own."""
    db = sqlite3.connect(folder / f"{mode}-{sync}.db", isolation_level=None)
    db.executescript(
        f"pragma journal_mode={mode}; pragma synchronous={sync}; create table e(n integer primary key, body text)"
    )

    def write() -> None:
        db.execute("begin immediate")
        db.execute("insert into e(body) values(?)", (BODY,))
        db.execute("commit")

    return write


def journal_append(folder: Path) -> Callable[[], None]:
    """The product's commit: two events of a turn appended, chained, projected, marked."""
    from coach.domain import debrief_events as e
    from coach.domain.history import fold
    from coach.domain.summarise import summarise
    from coach.journal.sqlite import SqliteJournal

    journal = SqliteJournal(folder / "append" / "coach.db")
    now, version, number = datetime.now(UTC), [0], [0]
    opened = e.DebriefOpened(rep="li", language="zh", today=date(2026, 11, 23))
    row = summarise(fold("s", [e.Recorded("s", 1, now, opened)]))

    def write() -> None:
        if version[0] % 60 == 0:
            number[0] += 1
            version[0] = len(journal.append("li", f"s{number[0]}", 0, [opened], now, row))
        told = [
            e.RepSaid(text="他说预算要到下个季度才批，让我周三之前给一版方案。"),
            e.CoachSaid(line="x", variant=0, text="好，记下了。"),
        ]
        version[0] += len(journal.append("li", f"s{number[0]}", version[0], told, now, row))

    return write


def whole_turn(folder: Path, ear: object) -> Callable[[], None]:
    """A turn of the use case: words kept (one commit), heard, answered (a second commit)."""
    from coach.conduct.debriefing import Debriefing
    from coach.journal.sqlite import SqliteJournal

    desk = Debriefing(SqliteJournal(folder / type(ear).__name__ / "coach.db"), ear, Day(), random.Random(1).randrange)  # type: ignore[arg-type]
    held = [desk.open("li", "zh")]
    said = [0]

    def write() -> None:
        said[0] += 1
        held[0].say(f"他说预算要到下个季度才批，让我周三之前给一版方案，第{said[0]}次")

    def turn() -> None:
        if said[0] % 5 == 0:
            held[0].release()
            held[0] = desk.open("li", "zh")
        write()

    turn.fresh = lambda: said[0] % 5 == 0  # type: ignore[attr-defined]
    return turn


def cost_of_a_turn(folder: Path, count: int) -> Iterator[Row]:
    """P8, with the figures that explain it."""
    from coach.listening.listener import EmbeddedListener

    cases = {
        "floor": floor(folder),
        "WAL + FULL, one row": one_row(folder, "wal", "full"),
        "DELETE + EXTRA, one row": one_row(folder, "delete", "extra"),
        "append": journal_append(folder),
        "turn": whole_turn(folder, Deaf()),
        "turn with listening": whole_turn(folder, EmbeddedListener()),
    }
    found: dict[str, list[float]] = {name: [] for name in cases}
    for n in range(count + 20):
        for name, work in cases.items():
            opens = getattr(work, "fresh", lambda: False)()
            began = time.perf_counter()
            work()
            if n >= 20 and not opens:
                found[name].append((time.perf_counter() - began) * 1e3)
    for part, name in ((0.5, "p50"), (0.99, "p99")):
        least = quantile(found["floor"], part)
        two = quantile(found["DELETE + EXTRA, one row"], part)
        for case, allowed, commits in (
            ("WAL + FULL, one row", None, 1), ("DELETE + EXTRA, one row", None, 1), ("append", 2.5 if part > 0.5 else 2.2, 1),
            ("turn", None, 2), ("turn with listening", 4, 2),
        ):  # fmt: skip
            took = quantile(found[case], part)
            yield Row("P8", f"{case}, {name}", took, "ms", least, "fdatasync floor", took / least, allowed)
            if case not in ("WAL + FULL, one row", "DELETE + EXTRA, one row"):
                yield Row(
                    "P8",
                    f"{case}, {name}, against {commits} bare DELETE + EXTRA commit{'s' * (commits > 1)}",
                    took,
                    "ms",
                    two * commits,
                    "one row",
                    took / two / commits,
                )
    yield Row(
        "P8",
        "turn with listening, p99",
        quantile(found["turn with listening"], 0.99),
        "ms",
        beside="a frame of 60 Hz",
        allowed=16.7,
    )
