"""What doctor says of search and inbox, and that a rebuild cures it."""

import sqlite3
from pathlib import Path

import pytest

from coach.domain import debrief_events as e
from coach.journal.doctor import doctor
from coach.journal.index import Index
from coach.journal.index_file import index_path
from coach.journal.sqlite import SqliteJournal
from tests.made_up import NOW, store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = store(tmp_path)
    index = Index(made)
    index.catch_up()
    index.close()
    return made


def found(path: Path) -> list[str]:
    return [one.code for one in doctor(path) if one.code.startswith("index_")]


def rebuilt(path: Path) -> list[str]:
    index = Index(path)
    index.rebuild()
    index.close()
    return found(path)


def test_one_that_says_what_the_events_say_is_called_sound(path: Path) -> None:
    assert found(path) == ["index_sound"]


def test_a_store_that_was_never_searched_has_nothing_to_say_and_none_is_made(tmp_path: Path) -> None:
    made = store(tmp_path)
    assert found(made) == []
    assert not index_path(made).exists()


def test_one_that_is_behind_is_no_fault(path: Path) -> None:
    journal = SqliteJournal(path)
    stream = next(journal.streams())
    owner = journal.owner_of(stream) or ""
    journal.append(owner, stream, len(journal.read(stream)), [e.RepSaid(text="再说一句")], NOW)
    journal.close()
    assert found(path) == ["index_behind"]


@pytest.mark.parametrize(
    "harm", ["update cases set verdict_class = 'D' where verdict_class = 'A'", "delete from cases where no % 7 = 0"]
)
def test_rows_that_were_changed_are_noticed_and_cured(path: Path, harm: str) -> None:
    with sqlite3.connect(index_path(path)) as db:
        db.execute(harm)
    db.close()
    assert found(path) == ["index_differs"]
    assert rebuilt(path) == ["index_sound"]


def test_bytes_that_were_flipped_are_noticed_and_cured(path: Path) -> None:
    file = index_path(path)
    raw = bytearray(file.read_bytes())
    for at in range(len(raw) // 2, len(raw) // 2 + 6000):
        raw[at] ^= 0xFF
    file.write_bytes(raw)
    assert found(path) == ["index_damaged"]
    assert rebuilt(path) == ["index_sound"]


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_file_that_is_none_is_named_and_left_as_it_is(path: Path, content: bytes) -> None:
    index_path(path).write_bytes(content)
    assert found(path) == ["index_unusable"]
    assert index_path(path).read_bytes() == content
    assert rebuilt(path) == ["index_sound"]
