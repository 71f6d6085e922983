"""Processes that die, and processes that write at once."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from coach.journal.doctor import doctor
from coach.journal.sqlite import SqliteJournal
from coach.ports import Journal

from .conftest import NOW, opened, said

WRITER = """
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from coach.domain.debrief_events import CoachSaid, RepSaid
from coach.journal.sqlite import SqliteJournal
from coach.ports import ConflictError
path, stream, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
journal = SqliteJournal(path)
assert journal.hold(stream) or stream == "shared"
written = 0
while written < count:
    after = len(journal.sealed("li", stream))
    try:
        events = [RepSaid(text=f"{sys.argv[4]} 第{written}句"), CoachSaid(line="x", variant=0, text="好")]
        journal.append("li", stream, after, events, datetime.now(UTC))
    except ConflictError:
        continue
    written += 1
    print(after + 2, flush=True)
    time.sleep(float(sys.argv[5]))
"""


def writer(path: Path, stream: str, count: int, name: str = "", pause: float = 0) -> "subprocess.Popen[str]":
    """A process that appends `count` answers to the stream, and rests for `pause` seconds after each."""
    command = [sys.executable, "-c", WRITER, str(path), stream, str(count), name, str(pause)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def errors(path: Path) -> list[str]:
    return [finding.code for finding in doctor(path) if finding.severity == "error"]


def test_a_killed_process_loses_no_acked_event_and_its_hold(path: Path) -> None:
    SqliteJournal(path).close()
    rng, acked = Random(3), 0
    for _ in range(8):
        process = writer(path, "d1", 100_000)
        assert process.stdout is not None
        first = int(process.stdout.readline())
        time.sleep(rng.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read().split()
        process.communicate()
        journal = SqliteJournal(path)
        found = journal.read("d1")
        acked = max([first, *map(int, told)])
        assert acked <= len(found) <= acked + 2
        assert len(found) % 2 == 0
        assert journal.hold("d1")
        journal.close()
        acked = len(found)
    assert acked > 16
    assert errors(path) == []


def test_two_processes_on_one_stream_and_two_on_their_own_lose_nothing(path: Path) -> None:
    SqliteJournal(path).close()
    each = 25
    running = [writer(path, stream, each, name) for stream, name in (("shared", "a"), ("shared", "b"), ("c", "c"))]
    for process in running:
        assert process.wait(60) == 0, process.communicate()[1]
        process.communicate()
    journal = SqliteJournal(path)
    spoken = [one.event.text.split()[0] for one in journal.read("shared") if one.event.kind == "rep_said"]  # type: ignore[attr-defined]
    assert sorted(spoken) == ["a"] * each + ["b"] * each
    assert len(journal.read("c")) == 2 * each
    journal.close()
    assert errors(path) == []


def test_a_window_that_writes_meanwhile_is_no_damage(path: Path) -> None:
    SqliteJournal(path).close()
    process = writer(path, "d1", 100_000, pause=0.005)  # one that never rests keeps the others waiting
    assert process.stdout is not None
    process.stdout.readline()
    found = [errors(path) for _ in range(20)]
    process.kill()
    process.communicate()
    assert found == [[]] * 20


def test_a_hold_of_another_living_process_is_seen(path: Path) -> None:
    SqliteJournal(path).close()
    process = writer(path, "d1", 100_000, pause=0.005)
    assert process.stdout is not None
    process.stdout.readline()
    journal: Journal = SqliteJournal(path)
    assert not journal.hold("d1")
    process.kill()
    process.communicate()
    assert journal.hold("d1")
    journal.close()


def test_two_processes_that_make_the_store_at_once_make_one(path: Path) -> None:
    running = [writer(path, f"d{n}", 1) for n in range(3)]
    for process in running:
        assert process.wait(60) == 0, process.communicate()[1]
        process.communicate()
    journal = SqliteJournal(path)
    assert sorted(journal.streams()) == ["d0", "d1", "d2"]
    journal.close()


def test_a_writer_waits_for_another_one(path: Path) -> None:
    one, other = SqliteJournal(path), SqliteJournal(path)
    one.append("li", "d1", 0, [opened()], NOW)
    other.append("li", "d1", 1, [said()], NOW)
    one.append("li", "d1", 2, [said()], NOW)
    assert len(other.read("d1")) == 3
    one.close()
    other.close()
