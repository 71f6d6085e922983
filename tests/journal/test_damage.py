"""What doctor finds, what salvage saves, what a backup is worth."""

import json
import sqlite3
from pathlib import Path
from random import Random

import pytest

from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.event import decode
from coach.domain.history import fold
from coach.domain.summarise import summarise
from coach.journal import carving, health, rescue, schema
from coach.journal.doctor import doctor
from coach.journal.headmark import HeadMark
from coach.journal.index import Index
from coach.journal.search import Search
from coach.journal.sqlite import SqliteJournal
from coach.ports import JournalError

from .conftest import NOW, asked, opened, said

LONG = "他把合同翻到最后一页看了很久。" * 700


def fill(path: Path, debriefs: int = 8) -> dict[str, list[e.Recorded]]:
    journal = SqliteJournal(path)
    kept = {}
    for n in range(debriefs):
        stream = f"d{n}"
        events = [
            opened(),
            e.CustomerNamed(customer=f"客户{n}"),
            said(LONG if n == 3 else f"第{n}家，谈了一个小时"),
            asked(),
        ]
        row = summarise(fold(stream, [e.Recorded(stream, k, NOW, event) for k, event in enumerate(events, 1)]))
        kept[stream] = journal.append("li", stream, 0, events, NOW, row)
    journal.append("li", "practice:1", 0, [said()], NOW)
    journal.close()
    return kept


def codes(path: Path, *severities: str) -> list[str]:
    return [finding.code for finding in doctor(path) if finding.severity in (severities or ("error", "warning"))]


def tamper(path: Path, *statements: str) -> None:
    """Changes events as an expert could: with the triggers dropped, and restored afterwards."""
    guards = ("events_stay", "events_never_go")
    with sqlite3.connect(path) as db:
        for name in guards:
            db.execute(f"drop trigger {name}")
        for statement in (*statements, *(schema.expected_objects(len(schema.MIGRATIONS))[name] for name in guards)):
            db.execute(statement)
    db.close()


def test_a_sound_store_is_called_healthy(path: Path) -> None:
    fill(path)
    found = doctor(path)
    assert [finding.code for finding in found] == ["library", "healthy"]
    assert found[-1].details == {"events": 33, "streams": 9}


def test_looking_changes_nothing(path: Path) -> None:
    fill(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    doctor(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ('update events set body = \'{"text":"签了"}\' where key % 65536 = 3', "broken_chain"),
        ("update events set at = at + 1 where key = 65537", "broken_chain"),
        ("update events set body = cast(body as blob) where key = 65537", "broken_chain"),
        ("update events set chain = zeroblob(16) where key = 65537", "broken_chain"),
        ("update kinds set name = 'rep_sait' where name = 'rep_said'", "broken_chain"),
        ("delete from events where key = 65539", "broken_chain"),
        ("delete from events where key = 65540", "head_differs"),
        ("delete from streams where no = 1", "stray_events"),
        ("update streams set name = 'dx' where no = 1", "broken_chain"),
        ("update debriefs set verdict_class = 'A' where id = 'd1'", "projection_differs"),
        ("delete from debriefs where id = 'd1'", "projection_differs"),
        ("update store set events = 3", "tail_lost"),
    ],
)
def test_what_was_tampered_with_is_named(path: Path, statement: str, code: str) -> None:
    fill(path)
    tamper(path, statement)
    assert code in codes(path)


def test_a_tampered_event_is_not_read_as_if_nothing_were(path: Path) -> None:
    fill(path)
    tamper(path, 'update events set body = \'{"text":"签了"}\' where key = 65539')
    journal = SqliteJournal(path)
    with pytest.raises(JournalError) as refused:
        journal.read("d0")
    assert (refused.value.code, refused.value.details["stream"], refused.value.details["version"]) == (
        "damaged",
        "d0",
        3,
    )
    assert len(journal.read("d1")) == 4
    journal.close()


@pytest.mark.parametrize(
    "statement", ["drop trigger events_stay", "drop index debriefs_open", "drop table notes", "alter table store add x"]
)
def test_a_store_whose_tables_were_changed_is_damaged(path: Path, statement: str) -> None:
    fill(path)
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()
    assert codes(path)[0] == "damaged"
    with pytest.raises(JournalError, match="damaged"):
        SqliteJournal(path)


def test_the_place_is_looked_at_too(path: Path) -> None:
    cloudy = path.parent / "Dropbox" / "coach.db"
    fill(cloudy, 1)
    cloudy.chmod(0o644)
    HeadMark(cloudy).path.unlink()
    assert codes(cloudy) == ["open_to_others", "cloud_folder", "no_mark"]


def test_what_cannot_be_opened_is_named(path: Path) -> None:
    assert codes(path) == []
    assert "missing" in codes(path, "ok")
    fill(path, 1)
    path.unlink()
    assert codes(path) == ["lost"]
    path.touch(0o600)
    assert codes(path) == ["empty_file"]


def leave_a_journal(path: Path) -> bytes:
    """Leaves the store like a process that died between writing the pages and removing its journal."""
    before = path.read_bytes()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("pragma cache_spill = 1")
    db.execute("pragma cache_size = 1")
    db.execute("begin immediate")
    db.execute("update notes set text = 'unfinished' || text")
    for n in range(200):
        db.execute("insert into notes values (?, ?, null)", (f"n{n}", "x" * 3000))
    half, journal = path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()
    db.execute("rollback")
    db.close()
    path.write_bytes(half)
    path.with_name(path.name + "-journal").write_bytes(journal)
    return before


def test_a_journal_left_by_a_crash_is_told_and_rolled_back_elsewhere(path: Path) -> None:
    kept = fill(path)
    leave_a_journal(path)
    half = path.read_bytes()
    assert codes(path) == ["leftover_journal"]
    assert path.read_bytes() == half
    assert rescue.salvage(path, path.with_name("saved.db")).events == 33
    journal = SqliteJournal(path)
    assert {name: journal.read(name) for name in kept} == kept
    assert journal.get_note("n1") is None
    journal.close()
    assert codes(path) == []


@pytest.mark.parametrize(("spot", "code"), [(60, "newer"), (68, "damaged")])
def test_what_is_not_ours_to_write_is_not_rolled_back_either(path: Path, spot: int, code: str) -> None:
    fill(path)
    leave_a_journal(path)
    raw = path.read_bytes()
    path.write_bytes(raw[:spot] + bytes([0, 0, 0, 99]) + raw[spot + 4 :])
    before = {file.name: file.read_bytes() for file in path.parent.glob("coach.db*")}
    with pytest.raises(JournalError, match=code):
        SqliteJournal(path)
    assert {file.name: file.read_bytes() for file in path.parent.glob("coach.db*")} == before
    assert "coach.db-journal" in before


def test_a_flipped_byte_is_named_or_harmless_and_the_rest_is_saved(path: Path) -> None:
    kept = fill(path)
    sound, rng = path.read_bytes(), Random(11)
    journal = SqliteJournal(path)
    rows = journal.summaries()
    journal.close()
    quiet = 0
    for n in range(60):
        spot = rng.randrange(len(sound)) if n % 4 else rng.randrange(4096)
        flipped = bytearray(sound)
        flipped[spot] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        found = codes(path)
        if not found:
            quiet += 1
            journal = SqliteJournal(path)
            assert {name: journal.read(name) for name in kept} == kept, spot
            assert journal.summaries() == rows, spot
            journal.close()
        target = path.parent / f"saved{n}.jsonl"
        saved = rescue.salvage(path, target)
        assert saved.events + saved.rest >= 28, spot
        for line in map(json.loads, target.read_text("utf-8").splitlines()):
            if line["verified"] and line["stream"] in kept:
                event = kept[line["stream"]][line["version"] - 1].event
                assert decode(line["kind"], line["body"]) == event, spot
    assert quiet < 60


def test_a_count_that_is_no_number_any_more_is_damage(path: Path) -> None:
    fill(path)
    raw = bytearray(path.read_bytes())
    spot = next(
        at for at in range(len(raw) - 5) if raw[at : at + 4] == bytes([4, 0, 1, 44]) and raw[at + 4] == 33
    )  # the header of the one row of `store`, and its 33 events
    raw[spot + 2] = 0
    path.write_bytes(bytes(raw))
    assert codes(path)[0] == "damaged"
    with pytest.raises(JournalError, match="damaged"):
        SqliteJournal(path)


def test_a_name_that_is_no_text_any_more_is_named_by_the_doctor(path: Path) -> None:
    fill(path)
    raw = bytearray(path.read_bytes())
    spot = raw.index(b"lid3")  # the row of stream d3: its header of three columns stands right before
    assert raw[spot - 2 : spot] == bytes([17, 17])
    raw[spot - 2] = 16  # two bytes of text become a blob of two bytes
    path.write_bytes(bytes(raw))
    assert "stray_events" in codes(path)
    journal = SqliteJournal(path)
    assert "d3" not in list(journal.streams())
    assert len(journal.read("d2")) == 4
    journal.close()


def test_a_store_without_its_header_is_saved_whole(path: Path) -> None:
    kept = fill(path)
    broken = bytes(4096) + path.read_bytes()[4096:]
    path.write_bytes(broken)
    target = path.with_name("saved.db")
    assert rescue.salvage(path, target) == (33, 9, 0)
    assert path.read_bytes() == broken
    journal = SqliteJournal(target)
    assert {name: journal.read(name) for name in kept} == kept
    assert len(journal.summaries()) == 8
    journal.close()
    assert codes(target) == []


def test_a_new_store_takes_what_verifies_and_the_rest_lies_beside(path: Path) -> None:
    fill(path)
    tamper(path, 'update events set body = \'{"text":"签了"}\' where key = 65539')
    target = path.with_name("saved.db")
    assert rescue.salvage(path, target) == (31, 9, 2)
    lines = path.with_name("saved.db.rest.jsonl").read_text("utf-8").splitlines()
    assert [(line["stream"], line["version"], line["verified"]) for line in map(json.loads, lines)] == [
        ("d0", 3, False),
        ("d0", 4, False),
    ]
    assert target.with_name("saved.db.rest.jsonl").stat().st_mode & 0o77 == 0
    assert codes(target) == []


def test_what_a_newer_program_wrote_lies_beside_what_this_one_can_read(path: Path) -> None:
    fill(path, 2)
    journal = SqliteJournal(path)
    journal.append("li", "practice:2", 0, [said(), e.Event(kind="from_the_future"), said()], NOW)
    journal.close()
    target = path.with_name("saved.db")
    assert rescue.preview_salvage(path) == rescue.salvage(path, target) == (10, 4, 2)
    lines = path.with_name("saved.db.rest.jsonl").read_text("utf-8").splitlines()
    assert [(line["stream"], line["version"]) for line in map(json.loads, lines)] == [
        ("practice:2", 2),
        ("practice:2", 3),
    ]
    assert codes(target) == []


@pytest.mark.parametrize("table", ["streams", "kinds"])
def test_what_a_lost_table_said_its_index_says_again_and_the_chain_bears_it_out(path: Path, table: str) -> None:
    kept = fill(path)
    db = sqlite3.connect(path)
    (page,) = db.execute("select rootpage from sqlite_master where name = ?", [table]).fetchone()
    db.close()
    raw = bytearray(path.read_bytes())
    raw[4096 * (page - 1) : 4096 * page] = bytes(4096)
    path.write_bytes(bytes(raw))
    target = path.with_name("saved.db")
    assert rescue.preview_salvage(path) == rescue.salvage(path, target) == (33, 9, 0)
    journal = SqliteJournal(target)
    assert {name: journal.read(name) for name in kept} == kept
    journal.close()


def test_what_no_store_takes_in_can_be_read_by_people_and_makes_no_empty_store(path: Path) -> None:
    fill(path)
    tamper(path, "update events set at = at + 1 where key % 65536 = 1")
    target = path.with_name("saved.db")
    saved = rescue.salvage(path, target)
    assert (saved.events, saved.rest) == (0, 33)
    assert not target.exists()
    words = path.with_name("saved.db.rest.txt")
    assert "== d0 li\n" in words.read_text("utf-8")
    assert "\n> " in words.read_text("utf-8")
    assert words.stat().st_mode & 0o77 == 0


def test_nothing_is_saved_over_another_file_nor_out_of_nothing(path: Path) -> None:
    fill(path, 1)
    with pytest.raises(JournalError, match="target_exists"):
        rescue.salvage(path, path)
    empty = path.with_name("empty")
    empty.touch()
    with pytest.raises(JournalError, match="nothing_found"):
        rescue.salvage(empty, path.with_name("saved.db"))


def test_a_backup_is_complete_and_private(path: Path) -> None:
    kept = fill(path)
    journal = SqliteJournal(path)
    journal.erase("li", "d1", [3], NOW)
    target = path.with_name("copy.db")
    assert rescue.backup(path, target) == 33
    journal.close()
    assert target.stat().st_mode & 0o77 == 0
    copy = SqliteJournal(target)
    assert copy.read("d3") == kept["d3"]
    assert copy.read("d1")[2].event.kind == "erased"
    copy.close()
    with pytest.raises(JournalError, match="target_exists"):
        rescue.backup(path, target)


def test_a_backup_of_a_damaged_store_is_refused_and_leaves_nothing(path: Path) -> None:
    fill(path)
    tamper(path, "update events set at = at + 1 where key = 65539")
    target = path.with_name("copy.db")
    with pytest.raises(JournalError, match="broken_chain"):
        rescue.backup(path, target)
    assert list(path.parent.glob("copy*")) == []


def test_a_store_that_lost_its_end_is_not_backed_up_as_if_it_were_whole(path: Path) -> None:
    fill(path, 1)
    earlier = path.read_bytes()
    journal = SqliteJournal(path)
    journal.append("li", "d0", 4, [said()], NOW)
    journal.close()
    path.write_bytes(earlier)
    with pytest.raises(JournalError, match="tail_lost"):
        rescue.backup(path, path.with_name("copy.db"))
    assert list(path.parent.glob("copy*")) == []


def test_a_known_loss_is_accepted_by_moving_the_mark_away(path: Path) -> None:
    fill(path, 1)
    earlier = path.read_bytes()
    fill(path.with_name("other.db"), 3)
    HeadMark(path).path.write_bytes(HeadMark(path.with_name("other.db")).path.read_bytes())
    assert "tail_lost" in codes(path)
    HeadMark(path).path.unlink()
    SqliteJournal(path).close()
    assert "tail_lost" not in codes(path)
    assert path.read_bytes() == earlier


def test_an_erased_text_is_nowhere_in_the_file(path: Path) -> None:
    journal = SqliteJournal(path)
    secret = "王总身份证号三三零一"
    journal.append("li", "d1", 0, [opened(), e.NextLineKept(text=secret), said(secret)], NOW)
    journal.rebuild()
    journal.save_draft("d1", secret)
    assert secret.encode() in path.read_bytes()
    journal.erase("li", "d1", [2, 3], NOW, "asked for")
    assert secret.encode() not in path.read_bytes()
    assert journal.draft("d1") == ""
    journal.close()
    assert codes(path) == []


def test_of_a_debrief_that_was_erased_whole_nothing_is_left_and_nothing_is_amiss(path: Path) -> None:
    journal = SqliteJournal(path)
    secret = "王总身份证号三三零一"
    events = [opened(), e.CustomerNamed(customer=secret), said(secret)]
    row = summarise(fold("d1", [e.Recorded("d1", n, NOW, event) for n, event in enumerate(events, 1)]))
    journal.append("li", "d1", 0, events, NOW, row)
    journal.erase("li", "d1", [1, 2, 3], NOW, "asked for")
    journal.close()
    assert secret.encode() not in path.read_bytes()
    assert codes(path) == []


def test_file_systems_are_known_by_name() -> None:
    assert health._file_system(Path("/proc/self")) in ("proc", "")


@pytest.mark.parametrize("column", ["visit_date", "deadline", "next_date", "outcome_on"])
def test_a_row_whose_day_is_none_is_named_and_computed_anew(path: Path, column: str) -> None:
    fill(path)
    tamper(path, f"update debriefs set {column} = '2026-13-02' where id = 'd1'")
    journal = SqliteJournal(path)
    with pytest.raises(JournalError) as refused:
        journal.summaries()
    assert (refused.value.code, refused.value.details) == ("row_damaged", {"stream": "d1"})
    journal.rebuild()
    assert journal.summaries()


@pytest.mark.parametrize("table", ["drafts", "notes"])
def test_a_letter_changed_beside_the_events_is_told_and_not_taken_away(path: Path, table: str) -> None:
    fill(path)
    journal = SqliteJournal(path)
    journal.save_draft("d0", "half-typed")
    journal.set_note("filters", "half-typed")
    assert "beside_differs" not in codes(path)
    tamper(path, f"update {table} set text = 'half-tyqed'")
    assert "beside_differs" in codes(path)
    assert "half-tyqed" in (journal.draft("d0"), journal.get_note("filters"))


def test_one_damaged_row_costs_neither_the_search_nor_the_other_checks(path: Path) -> None:
    fill(path)
    tamper(path, "update debriefs set visit_date = '2026-13-02' where id = 'd1'")
    found = doctor(path)
    assert [one.details["count"] for one in found if one.code == "projection_differs"] == [1]
    assert not any(one.severity == "error" for one in found)


@pytest.mark.parametrize(
    "statement",
    [
        "update events set body = '{\"text\":' where key % 65536 = 3",
        "update events set body = '[1]' where body like '%on time%'",
        "update events set at = 'never' where key % 65536 = 1",
        "update kinds set name = 'of_tomorrow' where name = 'commented'",
    ],
)
def test_an_event_that_cannot_be_read_costs_inbox_and_search_no_other(path: Path, statement: str) -> None:
    kept = fill(path)
    journal = SqliteJournal(path)
    journal.append("boss", "review:d1", 0, [r.Commented(text="on time", by="boss"), r.MarkedRead(by="boss")], NOW)
    journal.close()
    tamper(path, statement)
    index = Index(path)
    assert index.catch_up() == sum(map(len, kept.values())) + 3
    assert len(Search(index).find("判断")) == len(kept)
    assert index.behind() == 0
    index.close()


def test_a_row_whose_pages_lead_in_a_circle_is_read_no_longer_than_its_file(path: Path) -> None:
    page, here = carving.PAGE, carving._SHORTEST
    length = here + (page - 4) * 2**26
    leaf = bytearray(page)
    leaf[:10] = bytes([0x0D, 0, 0, 0, 1, 0, 0, 0, 0, 100])  # one cell, at 100: its length, its key, its beginning
    leaf[100:107] = bytes(
        [length >> 35 | 0x80, *(length >> n & 0x7F | 0x80 for n in (28, 21, 14, 7)), length & 0x7F, 1]
    )
    leaf[107 + here : 111 + here] = (2).to_bytes(4, "big")
    path.parent.mkdir()
    path.write_bytes(bytes(page) + (2).to_bytes(4, "big") + bytes(page - 4) + leaf)
    assert list(carving.carve(path)) == []


def test_a_version_of_nought_is_damage_and_said_so(path: Path) -> None:
    fill(path)
    raw = bytearray(path.read_bytes())
    raw[60:64] = bytes(4)
    path.write_bytes(raw)
    assert [one.code for one in doctor(path) if one.severity == "error"] == ["damaged"]
    with pytest.raises(JournalError, match="damaged"):
        SqliteJournal(path)
