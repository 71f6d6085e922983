"""The store as a file: creation, opening, rejection, and errors of the disk."""

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from coach.domain import debrief_events as e
from coach.journal import opening, rescue, schema
from coach.journal.headmark import HeadMark, Mark
from coach.journal.sqlite import SqliteJournal
from coach.journal.table import VERSIONS_PER_STREAM, EventTable
from coach.ports import JournalError

from .conftest import NOW, asked, opened, said


def filled(path: Path, streams: int = 2) -> None:
    journal = SqliteJournal(path)
    for n in range(streams):
        journal.append("li", f"d{n}", 0, [opened(), said(), asked()], NOW)
    journal.close()


def refusal(path: Path) -> JournalError:
    with pytest.raises(JournalError) as refused:
        SqliteJournal(path)
    return refused.value


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_store_is_made_private_whatever_the_umask(path: Path) -> None:
    for mask in (0, 0o777):
        here = path.parent / f"u{mask}" / "coach.db"
        path.parent.mkdir(exist_ok=True)
        old = os.umask(mask)
        try:
            filled(here)
        finally:
            os.umask(old)
        assert [mode_of(here.parent), mode_of(here)] == [0o700, 0o600]
        assert mode_of(HeadMark(here).path) & 0o077 == 0


def test_a_store_that_others_could_read_is_closed_to_them(path: Path) -> None:
    filled(path)
    path.chmod(0o644)
    SqliteJournal(path).close()
    assert mode_of(path) == 0o600


def test_the_connection_is_as_durable_as_promised(path: Path) -> None:
    journal = SqliteJournal(path)
    asks = ("journal_mode", "synchronous", "recursive_triggers", "secure_delete", "application_id", "user_version")
    told = [journal._db.execute(f"pragma {name}").fetchone()[0] for name in asks]
    assert told == ["delete", 3, 1, 1, schema.APPLICATION_ID, len(schema.MIGRATIONS)]
    assert journal._db.execute("pragma busy_timeout").fetchone()[0] >= 5000
    assert journal._db.isolation_level is None
    journal.close()


@pytest.mark.parametrize(
    "statement",
    [
        "update events set body = '{}'",
        "update events set body = null",
        "update events set at = at + 1",
        "delete from events",
        "insert or replace into events select key, kind, at + 1, body, chain from events",
        "insert into erased select key, zeroblob(16), at, '' from events; update erased set reason = 'x'",
        "insert into erased select key, zeroblob(16), at, '' from events; update events set at = 1, body = null",
        "insert into erased select key, zeroblob(16), at, '' from events; delete from erased",
    ],
)
def test_events_can_be_neither_changed_nor_removed(path: Path, statement: str) -> None:
    filled(path)
    journal = SqliteJournal(path)
    before = journal.read("d0")
    *before_it, forbidden = statement.split(";")
    for part in before_it:
        journal._db.execute(part)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        journal._db.execute(forbidden)
    assert journal.read("d0") == before
    journal.close()


def test_an_empty_file_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert refusal(path).code == "empty_file"
    assert path.stat().st_size == 0


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("客户名单\n" * 1000)
    before = path.read_bytes()
    assert refusal(path).code == "not_a_store"
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    assert refusal(path).code == "not_a_store"


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.execute("create table recipes (name)")
    before = path.read_bytes()
    assert refusal(path).code == "foreign"
    assert path.read_bytes() == before


def test_a_newer_store_is_refused_and_left_alone(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")
    before = path.read_bytes()
    refused = refusal(path)
    assert (refused.code, refused.details["version"]) == ("newer", 99)
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [1, 50, 4096, 30000])
def test_a_cut_file_is_refused_and_left_alone(path: Path, size: int) -> None:
    filled(path)
    os.truncate(path, size)
    before = path.read_bytes()
    assert refusal(path).code == "damaged"
    assert path.read_bytes() == before


def test_a_zeroed_header_is_called_damage_where_there_was_a_store(path: Path) -> None:
    filled(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    assert refusal(path).code == "damaged"


def test_a_lost_file_is_not_replaced_by_an_empty_one(path: Path) -> None:
    filled(path)
    path.unlink()
    assert refusal(path).code == "lost"
    assert not path.exists()


def test_a_store_put_back_from_before_is_called_a_lost_tail(path: Path) -> None:
    filled(path, 1)
    earlier = path.read_bytes()
    filled_more(path)
    path.write_bytes(earlier)
    refused = refusal(path)
    assert (refused.code, refused.details["have"], refused.details["expected"]) == ("tail_lost", 3, 5)
    assert path.read_bytes() == earlier


def filled_more(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.append("li", "d0", 3, [said()], NOW)
    journal.append("li", "d0", 4, [said()], NOW)
    journal.close()


def test_a_tail_written_differently_does_not_hide_the_lost_one(path: Path) -> None:
    filled(path, 1)
    earlier, mark = path.read_bytes(), HeadMark(path).path
    filled_more(path)
    newest = mark.read_bytes()
    path.write_bytes(earlier)
    mark.unlink()
    journal = SqliteJournal(path)
    journal.append("li", "d0", 3, [said("x"), said("y"), said("z")], NOW)
    journal.close()
    mark.write_bytes(newest)
    assert refusal(path).code == "tail_lost"


def test_a_mark_that_lags_raises_no_alarm(path: Path) -> None:
    filled(path, 1)
    mark = HeadMark(path).path
    older = mark.read_bytes()
    filled_more(path)
    mark.write_bytes(older)
    SqliteJournal(path).close()
    mark.unlink()
    SqliteJournal(path).close()


def test_a_torn_slot_of_the_mark_leaves_the_other(path: Path) -> None:
    mark = HeadMark(path)
    path.parent.mkdir()
    first, second = (Mark(n, bytes([n]) * 16, n, bytes([n]) * 16) for n in (1, 2))
    mark.write(first)
    assert mark.read() == first
    mark.write(second)
    assert mark.read() == second
    raw = mark.path.read_bytes()
    torn = raw.replace(b'"events": 2', b'"events": 7')
    mark.path.write_bytes(torn)
    assert mark.read() == first
    mark.path.write_bytes(b"\0" * 700)
    assert mark.read() is None


def test_a_crash_while_a_store_is_made_leaves_nothing_to_refuse(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("coach.db.new").write_bytes(b"half a store")
    filled(path)
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == ["coach.db", "coach.db.head"]


def test_a_full_disk_writes_nothing_and_a_later_try_works(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.append("li", "d0", 0, [opened()], NOW)
    before = journal.read("d0"), EventTable(journal._db).head()
    pages = journal._db.execute("pragma page_count").fetchone()[0]
    journal._db.execute(f"pragma max_page_count = {pages}")
    for write in (
        lambda: journal.append("li", "d0", 1, [said("长" * 9000)], NOW),
        lambda: journal.append("li", "new", 0, [said("长" * 9000)], NOW),
        lambda: journal.save_draft("d0", "长" * 9000),
    ):
        with pytest.raises(JournalError) as refused:
            write()
        assert refused.value.code == "disk_full"
    assert (journal.read("d0"), EventTable(journal._db).head()) == before
    journal._db.execute("pragma max_page_count = 1000000")
    journal.append("li", "d0", 1, [said("长" * 9000)], NOW)
    journal.append("li", "new", 0, [opened("li")], NOW)
    assert [len(journal.read(name)) for name in journal.streams()] == [2, 1]
    journal.close()


def test_a_window_whose_store_was_replaced_is_told_so_and_writes_nothing(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.append("li", "d1", 0, [opened()], NOW)
    copied = path.with_name("copy.db")
    rescue.backup(path, copied)
    rescue.restore(path, copied, NOW)
    before = path.read_bytes()
    with pytest.raises(JournalError) as refused:
        journal.append("li", "d1", 1, [said()], NOW)
    assert refused.value.code == "moved"
    journal.close()
    assert path.read_bytes() == before


def test_a_store_turned_read_only_refuses_the_turn_and_takes_it_later(path: Path) -> None:
    journal = SqliteJournal(path)
    journal._db.execute("pragma query_only = on")
    with pytest.raises(JournalError) as refused:
        journal.append("li", "d0", 0, [opened()], NOW)
    assert refused.value.code == "read_only"
    journal._db.execute("pragma query_only = off")
    journal.append("li", "d0", 0, [opened()], NOW)
    journal.close()


def test_every_write_that_fails_in_turn_loses_nothing_that_was_acked(path: Path) -> None:
    """The file may not grow beyond a limit that moves up in small steps, so each write of the commits fails once."""
    journal = SqliteJournal(path)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    acked, refused = 0, set()
    try:
        for limit in range(512, 60_000, 4096):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, old[1]))
            try:
                journal.append("li", "d0", acked, [said("长" * 700)], NOW)
                acked += 1
            except JournalError as error:
                refused.add(error.code)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert refused <= {"disk_error", "disk_full"}
    assert refused
    assert len(journal.read("d0")) == acked
    journal.append("li", "d0", acked, [said()], NOW)
    journal.close()
    again = SqliteJournal(path)
    assert len(again.read("d0")) == acked + 1
    again.close()


def test_a_closed_journal_says_so(path: Path) -> None:
    journal = SqliteJournal(path)
    journal.close()
    with pytest.raises(JournalError, match="closed"):
        journal.read("d0")


def test_a_folder_one_may_not_write_is_refused(path: Path) -> None:
    filled(path)
    script = (
        "import os, sys; from pathlib import Path; from coach.journal.sqlite import SqliteJournal\n"
        "from coach.ports import JournalError\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: SqliteJournal(Path(sys.argv[1]))\n"
        "except JournalError as error: print(error.code)"
    )
    for folder in (*path.parents[:4],):
        if folder.owner() == path.owner() and str(folder).count("/") > 1:
            folder.chmod(0o755)
    path.chmod(0o644)
    path.parent.chmod(0o555)
    try:
        told = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
    finally:
        path.parent.chmod(0o700)
    assert told.stdout.strip() == "read_only", told.stderr


def test_the_migration_is_whole_or_not_at_all_with_a_copy_before(path: Path) -> None:
    filled(path)
    wrong = (*schema.MIGRATIONS, ("create table comments (text text)", "create tabel oops"))
    before = path.read_bytes()
    with pytest.raises(JournalError):
        opening.open_store(path, steps=wrong)
    assert [row[1:] for row in tables(path)] == [row[1:] for row in tables(path, before)]
    right = (*schema.MIGRATIONS, ("create table comments (text text)",))
    db = opening.open_store(path, steps=right)
    assert schema.version_of(db) == len(right)
    assert len(EventTable(db).rows(1)) == 3
    db.close()
    copy = path.with_name(f"coach.db.version-{len(schema.MIGRATIONS)}")
    assert mode_of(copy) == 0o600
    assert [row[1:] for row in tables(copy)] == [row[1:] for row in tables(path, before)]
    assert refusal(path).code == "newer"


def tables(path: Path, raw: bytes | None = None) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path if raw is None else ":memory:")
    if raw is not None:
        db.deserialize(raw)
    found = db.execute("select type, name, sql from sqlite_master order by name").fetchall()
    version = db.execute("pragma user_version").fetchone()
    db.close()
    return [*found, version]


def test_the_journal_loads_no_heavy_module_and_lists_without_one(path: Path) -> None:
    filled(path)
    script = (
        "import sys; from pathlib import Path; from coach.journal.sqlite import SqliteJournal\n"
        "j = SqliteJournal(Path(sys.argv[1])); j.summaries(); j.draft('d0'); list(j.streams()); j.find('d'); j.close()\n"
        "print([name for name in ('pydantic', 'textual', 'typing_extensions') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("where", "order", "index"),
    [
        ("", "opened desc, id desc", "debriefs_opened"),
        ("owner = ?", "opened desc", "debriefs_owner"),
        ("state = 'open'", "opened desc", "debriefs_open"),
        ("verdict_class = 'A' and outcome is null and deadline < ?", "deadline", "debriefs_overdue"),
        ("next_date <= ?", "next_date", "debriefs_next"),
        ("customer = ?", "opened", "debriefs_customer"),
    ],
)
def test_the_questions_of_the_home_screen_go_by_an_index(path: Path, where: str, order: str, index: str) -> None:
    journal = SqliteJournal(path)
    question = (
        f"explain query plan select * from debriefs {'where ' + where if where else ''} order by {order} limit 50"
    )
    plan = journal._db.execute(question, ("x",) * where.count("?")).fetchall()
    journal.close()
    assert f"USING INDEX {index}" in plan[0][3]


def test_a_stream_that_is_too_long_is_refused_and_the_store_stays_as_it_is(path: Path) -> None:
    filled(path)
    journal = SqliteJournal(path)
    before = journal._events.head()
    many = [(said("x"), NOW)] * VERSIONS_PER_STREAM
    with pytest.raises(JournalError) as refused:
        journal.bulk_load([("li", "long", many, None)])
    assert refused.value.code == "stream_full"
    assert journal._events.head() == before
    assert list(journal.streams()) == ["d0", "d1"]
    journal.append("li", "new", 0, [opened(), e.StepReached(step="claim")], NOW)
    assert len(journal.read("new")) == 2
    journal.close()


def test_bulk_loading_gives_the_same_store_as_appending(path: Path) -> None:
    filled(path, 5)
    other = path.with_name("bulk.db")
    journal, bulk = SqliteJournal(path), SqliteJournal(other)
    stream = [(opened(), NOW), (said(), NOW), (asked(), NOW)]
    assert bulk.bulk_load([("li", f"d{n}", stream, None) for n in range(5)], batch=2) == 15
    assert [bulk.sealed("li", name) for name in bulk.streams()] == [
        journal.sealed("li", name) for name in journal.streams()
    ]
    assert bulk._events.head() == journal._events.head()
    with pytest.raises(JournalError, match="conflict"):
        bulk.bulk_load([("li", "d9", stream, None), ("li", "d1", stream, None)])
    with pytest.raises(JournalError, match="conflict"):
        bulk.bulk_load([("li", "d8", stream, None), ("li", "d8", stream, None)])
    assert {"d8", "d9"}.isdisjoint(bulk.streams())
    journal.close()
    bulk.close()
    SqliteJournal(other).close()


def test_the_modes_a_store_can_be_opened_in_are_rollback_journals() -> None:
    assert set(get_args(opening.JournalMode)) == {"delete", "persist"}
