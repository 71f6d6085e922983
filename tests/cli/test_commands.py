"""Every command, from an empty store and from a furnished one; --json is JSON; errors say what and what to do."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from scripts.torture.commands import Done, lines, run

from coach import phrases
from coach.cli.rows import named
from coach.domain.debrief import Debrief
from coach.domain.summarise import summarise

TODAY = ("--today", "2026-11-23")
READING = (("list",), ("due",), ("calendar",), ("doctor",), ("rebuild",))


def zh_or_en(done: Done, language: str) -> bool:
    """Whether a message is in the language asked for."""
    return any("\u4e00" <= char <= "\u9fff" for char in done.said) == (language == "zh")


@pytest.mark.parametrize("command", READING, ids="-".join)
def test_a_command_works_before_the_first_debrief(command: tuple[str, ...], empty: Path) -> None:
    usual = {"COACH_DATA": "", "XDG_DATA_HOME": str(empty)}
    plain = run(*command, *TODAY, environ=usual)
    assert plain.status == 0, plain.said
    done = run(*command, "--json", *TODAY, environ=usual)
    assert done.status == 0, done.said
    json.loads(done.out)


@pytest.mark.parametrize("command", READING, ids="-".join)
def test_a_command_works_on_a_furnished_store(command: tuple[str, ...], demo: Path) -> None:
    for language in ("zh", "en"):
        plain = run(*command, "--data", demo, "--lang", language, *TODAY)
        assert plain.status == 0, plain.said
        assert plain.out.strip()
    assert run(*command, "--data", demo, "--json", *TODAY).data


def test_options_stand_before_or_after_the_command(demo: Path) -> None:
    assert run("--data", demo, *TODAY, "list", "--json").raw == run("list", "--json", "--data", demo, *TODAY).raw


def test_list_shows_thirty_latest_first_and_narrows(demo: Path) -> None:
    rows = run("list", "--data", demo, "--json", *TODAY).data
    assert len(rows) == 30
    assert [row["opened"] for row in rows] == sorted((row["opened"] for row in rows), reverse=True)
    only = run("list", "--data", demo, "--json", "--class", "A", "--limit", 3, *TODAY).data
    assert [row["verdict_class"] for row in only] == ["A"] * 3
    assert (
        len(run("list", "--data", demo, "--json", "--state", "open", *TODAY).data)
        + len(run("list", "--data", demo, "--json", "--state", "recorded", *TODAY).data)
        == 30
    )
    assert [
        row["customer"] for row in run("list", "--data", demo, "--json", "--customer", "whitfield", *TODAY).data
    ] == ["Whitfield Cold Store"]


def test_every_debrief_listed_is_shown_in_both_languages_and_as_json(demo: Path) -> None:
    for row in run("list", "--data", demo, "--json", *TODAY).data:
        record = run("show", row["id"], "--data", demo, "--json").data
        assert (record["id"], record["customer"]) == (row["id"], row["customer"])
        assert record["verdict"]["class"] == row["verdict_class"]
    for language in ("zh", "en"):
        assert row["id"] in run("show", row["id"], "--data", demo, "--lang", language).out


def test_a_record_fits_its_published_schema(demo: Path) -> None:
    schema = run("schema").data
    record = run("show", run("list", "--data", demo, "--json").data[0]["id"], "--data", demo, "--json").data
    assert set(schema["required"]) <= set(record) <= set(schema["properties"])


def test_due_puts_an_overdue_a_first_and_says_what_it_may_become(demo: Path) -> None:
    due = run("due", "--data", demo, "--json", *TODAY).data
    assert due["overdue"]
    assert all(date.fromisoformat(row["deadline"]) < date(2026, 11, 23) for row in due["overdue"])
    classes = [row["verdict_class"] for row in due["overdue"]]
    assert classes == sorted(classes)
    assert due["overdue"][0]["now"] == ["B", "D"]


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_due_as_json_has_the_lists_of_its_text_as_the_readme_names_them(readme: str, demo: Path) -> None:
    later = ("--data", demo, "--today", "2026-11-27", "--days", 30)
    due, said = run("due", *later, "--json").data, run("due", *later, "--lang", "en").out
    documented = Path(__file__).resolve().parents[2].joinpath(readme).read_text("utf-8")
    for name, rows in due.items():
        assert f"`{name}`" in documented
        for row in rows if name != "left_out" else ():
            assert row["id"] in said
    assert due["late"]
    assert "Steps whose day has passed" in said
    name = due["late"][0]["id"]
    run("review", name, "--overrule", "D", "--reason", "no money", "--rep", "Boss", "--data", demo)
    after = run("due", *later, "--json").data["late"]
    assert {row["id"]: row["overruled"] for row in after}[name] == "D"


def test_an_outcome_is_kept_and_takes_the_customer_off_what_is_due(demo: Path) -> None:
    name = run("due", "--data", demo, "--json", *TODAY).data["overdue"][0]["id"]
    done = run("outcome", name, "lost", "--reason", "price", "--data", demo, *TODAY)
    assert done.status == 0, done.said
    assert run("show", name, "--data", demo, "--json").data["outcome"] == {
        "outcome": "lost",
        "on": "2026-11-23",
        "reason": "price",
        "by": "",
    }
    assert name not in run("due", "--data", demo, "--json", *TODAY).out


def test_the_beginning_or_end_of_an_id_is_enough(demo: Path) -> None:
    rows = run("list", "--data", demo, "--json").data
    names = [row["id"] for row in rows]
    short = next(n[:8] for n in names if sum(o.startswith(n[:8]) or o.endswith(n[:8]) for o in names) == 1)
    assert run("show", short, "--data", demo, "--json").data["id"].startswith(short)


def test_the_calendar_is_a_calendar_and_never_overwrites_unasked(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "due dates.ics"
    assert run("calendar", "--data", demo, "-o", file, *TODAY).status == 0
    first = file.read_bytes()
    assert first.startswith(b"BEGIN:VCALENDAR")
    assert max(map(len, first.split(b"\r\n"))) <= 75
    again = run("calendar", "--data", demo, "-o", file, *TODAY)
    assert again.status == 1
    assert "--force" in again.said
    assert file.name in again.said
    assert run("calendar", "--data", demo, "-o", file, "--force", *TODAY).status == 0
    missing = run("calendar", "--data", demo, "-o", tmp_path / "no" / "such.ics", *TODAY)
    assert missing.status == 1
    assert "such.ics" in missing.said


@pytest.mark.parametrize(
    "command",
    [
        ("backup",),
        ("export", "--format", "csv", "--force", "--to"),
        ("share", "--force", "--to"),
        ("calendar", "--force", "--output"),
    ],
    ids=lambda command: command[0],
)
def test_what_is_written_touches_no_file_but_its_own_is_private_and_goes_where_a_link_points(
    command: tuple[str, ...], demo: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    target = folder / ("target" if command == ("backup",) else "link")
    if command != ("backup",):
        target.symlink_to(folder / "target")
        (folder / "target").write_text("old")
    (folder / "target.new").write_text("mine")
    (folder / "link.new").write_text("mine")
    assert run(*command, target, "--data", demo, *TODAY).status == 0
    assert {file.name for file in folder.iterdir()} == {"target", target.name, "target.new", "link.new"}
    assert (folder / "target.new").read_text() == (folder / "link.new").read_text() == "mine"
    assert (folder / "target").stat().st_mode & 0o777 == 0o600
    assert (folder / "target").stat().st_size > 3


def test_a_backup_is_a_whole_store(demo: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copy" / "coach.db"
    copied.parent.mkdir()
    assert run("backup", copied, "--data", demo).status == 0
    assert run("list", "--data", copied.parent, "--json").data == run("list", "--data", demo, "--json").data
    assert run("backup", copied, "--data", demo).status == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_doctor_says_what_of_a_damaged_store_can_be_saved_and_salvage_how_to_open_it(
    demo: Path, tmp_path: Path, language: str
) -> None:
    raw = (demo / "coach.db").read_bytes()
    (demo / "coach.db").write_bytes(bytes(4096) + raw[4096:])
    told = run("doctor", "--data", demo, "--lang", language)
    assert told.status == 1
    assert "32" in told.out.splitlines()[-1]
    assert "coach doctor" not in told.out
    folder = tmp_path / "new"
    done = run("salvage", folder / "coach.db", "--data", demo, "--lang", language)
    assert f"coach --data {folder}" in done.out
    assert len(run("list", "--data", folder, "--json").data) == 30
    assert "coach.db.head" in run("salvage", tmp_path / "x.db", "--data", demo, "--lang", language).out


def test_salvage_copies_what_is_whole(demo: Path, tmp_path: Path) -> None:
    done = run("salvage", tmp_path / "saved.db", "--data", demo, "--json")
    assert done.status == 0, done.said
    assert done.data["streams"] == 32


def test_demo_leaves_a_store_that_is_there_alone(demo: Path) -> None:
    before = (demo / "coach.db").read_bytes()
    again = run("demo", "--no-screen", "--data", demo)
    assert again.status == 0
    assert f"coach --data {demo}" in again.out
    assert (demo / "coach.db").read_bytes() == before


def test_classify_gives_a_class_and_its_rules() -> None:
    done = run("classify", "--approvals", 0, "--need", "yes", "--power", "yes", "--value", "yes")
    assert done.data == {"class": "A", "rules": ["R1"], "unknown": [], "term_days": 10}


def test_classify_reads_lines_and_goes_on_after_a_bad_one() -> None:
    given = (
        lines({"id": 1, "approvals": 0, "need": "no"})
        + b"nonsense\n"
        + lines({"id": 2, "approvals": -1}, {"id": 3, "need": "maybe"}, {"id": 4, "approvals": True}, {"id": 5})
    )
    done = run("classify", "--jsonl", given=given)
    assert done.status == 0
    assert [row.get("type", "ruling") for row in done.rows] == ["ruling", "error", "error", "error", "error", "ruling"]
    assert [row.get("line") for row in done.rows] == [None, 2, 3, 4, 5, None]
    assert done.rows[0]["class"] == "D"
    assert done.rows[-1]["class"] is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_is_in_the_language_of_the_locale(language: str) -> None:
    shown = run("--help", environ={"LANG": "zh_CN.UTF-8" if language == "zh" else "en_US.UTF-8"})
    assert shown.status == 0
    assert ("判定" in shown.out or "销售" in shown.out) == (language == "zh")


@pytest.mark.parametrize(
    "command",
    [
        "debrief",
        "list",
        "show",
        "outcome",
        "due",
        "calendar",
        "demo",
        "classify",
        "listen",
        "schema",
        "doctor",
        "salvage",
        "backup",
        "rebuild",
    ],
)
def test_every_command_explains_itself(command: str) -> None:
    for language in ("zh_CN.UTF-8", "en_US.UTF-8"):
        done = run(command, "--help", environ={"LANG": language})
        assert done.status == 0
        assert command in done.out


# What cannot be


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("show", "zzzzzzzz"),
        ("outcome", "zzzzzzzz", "lost"),
        ("debrief", "--plain", "--resume", "zzzzzzzz"),
        ("debrief", "--jsonl", "--resume", "zzzzzzzz"),
    ],
    ids="-".join,
)
def test_an_unknown_id_is_named(command: tuple[str, ...], language: str, demo: Path) -> None:
    done = run(*command, "--data", demo, "--lang", language)
    assert done.status == 1
    assert "zzzzzzzz" in done.said
    assert "coach list" in done.said
    assert zh_or_en(done, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_ambiguous_id_is_named(language: str, demo: Path) -> None:
    done = run("show", "1n", "--data", demo, "--lang", language)
    assert done.status == 1
    assert "1n" in done.said
    assert zh_or_en(done, language)


@pytest.mark.parametrize("name", ["", "%", "_", "' or 1=1 --", "..", "\x1b[2J", "x" * 5000])
def test_an_id_that_is_none_finds_nothing(name: str, demo: Path) -> None:
    done = run("show", name, "--data", demo)
    assert done.status == 1
    assert done.said.startswith("coach: ")
    assert "\x1b" not in done.said


@pytest.mark.parametrize("day", ["2026-02-31", "31 February", "tomorrow", "", "2026-13-01", "99999-01-01"])
def test_a_day_that_is_none_is_a_usage_error_that_names_it(day: str, demo: Path) -> None:
    for command in (("list", "--today", day), ("outcome", "x", "lost", "--on", day)):
        done = run(*command, "--data", demo)
        assert done.status == 2
        assert day in done.said
        assert "2026-11-23" in done.said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_outcome_before_the_visit_is_refused_with_both_days(language: str, demo: Path) -> None:
    row = run("list", "--data", demo, "--json", "--state", "recorded", *TODAY).data[0]
    done = run("outcome", row["id"], "signed", "--on", "2026-01-01", "--data", demo, "--lang", language)
    assert done.status == 2
    assert "2026-01-01" in done.said
    assert row["visit_date"] in done.said
    assert zh_or_en(done, language)
    assert run("show", row["id"], "--data", demo, "--json").data["outcome"] is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_outcome_nobody_knows_is_refused_with_what_there_is(language: str, demo: Path) -> None:
    row = run("list", "--data", demo, "--json", "--state", "recorded").data[0]
    done = run("outcome", row["id"], "maybe", "--data", demo, "--lang", language)
    assert done.status == 2
    assert "maybe" in done.said
    assert "signed" in done.said
    assert zh_or_en(done, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unfinished_debrief_has_no_outcome_yet(language: str, empty: Path) -> None:
    name = run("debrief", "--jsonl", "--data", empty, given=lines("saw Acme")).rows[0]["id"]
    done = run("outcome", name, "lost", "--data", empty, "--lang", language)
    assert done.status == 2
    assert name in done.said
    assert zh_or_en(done, language)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--class", "E"),
        ("list", "--limit", "-1"),
        ("list", "--limit", "many"),
        ("list", "--state", "closed"),
        ("due", "--days", "1e9"),
        ("list", "--lang", "fr"),
        ("classify", "--need", "perhaps"),
        ("classify", "--approvals", "-2"),
        ("nonsense",),
        ("list", "--nonsense"),
        ("show",),
        ("outcome", "x"),
    ],
    ids="-".join,
)
def test_usage_that_is_wrong_ends_with_two_and_names_it(arguments: tuple[str, ...], demo: Path) -> None:
    done = run("--data", demo, *arguments)
    assert done.status == 2
    assert "Traceback" not in done.said
    assert done.out == ""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('language = "fr"\n', "language"),
        ("colour = 1\n", "colour"),
        ("rep = 3\n", "rep"),
        ("rep = \n", "config.toml"),
        ('theme = "pink"\n', "theme"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_setting_that_cannot_be_names_file_and_field(
    text: str, named: str, language: str, tmp_path: Path, empty: Path
) -> None:
    (tmp_path / "config.toml").write_text(text)
    done = run("list", "--data", empty, environ={"LANG": f"{language}_XX.UTF-8"})
    assert done.status == 2
    assert "config.toml" in done.said
    assert named in done.said
    assert zh_or_en(done, language)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Dana\tNguyen ", "Dana Nguyen"), (os.fsdecode("王伟".encode("gb18030")), "王伟"), ("D\x1b[31m\u202e", "D[31m")],
)
def test_a_reps_name_is_one_clean_line_however_it_was_given(typed: str, kept: str, tmp_path: Path) -> None:
    for n, told in enumerate((("--rep", typed), ())):
        data = ("--data", tmp_path / str(n))
        done = run("debrief", "--jsonl", *data, *told, given=lines("saw Acme"), environ={"COACH_REP": typed})
        assert done.status == 0, done.said
        assert [row["name"] for row in run("names", "--json", *data).data] == [kept]


@pytest.mark.parametrize("name", ["", "\u200b", "x" * 201], ids=["empty", "hidden", "long"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_name_that_is_none_is_refused_wherever_it_stands(
    name: str, language: str, tmp_path: Path, empty: Path
) -> None:
    called = ("debrief", "--jsonl", "--data", empty, "--lang", language)
    refused = [("--rep", run(*called, "--rep", name))]
    refused.append(("COACH_REP", run(*called, environ={"COACH_REP": name or " "})))
    (tmp_path / "config.toml").write_text(f'rep = "{name}"\n', "utf-8")
    refused.append(("config.toml", run(*called)))
    for source, done in refused:
        assert done.status == 2
        assert source in done.said
        assert zh_or_en(done, language)
    assert not empty.exists()


def test_the_account_may_have_any_name(empty: Path) -> None:
    for account in (os.fsdecode("王伟".encode("gb18030")), "x" * 300, "\u200b"):
        done = run("debrief", "--jsonl", "--data", empty, given=lines("saw Acme"), environ={"USER": account})
        assert done.status == 0, done.said
    assert [row["name"] for row in run("names", "--data", empty, "--json").data] == ["rep", "x" * 200, "王伟"]


def test_words_typed_in_another_encoding_are_words(tmp_path: Path, demo: Path) -> None:
    def gbk(text: str) -> str:
        return os.fsdecode(text.encode("gb18030"))

    data = ("--data", demo, "--lang", "zh", *TODAY)
    row = next(row for row in run("list", *data, "--json").data if row["state"] == "recorded" and row["customer"])
    customer = "".join(row["customer"].split()) + "厂"
    assert run("review", row["id"], "--comment", gbk("预算批了"), *data).status == 0
    said = run("review", row["id"], "--json", *data).data
    assert "预算批了" in json.dumps(said, ensure_ascii=False)
    for command in (("list", "--customer"), ("inbox", "--customer"), ("search",), ("export", "--owner"), ("show",)):
        for words in (gbk(customer), "\udcb0\udcff"):
            assert "crash-" not in run(*command, words, *data).said


def test_a_store_that_is_no_store_is_refused_untouched(tmp_path: Path) -> None:
    for name, content in (("text", b"not a database\n" * 100), ("empty", b"")):
        file = tmp_path / name / "coach.db"
        file.parent.mkdir()
        file.write_bytes(content)
        for language in ("zh", "en"):
            done = run("list", "--data", file.parent, "--lang", language)
            assert done.status == 1
            assert "coach.db" in done.said
            assert zh_or_en(done, language)
        assert file.read_bytes() == content


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("list", "--data", tmp_path / "file")
    assert done.status == 2
    assert "file" in done.said


def test_a_class_put_over_the_verdict_stands_beside_it_wherever_the_debrief_is_shown(demo: Path) -> None:
    name = next(row["id"] for row in run("list", "--data", demo, "--json", "--class", "B", *TODAY).data)
    assert run("review", name, "--overrule", "D", "--reason", "no money", "--rep", "Boss", "--data", demo).status == 0
    (row,) = (row for row in run("list", "--data", demo, "--json", *TODAY).data if row["id"] == name)
    assert (row["verdict_class"], row["overruled"]) == ("B", "D")
    listed = next(line for line in run("list", "--data", demo, "--lang", "en", *TODAY).out.splitlines() if name in line)
    assert "overruled: D" in listed
    shown = run("show", name, "--data", demo, "--lang", "en", *TODAY).out
    assert shown.index("Class: B") < shown.index("Boss put D over it, because no money")


def test_due_parts_what_was_to_be_done_from_what_is_to_come_and_speaks_no_names_of_the_code(demo: Path) -> None:
    lists = run("due", "--data", demo, "--json", "--today", "2026-11-27").data
    rows = [*lists["late"], *lists["steps"]]
    said = run("due", "--data", demo, "--lang", "en", "--today", "2026-11-27", "--days", 30).out
    late, ahead = said.split("Steps whose day has passed")[1].split("Unfinished debriefs")[0], ""
    if "Next steps\n" in late:
        late, ahead = late.split("Next steps\n")
    for row in rows:
        assert (row["id"] in late) == (row["next_date"] < "2026-11-27"), row
        assert (row["id"] in ahead) == (row["next_date"] >= "2026-11-27"), row
    assert "left at: why not an A" in said
    assert "judge again: B, C or D?" in said
    assert not re.search(r"B/D|\bunsigned\b|\breverse\b", said)
    oldest = min(rows, key=lambda row: row["next_date"])
    assert (
        "that day has passed" in run("show", oldest["id"], "--data", demo, "--lang", "en", "--today", "2026-11-27").out
    )


def test_a_signed_visit_is_printed_as_signed_and_has_no_last_day(demo: Path) -> None:
    name = next(row["id"] for row in run("list", "--data", demo, "--json", *TODAY).data if row["signed"])
    for command in (("show", name), ("export", name, "--format", "md"), ("export", name, "--format", "html")):
        said = run(*command, "--data", demo, "--lang", "en", *TODAY).out
        assert "Signed on the visit" in said
        assert not re.search("No class yet|Last day|Class: ", said)


def test_a_visit_without_a_customers_name_goes_by_whom_was_met_or_says_that_it_has_none() -> None:
    for language in ("zh", "en"):
        book = phrases.load(language)
        row = summarise(Debrief(id="x", contact="李经理"))
        assert named(row, book) == "李经理"
        assert named(row._replace(contact=""), book) == book.say("show.unnamed")
