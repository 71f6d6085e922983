"""The index beside a store that several windows use at once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from coach.domain import debrief_events as e
from coach.domain.inbox import InboxFilter
from coach.journal.inbox import Inbox
from coach.journal.index import Index
from coach.journal.index_file import index_path
from coach.journal.sqlite import SqliteJournal
from coach.ports import JournalError
from tests.made_up import NOW, store

WINDOWS = 8
OPEN_FILES = Path("/proc/self/fd")


def opened_at_once(path: Path) -> list[Index]:
    ready = Barrier(WINDOWS)

    def opened(_: int) -> Index:
        ready.wait()
        return Index(path)

    with ThreadPoolExecutor(WINDOWS) as windows:
        return list(windows.map(opened, range(WINDOWS)))


@pytest.mark.parametrize("there", [b"", b"no index" * 999], ids=["none", "unusable"])
def test_windows_that_open_it_for_the_first_time_at_once_get_the_same_one(tmp_path: Path, there: bytes) -> None:
    path = store(tmp_path, 20)
    for _ in range(5):
        index_path(path).unlink(missing_ok=True)
        if there:
            index_path(path).write_bytes(there)
        found = opened_at_once(path)
        assert found[0].catch_up() > 0
        assert [index.catch_up() for index in found[1:]] == [0] * (WINDOWS - 1)
        for index in found:
            index.close()


def test_a_window_goes_on_where_another_has_computed_it_anew(tmp_path: Path) -> None:
    path = store(tmp_path, 20)
    mine, other = Index(path), Index(path)
    mine.catch_up()
    other.rebuild()
    journal = SqliteJournal(path)
    stream = next(journal.streams())
    journal.append(journal.owner_of(stream) or "", stream, len(journal.read(stream)), [e.RepSaid(text="再说一句")], NOW)
    journal.close()
    assert mine.catch_up() == 1
    assert other.catch_up() == 0
    assert other.faults() == mine.faults() == []
    mine.close()
    other.close()


def test_a_commit_that_another_window_held_up_is_made_when_it_lets_go(tmp_path: Path) -> None:
    path = store(tmp_path, 20)
    index = Index(path)
    index.catch_up()
    index.db.execute("pragma busy_timeout = 10")
    other = sqlite3.connect(index_path(path), isolation_level=None)
    other.execute("begin")
    other.execute("select count(*) from cases").fetchone()
    with pytest.raises(JournalError, match="busy"):
        Inbox(index, "2026-11-24").count(InboxFilter())
    other.execute("rollback")
    other.close()
    assert Inbox(index, "2026-11-24").count(InboxFilter())
    assert index.catch_up() == 0
    index.close()


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="the system does not list open files")
def test_an_index_that_cannot_be_opened_keeps_no_file_open(tmp_path: Path) -> None:
    path = store(tmp_path, 5)
    index_path(path).mkdir()
    before = sum(1 for _ in OPEN_FILES.iterdir())
    with pytest.raises(JournalError) as refused:
        Index(path)
    assert sum(1 for _ in OPEN_FILES.iterdir()) == before, refused
