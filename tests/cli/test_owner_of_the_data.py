"""What the owner of the data does with it: takes a debrief out for good, puts a backup back, moves to another machine."""

import json
import re
from pathlib import Path

import pytest
from scripts.torture.commands import run

from coach.journal.hand import hand_of_store

TODAY = ("--today", "2026-11-23")
CUSTOMER = "Kestrel Print"


def debriefs(store: Path, *options: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("list", "--json", *options, "--data", store, *TODAY).out)
    return found


def of_customer(store: Path) -> str:
    return debriefs(store, "--customer", CUSTOMER)[0]["id"]


def files_with(store: Path, text: str) -> list[Path]:
    return [file for file in store.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


def test_nothing_is_erased_before_it_was_said_twice(demo: Path) -> None:
    name, before = of_customer(demo), (demo / "coach.db").read_bytes()
    asked = run("erase", name, "--data", demo, *TODAY)
    assert asked.status == 2
    assert CUSTOMER in asked.said
    assert "--yes" in asked.said
    assert (demo / "coach.db").read_bytes() == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_erased_debrief_is_in_no_list_and_in_no_file(demo: Path, language: str) -> None:
    name = of_customer(demo)
    run("inbox", "--data", demo, *TODAY)  # the index knows it
    run("practise", "--from", name, "--plain", "--data", demo, *TODAY, given=b"hello there\n")
    count = len(debriefs(demo))
    done = run("erase", name, "--yes", "--lang", language, "--data", demo, *TODAY)
    assert done.status == 0, done.said
    assert CUSTOMER in done.out
    assert len(debriefs(demo)) == count - 1
    assert CUSTOMER not in run("inbox", "--data", demo, *TODAY).out
    assert CUSTOMER not in run("due", "--data", demo, *TODAY).out
    assert "Gareth" not in run("practise", "--attempts", "--json", "--data", demo, *TODAY).out
    assert files_with(demo, CUSTOMER) == []
    again = run("show", name, "--lang", language, "--data", demo, *TODAY)
    assert again.status == 1
    assert phrase_of_erased(language) in again.said
    assert [one["severity"] for one in json.loads(run("doctor", "--json", "--data", demo).out) if one["severity"] != "ok"] == []  # fmt: skip


def phrase_of_erased(language: str) -> str:
    return {"en": "was erased", "zh": "已经抹掉"}[language]


def test_a_share_file_hands_on_that_it_was_erased_and_not_what_it_said(demo: Path, tmp_path: Path) -> None:
    name, file = of_customer(demo), tmp_path / "week"
    run("erase", name, "--yes", "--data", demo, *TODAY)
    assert run("share", "--all", "--to", file, "--data", demo, *TODAY).status == 0
    assert CUSTOMER not in file.read_text("utf-8")
    assert run("take", file, "--data", tmp_path / "boss", *TODAY).status == 0
    assert name not in {row["id"] for row in debriefs(tmp_path / "boss")}
    assert run("doctor", "--data", tmp_path / "boss").status == 0


def test_a_backup_is_put_back_and_what_was_there_is_kept_aside(demo: Path, tmp_path: Path) -> None:
    copied, name, hand = tmp_path / "copy.db", of_customer(demo), hand_of_store(demo / "coach.db")
    assert run("backup", copied, "--data", demo).status == 0
    run("outcome", name, "lost", "--data", demo, *TODAY)
    done = run("restore", copied, "--json", "--data", demo)
    assert done.status == 0, done.said
    assert debriefs(demo, "--customer", CUSTOMER)[0]["outcome"] is None
    assert hand_of_store(demo / "coach.db") != hand
    examined = run("doctor", "--data", demo)
    assert examined.status == 0, examined.said
    assert "head" not in examined.out
    aside = tmp_path / "aside"
    aside.mkdir()
    Path(json.loads(done.out)["aside"]).rename(aside / "coach.db")
    assert debriefs(aside, "--customer", CUSTOMER)[0]["outcome"] == "lost"


def test_a_backup_opens_on_a_machine_that_had_no_store(demo: Path, tmp_path: Path) -> None:
    copied, there = tmp_path / "copy.db", tmp_path / "new" / "coach"
    run("backup", copied, "--data", demo)
    assert run("restore", copied, "--data", there).status == 0
    assert debriefs(there) == debriefs(demo)


def test_a_lost_store_is_had_back_from_a_backup(demo: Path, tmp_path: Path) -> None:
    copied, before = tmp_path / "copy.db", debriefs(demo)
    run("backup", copied, "--data", demo)
    (demo / "coach.db").unlink()
    assert "coach restore" in run("list", "--data", demo).said
    assert run("restore", copied, "--data", demo).status == 0
    assert debriefs(demo) == before


def test_what_is_no_backup_changes_nothing(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "week"
    run("share", "--all", "--to", file, "--data", demo, *TODAY)
    before = (demo / "coach.db").read_bytes()
    refused = run("restore", file, "--data", demo)
    assert refused.status == 1
    assert "coach take" in refused.said
    assert run("restore", tmp_path / "none", "--data", demo).status == 2
    assert (demo / "coach.db").read_bytes() == before
    assert {one.name for one in demo.iterdir()} <= {"coach.db", "coach.db.head", "coach-index.db", "locks"}


def test_who_takes_in_a_backup_is_told_what_it_is_for(demo: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copy.db"
    run("backup", copied, "--data", demo)
    refused = run("take", copied, "--data", tmp_path / "boss")
    assert refused.status == 1
    assert "coach restore" in refused.out


def test_where_things_lie_and_under_which_name_is_said(demo: Path, tmp_path: Path) -> None:
    told = run("doctor", "--data", demo, "--rep", "Dana").out.splitlines()[0]
    for part in (demo / "coach.db", tmp_path / "config.toml", "Dana"):
        assert str(part) in told
    handed = run("share", "--to", tmp_path / "week", "--rep", "Dana", "--data", demo, *TODAY).out
    assert "handed over by Dana" in handed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_list_with_nothing_in_it_says_where_it_looked(blank: Path, language: str) -> None:
    assert str(blank) in run("list", "--data", blank, "--lang", language).out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_salvage_of_what_is_whole_speaks_of_no_rest(demo: Path, tmp_path: Path, language: str) -> None:
    for name in ("saved.db", "saved.jsonl"):
        assert not re.search(r"\b0\b", run("salvage", tmp_path / name, "--data", demo, "--lang", language).out)
