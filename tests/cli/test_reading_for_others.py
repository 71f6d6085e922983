"""What somebody who reads the debriefs of others finds at the command line: whose each one is, what has run out, what
went to and fro.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from scripts.torture.commands import Done, run

from coach import phrases
from coach.cells import cells
from tests.made_up import store

TODAY = "2026-11-23"
Reader = Callable[..., Done]


def at(folder: Path) -> Reader:
    """Runs commands at the stores in the folder: a reader's, or one named by `data`."""

    def go(*words: object, data: str = "boss", rep: str = "Max", lang: str = "en", today: str = TODAY) -> Done:
        return run(*words, "--data", folder / data, "--rep", rep, "--today", today, "--lang", lang)

    return go


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stores of a team and of a reader who took in what two of its reps handed over, and their files."""
    folder = tmp_path_factory.mktemp("handed-over")
    go = at(folder)
    store(folder / "team", 120)
    reps = sorted({row["owner"] for row in go("list", "--json", data="team").data})[:2]
    for rep in reps:
        file = folder / f"{rep}.share"
        assert go("names", "--mine", rep, *(x for other in reps if other != rep for x in ("--other", other)), data="team", rep=rep).status == 0  # fmt: skip
        assert go("share", "--to", file, "--owner", rep, data="team", rep=rep).status == 0
        assert go("take", file).status == 0
    return folder


@pytest.fixture
def boss(handed_over: Path, tmp_path: Path) -> Reader:
    """Runs commands at copies of these stores, the reader's if none is named."""
    shutil.copytree(handed_over, tmp_path, dirs_exist_ok=True)
    return at(tmp_path)


def reps_of(boss: Reader) -> list[str]:
    return sorted({row["owner"] for row in boss("list", "--json").data})


def test_every_row_about_others_names_its_rep(boss: Reader) -> None:
    reps = reps_of(boss)
    assert len(reps) == 2
    for command in (("due", "--everybody"), ("list",)):
        rows = [line for line in boss(*command).out.splitlines() if re.match(r" *\w+  ?\d{4}|  \d{4}-", line)]
        assert rows, command
        assert all(any(f"  {rep}" in row for rep in reps) for row in rows), command
    titles = [row["title"] for row in boss("calendar", "--everybody", "--json").data]
    assert titles
    assert all(any(f"({rep})" in title for rep in reps) for title in titles)


def test_a_reader_with_no_visits_of_his_own_is_pointed_to_what_is_due_of_the_others(boss: Reader) -> None:
    told = boss("due").out
    assert "--everybody" in told
    assert phrases.load("en").say("due.none") not in told


@pytest.mark.parametrize("command", ["inbox", "list"])
def test_names_of_either_script_leave_the_next_column_straight(command: str, boss: Reader) -> None:
    reps = reps_of(boss)
    rows = [line for line in boss(command).out.splitlines() if re.search(r"\d{4}-\d\d-\d\d", line)]
    columns = {cells(row[: row.index(f"  {rep}")]) for row in rows for rep in reps if f"  {rep}" in row}
    assert len(rows) > 10
    assert len(columns) == 1


def test_a_b_or_c_that_ran_out_stands_in_the_inbox_as_in_every_list_r8(boss: Reader) -> None:
    later = "2027-01-10"
    due = boss("due", "--everybody", "--limit", "500", "--json", today=later).data["overdue"]
    rows = {row["id"]: row for row in boss("inbox", "--limit", "500", "--json", today=later).data["debriefs"]}
    assert {name for name, row in rows.items() if row["run_out"]} == {row["id"] for row in due}
    assert {row["verdict_class"] for row in rows.values() if "overdue" in row["reasons"]} == {"A"}
    for command in ("inbox", "list"):
        lines = boss(command, "--limit", "500", today=later).out.splitlines()
        for row in due:
            if not rows[row["id"]]["overruled"]:
                shown = f"  {row['verdict_class']}→{'/'.join(row['now'])}  "
                assert shown in next(line for line in lines if row["id"] in line)
    assert {row["verdict_class"] for row in due if not rows[row["id"]]["overruled"]} == {"A", "B", "C"}


def test_an_a_that_ran_out_stands_nowhere_as_an_a(boss: Reader) -> None:
    overdue = [row["id"] for row in boss("due", "--everybody", "--json").data["overdue"] if row["verdict_class"] == "A"]
    listed = {line[2:].split()[0]: line for line in boss("inbox", "--limit", "500").out.splitlines()[1:]}  # fmt: skip
    assert overdue
    assert all("  A→B/D  " in listed[name] for name in overdue)
    assert phrases.load("en").say("show.class", **{"class": "A→B/D"}, rules="R1") in boss("show", overdue[0]).out
    told = boss("show", overdue[0], lang="zh").out
    assert "过期了（R8），重新判：B 还是 D？" in told
    for kind in ("md", "html"):
        printed = boss("export", overdue[0], "--format", kind).out
        assert "A→B/D" in printed
        assert phrases.load("en").say("show.class", **{"class": "A"}, rules="R1") not in printed


def test_what_due_asks_to_judge_again_shows_the_class_a_reader_has_put_over_it(boss: Reader) -> None:
    name = next(
        row["id"] for row in boss("due", "--everybody", "--json").data["overdue"] if row["verdict_class"] == "A"
    )
    boss("review", name, "--overrule", "B", "--reason", "the partner has a say")
    (row,) = (line for line in boss("due", "--everybody").out.splitlines() if f"({name})" in line and "A→B" in line)
    assert "A→B  " in row


def test_a_line_is_commented_on_by_the_number_that_show_gives_it(boss: Reader) -> None:
    row = boss("inbox", "--json").data["debriefs"][0]
    lines = boss("show", row["id"]).out.splitlines()
    assert lines[0] == phrases.load("en").say("show.rep", rep=row["owner"])
    number = next(line.split()[0] for line in lines if re.match(rf" +\d+  {re.escape(row['owner'])}", line))
    assert boss("review", row["id"], "--comment", "why so fast?", "--line", number).status == 0
    assert f"Max (line {number}): why so fast?" in boss("show", row["id"]).out


@pytest.mark.parametrize("words", [("--line", "3"), ("--reason", "because")])
def test_half_a_remark_is_refused_and_not_passed_over(words: tuple[str, str], boss: Reader) -> None:
    name = boss("inbox", "--json").data["debriefs"][0]["id"]
    for language in phrases.LANGUAGES:
        refused = boss("review", name, *words, lang=language)
        assert (refused.status, words[0] in refused.said) == (2, True)


def test_a_rep_is_found_in_any_case_and_by_how_his_name_begins_and_a_stranger_is_told_who_is_here(boss: Reader) -> None:
    first, second = reps_of(boss)
    whole = boss("inbox", "--owner", first, "--json").data["count"]
    assert boss("inbox", "--owner", first.upper(), "--json").data["count"] == whole > 0
    for command in ("due", "list"):
        told = boss(command, "--owner", first.upper()).out
        assert first in told
        assert second not in told
    for words in (
        ("inbox",),
        ("search", "a"),
        ("ledger",),
        ("export",),
        ("share", "--to", "never"),
        ("due",),
        ("list",),
    ):
        done = boss(*words, "--owner", "Nobody")
        assert (done.status, first in done.said, second in done.said) == (2, True, True), words


def test_what_was_taken_in_is_told_by_rep_and_a_reader_hands_each_rep_only_his_own(
    boss: Reader, tmp_path: Path
) -> None:
    first, second = reps_of(boss)
    for rep in (first, second):
        name = boss("inbox", "--owner", rep, "--json").data["debriefs"][0]["id"]
        boss("review", name, "--comment", f"about {rep}")
    file = tmp_path / "back"
    assert boss("share", "--to", file, "--owner", first).status == 0
    words = file.read_text("utf-8")
    assert f"about {first}" in words
    assert f"about {second}" not in words
    told = boss("take", file, data="team", rep=first).out
    assert phrases.load("en").say("handover.remarks_of", by="Max", count=1) in told
    again = boss("take", tmp_path / f"{first}.share", data="other").out
    assert re.search(rf"\d+ debriefs by {re.escape(first)}", again)
    assert boss("share", "--to", tmp_path / "rest").status == 0, "the other's is still to be handed over"


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_what_is_still_to_come_is_no_outcome(lang: str, boss: Reader) -> None:
    name = boss("inbox", "--outcome", "open", "--json").data["debriefs"][0]["id"]
    refused = boss("outcome", name, "signed", "--on", "2026-11-24", lang=lang)
    assert refused.status == 2
    assert "2026-11-24" in refused.said
    assert boss("outcome", name, "signed", "--on", TODAY).status == 0


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_salvage_says_which_file_is_the_new_one_and_where_there_is_nothing_to_copy(
    lang: str, boss: Reader, tmp_path: Path
) -> None:
    kept = tmp_path / "boss" / "coach.db"
    onto = boss("salvage", kept, lang=lang)
    assert onto.status == 1
    assert "--data" in onto.said
    none = boss("salvage", tmp_path / "new.db", data="nothing", lang=lang)
    assert none.status == 1
    assert str(tmp_path / "nothing" / "coach.db") in none.said


def test_an_export_to_a_name_that_tells_no_format_asks_for_one(boss: Reader, tmp_path: Path) -> None:
    refused = boss("export", "--to", tmp_path / "team.xlsx")
    assert refused.status == 2
    assert "--format" in refused.said
    assert not (tmp_path / "team.xlsx").exists()
    assert boss("export", "--to", tmp_path / "team.xlsx", "--format", "csv").status == 0


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_the_ledger_shows_who_rates_too_high_before_a_single_outcome_and_fits_a_screen(lang: str, boss: Reader) -> None:
    book = phrases.load(lang)
    found = {group["key"]: group["too_high"] for group in boss("ledger", "--json").data["by_rep"]}
    lines = boss("ledger", "--by", "rep", lang=lang).out.splitlines()
    assert book.say("ledger.head.too_high") in "\n".join(lines)
    for rep in reps_of(boss):
        row = next(line for line in lines if line.startswith(rep))
        assert f" {found[rep]['hits']}/{found[rep]['of']} " in row
        assert cells(row) <= 80


def test_the_inbox_says_by_what_it_is_sorted(boss: Reader) -> None:
    heads = {sort: boss("inbox", "--sort", sort).out.splitlines()[0] for sort in ("reasons", "latest", "customer")}
    assert len(set(heads.values())) == 3
