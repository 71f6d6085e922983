"""P8: the cost of a turn without a screen, alternating with the cheapest durable write on the same disk."""

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.bench_parts.table import Row, compared, quantile, timed

BODY = "x" * 400
WARM_UP = 20
TURNS_OF_A_DEBRIEF = 5
FLOOR, WAL, DELETE, HEARD = "floor", "WAL + FULL, one row", "DELETE + EXTRA, one row", "turn with listening"
COMMITS = {"append": 1, "turn": 2, HEARD: 2}
"""How often each case of the product commits."""


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


class WholeTurn:
    """A turn of the use case: words kept (one commit), heard, answered (a second commit)."""

    def __init__(self, folder: Path, ear: object) -> None:
        from coach.conduct.debriefing import Debriefing
        from coach.journal.sqlite import SqliteJournal

        journal = SqliteJournal(folder / type(ear).__name__ / "coach.db")
        self._desk = Debriefing(journal, ear, Day(), random.Random(1).randrange)  # type: ignore[arg-type]
        self._talk = self._desk.open("li", "zh")
        self._said = 0

    @property
    def opens(self) -> bool:
        """Whether the next call opens a new debrief before it says something, as every fifth does."""
        return self._said % TURNS_OF_A_DEBRIEF == 0

    def __call__(self) -> None:
        if self.opens:
            self._talk.release()
            self._talk = self._desk.open("li", "zh")
        self._said += 1
        self._talk.say(f"他说预算要到下个季度才批，让我周三之前给一版方案，第{self._said}次")


def milliseconds(work: Callable[[], None]) -> list[float]:
    """What one call took; nothing if a debrief was opened in it."""
    opens = isinstance(work, WholeTurn) and work.opens
    took = timed([work])
    return [] if opens else took


def cost_of_a_turn(folder: Path, count: int) -> Iterator[Row]:
    """P8, with the figures that explain it."""
    from coach.listening.listener import EmbeddedListener

    cases: dict[str, Callable[[], None]] = {
        FLOOR: floor(folder),
        WAL: one_row(folder, "wal", "full"),
        DELETE: one_row(folder, "delete", "extra"),
        "append": journal_append(folder),
        "turn": WholeTurn(folder, Deaf()),
        HEARD: WholeTurn(folder, EmbeddedListener()),
    }
    found: dict[str, list[float]] = {name: [] for name in cases}
    for n in range(WARM_UP + count):
        for name, work in cases.items():
            took = milliseconds(work)
            if n >= WARM_UP:
                found[name] += took
    yield from told(found)


def told(found: dict[str, list[float]]) -> Iterator[Row]:
    """The measurements beside the floor, and beside as many bare commits as the product makes."""
    for name, part, append_allowed in (("p50", 0.5, 2.2), ("p99", 0.99, 2.5)):
        for case, allowed in ((WAL, None), (DELETE, None), ("append", append_allowed), ("turn", None), (HEARD, 4)):
            yield compared("P8", f"{case}, {name}", part, found[case], found[FLOOR], "fdatasync floor", allowed)
            if commits := COMMITS.get(case):
                what = f"{case}, {name}, against {commits} bare DELETE + EXTRA commit{'s' * (commits > 1)}"
                bare = [one * commits for one in found[DELETE]]
                yield compared("P8", what, part, found[case], bare, "one row")
    heard = quantile(found[HEARD], 0.99)
    yield Row("P8", "turn with listening, p99", heard, "ms", beside="a frame of 60 Hz", allowed=16.7)
