"""The contract of `coach practise`."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from scripts.torture.commands import run
from scripts.torture.terminal import Terminal

from coach import locations
from tests.made_up import store

KINDS = {"greeting", "put_off", "objection", "answer", "agree", "refuse", "leave", "sign"}
OUTCOMES = {"signed", "next_fixed", "refused", "walked_out", "left", "time_up"}


def rehearse(folder: Path, *given: Any, options: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in given)
    done = run("practise", "--jsonl", "--data", folder, "--seed", "3", *options, given=text.encode())
    assert done.status == 0, done.said
    return [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_briefing_first_a_scorecard_last(tmp_path: Path, language: str) -> None:
    rows = rehearse(tmp_path, {"say": "签吧？"}, {"do": "leave"}, options=("--scenario", "bakery", "--lang", language))
    assert rows[0]["type"] == "briefing"
    assert rows[0]["checks"]
    assert rows[1] == {"type": "customer", "text": rows[1]["text"], "kind": "greeting", "clock": 1200}
    assert {row["kind"] for row in rows if row["type"] == "customer"} <= KINDS
    card = rows[-1]
    assert card["outcome"] == "left"
    assert {"checks", "score", "gap", "line", "elicited", "hidden_class"} <= set(card)
    assert all({"id", "passed", "quote", "why"} <= set(one) for one in card["checks"])
    assert all(one["passed"] in (True, False, None) for one in card["checks"])
    assert 0 <= card["score"] <= 100


def test_a_turn_takes_a_minute_unless_told(tmp_path: Path) -> None:
    rows = rehearse(tmp_path, {"say": "hello"}, {"say": "hello", "took": 7}, options=("--scenario", "bakery"))
    assert [row["clock"] for row in rows if row["type"] == "customer"] == [1200, 1140, 1133]


def test_a_bad_line_is_named_and_stops_nothing(tmp_path: Path) -> None:
    bad = (
        "not json",
        "[]",
        {"took": 3},
        {"say": 5},
        {"say": "x", "took": -1},
        {"say": "x", "took": True},
        {"do": "dance"},
    )
    rows = rehearse(tmp_path, *bad, {"say": "hello", "unknown": 1}, options=("--scenario", "bakery"))
    assert [row["line"] for row in rows if row["type"] == "error"] == [1, 2, 3, 4, 5, 6, 7]
    assert len([row for row in rows if row["type"] == "customer"]) == 2


def test_an_input_that_ends_early_leaves_the_rehearsal_open(tmp_path: Path) -> None:
    rows = rehearse(tmp_path, {"say": "Who decides?"}, options=("--scenario", "bakery", "--lang", "en"))
    assert rows[-1]["type"] == "scorecard"
    assert rows[-1]["open"]
    again = rehearse(tmp_path, {"do": "leave"}, options=("--resume", rows[0]["id"]))
    assert again[1]["text"] == rows[2]["text"]
    assert not again[-1]["open"]


def test_the_list_gives_nothing_away(tmp_path: Path) -> None:
    done = run("practise", "--list", "--json", "--data", tmp_path)
    rows = json.loads(done.out)
    assert len(rows) >= 14
    assert all(set(row) == {"id", "title", "industry", "languages"} for row in rows)


def test_a_scenario_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    done = run("practise", "--scenario", "nowhere", "--jsonl", "--data", tmp_path)
    assert done.status == 2
    assert "nowhere" in done.said


@pytest.mark.parametrize("turn", ["abc", "", "-1", "1.5", "2:3", "9" * 5000])
def test_a_turn_that_is_no_number_is_a_usage_error(turn: str, tmp_path: Path) -> None:
    name = rehearse(tmp_path, {"say": "hello"}, options=("--scenario", "bakery"))[0]["id"]
    for language, told in (("en", "is no turn of a rehearsal"), ("zh", "不是练习里的一轮")):
        done = run("practise", "--jsonl", "--data", tmp_path, "--branch", f"{name}:{turn}", "--lang", language)
        assert done.status == 2
        assert told in done.said
        assert done.out == ""


def test_a_turn_not_told_is_the_first(tmp_path: Path) -> None:
    name = rehearse(tmp_path, {"say": "hello"}, {"say": "bye"}, options=("--scenario", "bakery"))[0]["id"]
    for told in (name, f"practice:{name}", f"practice:{name}:1"):
        done = run("practise", "--jsonl", "--data", tmp_path, "--branch", told, given=b'{"do": "leave"}\n')
        assert [row["type"] for row in done.rows] == ["briefing", "customer", "scorecard"]


def test_a_bad_file_is_named_with_line_and_field(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\napprovals = "none"\n', "utf-8")
    done = run("practise", "--check", file)
    assert done.status == 1
    assert f"{file}:2: approvals" in done.said


def test_attempts_are_listed_and_practice_is_in_no_other_list(tmp_path: Path) -> None:
    rehearse(tmp_path, {"do": "leave"}, options=("--scenario", "bakery"))
    assert len(json.loads(run("practise", "--attempts", "--json", "--data", tmp_path).out)) == 1
    for command in ("list", "inbox", "due"):
        assert "bakery" not in run(command, "--data", tmp_path).out
    assert json.loads(run("list", "--json", "--data", tmp_path).out) == []


def test_plain_lines_show_clock_outcome_and_gap(tmp_path: Path) -> None:
    done = run(
        "practise",
        "--plain",
        "--scenario",
        "bakery",
        "--lang",
        "en",
        "--data",
        tmp_path,
        given=b"Shall we sign?\n/hint\n/leave\n",
    )
    assert done.status == 0, done.said
    assert "[20:00]" in done.out
    assert "Outcome: you took leave" in done.out
    assert "Say instead" in done.out
    assert "class A" in done.out


def test_no_command_of_a_manager_shows_or_hands_over_practice(tmp_path: Path) -> None:
    store(tmp_path, 20)
    secret = "zebrafish and a rowing boat"
    rows = rehearse(tmp_path, {"say": secret}, {"do": "leave"}, options=("--scenario", "bakery", "--lang", "en"))
    name = rows[0]["id"]
    asked: list[tuple[object, ...]] = [
        ("list",),
        ("inbox",),
        ("due",),
        ("ledger",),
        ("search", "zebrafish"),
        ("calendar",),
        ("list", "--json"),
    ]
    asked += [("export", "--format", form, "--to", tmp_path / f"out.{form}") for form in ("json", "csv", "html")]
    asked += [("share", "--to", tmp_path / "shared"), ("show", name), ("review", name), ("outcome", name, "signed")]
    for words in asked:
        done = run(*words, "--data", tmp_path, "--lang", "en")
        assert "zebrafish and" not in done.said
        assert name not in done.out
    left = [one for one in tmp_path.rglob("*") if one.is_file() and not one.name.startswith("coach.db")]
    assert all(b"zebrafish" not in one.read_bytes() for one in left)


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_terminal_closed_in_mid_rehearsal_loses_nothing(tmp_path: Path, signum: signal.Signals) -> None:
    command = [
        sys.executable,
        "-m",
        "coach",
        "practise",
        "--jsonl",
        "--scenario",
        "bakery",
        "--lang",
        "en",
        "--data",
        str(tmp_path),
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # whoever tests under nohup is deaf to it
    ) as held:
        assert held.stdin
        assert held.stdout
        name = json.loads(held.stdout.readline())["id"]
        held.stdout.readline()
        held.stdin.write(b'{"say": "Who decides here?"}\n')
        held.stdin.flush()
        answer = json.loads(held.stdout.readline())
        held.send_signal(signum)
        held.wait(20)
    again = rehearse(tmp_path, {"do": "leave"}, options=("--resume", name))
    assert again[1]["text"] == answer["text"]
    assert again[1]["clock"] == answer["clock"]
    assert again[-1]["outcome"] == "left"


def test_a_folder_of_ones_own_and_a_pack_bring_scenarios(tmp_path: Path) -> None:
    text = (locations.assets() / "scenarios" / "bakery.toml").read_text("utf-8")
    for folder, name in ((tmp_path / "scenarios", "mine"), (tmp_path / "pack", "theirs")):
        folder.mkdir()
        (folder / f"{name}.toml").write_text(text.replace('id = "bakery"', f'id = "{name}"'), "utf-8")
    listed = json.loads(run("practise", "--list", "--json", "--data", tmp_path, "--pack", tmp_path / "pack").out)
    assert {"mine", "theirs", "bakery"} <= {row["id"] for row in listed}
    rows = rehearse(tmp_path, {"do": "leave"}, options=("--scenario", "theirs", "--pack", str(tmp_path / "pack")))
    assert rows[0]["scenario"] == "theirs"


def test_a_fault_is_said_in_the_language_of_the_user(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\napprovals = "none"\n', "utf-8")
    assert "要写整数" in run("practise", "--check", file, "--lang", "zh").said
    assert "must be a whole number" in run("practise", "--check", file, "--lang", "en").said


def test_attempts_at_one_scenario_are_laid_side_by_side(tmp_path: Path) -> None:
    for line in ("Who decides here?", "Shall we sign today?"):
        rehearse(tmp_path, {"say": line}, {"do": "leave"}, options=("--scenario", "bakery", "--lang", "en"))
    told = run("practise", "--attempts", "--scenario", "bakery", "--lang", "en", "--data", tmp_path).out
    assert "   1   2" in told
    assert "   ✓   ✗  Found out who decides" in told


def test_a_rehearsal_is_gone_on_with_by_its_own_rep_and_is_no_debrief(tmp_path: Path) -> None:
    rehearse(tmp_path, {"say": "hello"}, options=("--scenario", "bakery", "--rep", "tom"))
    (mine,) = json.loads(run("practise", "--attempts", "--json", "--rep", "tom", "--data", tmp_path).out)
    for options in (("--resume", mine["id"]), ("--branch", f"{mine['id']}:1"), ("--from", f"practice:{mine['id']}")):
        told = run("practise", "--jsonl", "--rep", "eve", "--lang", "en", "--data", tmp_path, *options)
        assert (told.status, told.out) == (1, "")
        assert mine["id"] in told.said
    assert rehearse(tmp_path, options=("--resume", mine["id"], "--rep", "tom"))[0]["type"] == "briefing"


def test_after_the_third_evening_it_says_what_recurs_and_every_attempt_names_its_customer(tmp_path: Path) -> None:
    given = b"Shall we sign today?\n/leave\n"
    for name in ("bakery", "cold-store", "joinery-cnc"):
        told = run("practise", "--plain", "--scenario", name, "--lang", "en", "--data", tmp_path, given=given).out
        assert ("Of your last 3 it was missing in 3" in told) is (name == "joinery-cnc")
    listed = run("practise", "--attempts", "--lang", "en", "--data", tmp_path).out
    assert "The compressor at the cold store" in listed
    assert "   ✗   ✗   ✗  Found out who decides" in listed


def at_terminal(folder: Path, *options: str, until: str) -> bytes:
    """What the command writes to a terminal until it shows `until`."""
    line = (sys.executable, "-m", "coach", "practise", "--data", str(folder), *options)
    with Terminal(line, {"PYTHONPATH": os.pathsep.join(sys.path)}, rows=24, columns=80) as window:
        assert window.wait(until.encode()) is not None, window.shown[-600:]
        return window.raw


@pytest.mark.parametrize(("options", "shown"), [((), "练临门一脚"), (("-s", "bakery", "--seed", "3"), "先问清楚")])
def test_at_a_terminal_it_opens_the_screen(tmp_path: Path, options: tuple[str, ...], shown: str) -> None:
    assert b"\x1b[?1049h" in at_terminal(tmp_path, "--lang", "zh", *options, until=shown)


def test_an_unknown_customer_is_told_before_a_screen_opens(tmp_path: Path) -> None:
    assert b"\x1b[?1049h" not in at_terminal(tmp_path, "--lang", "en", "-s", "nope", until='no scenario "nope"')
