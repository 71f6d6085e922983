import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from scripts.torture.commands import run as typed

from coach import phrases
from coach.cli.export import export
from coach.cli.handover import share, take
from coach.cli.inbox import inbox
from coach.cli.lazy import explain
from coach.cli.ledger import ledger
from coach.cli.names import names
from coach.cli.records import due, list_
from coach.cli.review import review
from coach.cli.search import search
from coach.cli.store_session import write_file
from tests.made_up import store

COMMANDS = (search, inbox, review, ledger, export, share, take, names)


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    store(tmp_path / "store", 60)

    def go(command: click.Command, *words: str, data: str = "store", lang: str = "en") -> Result:
        return CliRunner().invoke(
            command, [*words, "--data", str(tmp_path / data), "--lang", lang, "--today", "2026-11-23"]
        )

    return go


def read(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_every_option_has_a_help_line_in_both_languages(lang: str) -> None:
    for command in COMMANDS:
        options = [option for option in command.params if isinstance(option, click.Option)]
        for option in options:
            option.help = None
        explain(command, phrases.load(lang, "cli"))
        assert all(option.help for option in options)


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_each_command_speaks_both_languages(run: Callable[..., Result], lang: str) -> None:
    row = read(run(inbox, "--limit", "1", "--json"))["debriefs"][0]
    name, rep = row["id"], row["owner"]
    for command, words in ((search, ("预算",)), (search, ("nothing of the kind",)), (inbox, ()), (ledger, ("--by", "rep")), (ledger, ("--by", "month", "--basis", "verdict")), (review, (name, "--comment", "x", "--line", "1")), (review, (name, "--overrule", "c", "--reason", "y")), (review, (name, "--ask", "z")), (review, (name, "--answer", "w", "--rep", rep)), (review, (name, "--read"))):  # fmt: skip
        done = run(command, *words, lang=lang)
        assert done.exit_code == 0, done.output
        assert done.stdout.strip()


def test_the_ledger_tells_of_reps_and_months_where_it_is_asked_to(run: Callable[..., Result]) -> None:
    whole = read(run(ledger, "--json"))
    for by in ("rep", "month"):
        key = max(whole[f"by_{by}"], key=lambda group: group["debriefs"])["key"]
        assert key in run(ledger, "--by", by).stdout
        assert key not in run(ledger).stdout


@pytest.mark.usefixtures("blank")
def test_an_empty_store_is_told_of_and_is_no_fault(run: Callable[..., Result]) -> None:
    for command, words in ((search, ("x",)), (inbox, ()), (ledger, ())):
        done = run(command, *words, data="blank")
        assert done.exit_code == 0
        assert done.stdout.strip()
    assert run(export, data="blank").exit_code == 1
    assert read(run(ledger, "--json", data="blank"))["debriefs"] == 0


def test_search_gives_hits_with_their_lines_as_json(run: Callable[..., Result]) -> None:
    found = read(run(search, "预算", "--json", "--limit", "3"))
    assert len(found["hits"]) == 3 <= found["count"]
    assert all("预算" in line["text"] for hit in found["hits"] for line in hit["lines"])
    assert run(search, "。").exit_code == 2


@pytest.mark.usefixtures("blank")
def test_the_names_here_are_told_and_become_ones_own_or_anothers(run: Callable[..., Result]) -> None:
    first, second, *_ = (one["name"] for one in read(run(names, "--json")))
    assert not any(one["own"] for one in read(run(names, "--json")))
    kept = read(run(names, "--mine", first, "--mine", second, "--json"))
    assert [one["name"] for one in kept if one["own"]] == [first, second]
    assert f"{second}: somebody else's" in run(names, "--other", second).stdout
    assert f"{first}：你的" in run(names, lang="zh").stdout
    assert run(names, "--mine", "nobody").exit_code == 2
    assert run(names, data="blank").stdout == "No debriefs here yet.\n"


def test_a_filter_kept_by_name_is_used_by_name(run: Callable[..., Result]) -> None:
    assert run(inbox, "--class", "A", "--unread", "--save-filter", "mine").exit_code == 0
    kept = read(run(inbox, "--filter", "mine", "--json"))
    assert kept == read(run(inbox, "--class", "A", "--unread", "--json"))
    assert list(read(run(inbox, "--filters", "--json"))) == ["mine"]
    for option in ("--filter", "--drop-filter"):
        strange = run(inbox, option, "yours")
        assert strange.exit_code == 2
        assert "mine" in strange.output
    assert run(inbox, "--drop-filter", "mine").exit_code == 0
    assert read(run(inbox, "--filters", "--json")) == {}


def test_of_several_classes_and_reasons_one_is_enough_also_in_a_kept_filter(run: Callable[..., Result]) -> None:
    several = ("--class", "A", "--class", "B", "--because", "differs", "--because", "gave_in")
    found = read(run(inbox, *several, "--json", "--limit", "1000"))
    one_by_one = {
        row["id"]
        for letter in "AB"
        for reason in ("differs", "gave_in")
        for row in read(run(inbox, "--class", letter, "--because", reason, "--json", "--limit", "1000"))["debriefs"]
    }
    assert {row["id"] for row in found["debriefs"]} == one_by_one
    assert len({reason for row in found["debriefs"] for reason in row["reasons"]} & {"differs", "gave_in"}) == 2
    run(inbox, *several, "--save-filter", "urgent")
    assert read(run(inbox, "--filter", "urgent", "--json", "--limit", "1000")) == found


def test_a_review_goes_round_from_question_to_answer(run: Callable[..., Result]) -> None:
    row = read(run(inbox, "--limit", "1", "--json"))["debriefs"][0]
    name, rep = row["id"], row["owner"]
    asked = read(run(review, name, "--ask", "who signs?", "--rep", "boss", "--json"))
    number = sum(one["answered_at"] is None for one in asked["requests"])
    for stranger in ("boss", "somebody"):
        told = run(review, name, "--answer", "the owner", "--request", str(number), "--rep", stranger)
        assert (told.exit_code, "Only the rep answers" in told.output) == (2, True)
    assert "boss asks: who signs?" in run(due, "--rep", rep).stdout
    answered = read(run(review, name, "--answer", "the owner", "--request", str(number), "--rep", rep, "--json"))
    assert "boss asks: who signs?" not in run(due, "--rep", rep).stdout
    assert answered["requests"][-1]["answer"] == "the owner"
    assert run(review, name, "--comment", "x", "--read").exit_code == 2
    assert run(review, name, "--overrule", "E", "--reason", "x").exit_code == 2
    assert run(review, "nobody", "--comment", "x").exit_code == 1


@pytest.mark.parametrize("kind", ["csv", "json", "md", "html"])
def test_an_export_goes_to_a_file_once_and_again_only_by_force(
    run: Callable[..., Result], tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"out.{kind}"
    assert run(export, "--to", str(file), "--mask").exit_code == 0
    assert file.stat().st_mode & 0o077 == 0
    assert run(export, "--to", str(file)).exit_code == 1
    assert run(export, "--to", str(file), "--force").exit_code == 0
    assert run(export, "--to", str(tmp_path / "no" / "where.csv")).exit_code == 1
    assert run(export, "--format", kind, "--limit", "1").stdout


@pytest.mark.parametrize("kind", ["json", "md", "html"])
def test_an_export_is_masked_where_the_rep_goes_by_the_name_of_the_account(tmp_path: Path, kind: str) -> None:
    assert typed("demo", "--no-screen", "--data", tmp_path / "demo", "--rep", "rep").status == 0
    done = typed("export", "--mask", "--to", tmp_path / f"x.{kind}", "--data", tmp_path / "demo", "--lang", "en")
    assert done.status == 0, done.said
    assert "Rep 1" in (tmp_path / f"x.{kind}").read_text("utf-8")


def test_a_failed_export_leaves_nothing_behind(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyError("x")

    with pytest.raises(KeyError):
        write_file(tmp_path / "x.html", pieces(), phrases.load("en"), force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_share_is_taken_by_another_store_and_a_bad_file_does_not_keep_out_a_good_one(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    owner = read(run(inbox, "--limit", "1", "--json"))["debriefs"][0]["owner"]
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    shared = read(run(share, "--to", str(good), "--rep", owner, "--json"))
    bad.write_text("hello\n")
    done = run(take, str(bad), str(good), str(tmp_path / "none"), "--json", data="boss")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert [one["refused"] for one in told] == [["foreign_file"], [], ["no_file"]]
    assert told[1]["events"] == shared["events"]
    assert read(run(inbox, "--json", data="boss"))["count"] > 0
    assert run(share, "--to", str(good), "--rep", owner).exit_code == 1


def test_what_is_due_of_others_is_shown_when_asked_for(run: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "s.jsonl"
    owner = next(iter(read(run(inbox, "--json"))["debriefs"]))["owner"]
    run(share, "--to", str(file), "--rep", owner)
    run(take, str(file), data="boss")
    alone = read(run(due, "--json", data="boss"))
    assert not any(alone.values())
    told = read(run(due, "--everybody", "--json", data="boss"))
    assert told == read(run(due, "--json", "--rep", owner, data="boss"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_is_a_usage_error_in_the_users_words(run: Callable[..., Result], lang: str) -> None:
    name = read(run(inbox, "--json"))["debriefs"][0]["id"]
    book = phrases.load(lang)
    for command, words, told in (
        (review, (name, "--comment", " "), book.say("review.wrong_text")),
        (review, (name, "--comment", "x", "--line", "999"), book.say("review.wrong_line", line=999, id=name)),
        (review, (name, "--overrule", "E", "--reason", "x"), book.say("review.wrong_class", given="E")),
        (review, (name, "--overrule", "A"), book.say("review.wrong_reason")),
        (review, (name, "--request", "2"), book.say("review.goes_with", option="--request", deed="--answer")),
        (review, (name, "--line", "0"), book.say("review.goes_with", option="--line", deed="--comment")),
        (review, (name, "--answer", "x", "--request", "3"), book.say("review.wrong_request", request=3)),
        (inbox, ("--save-filter", " "), book.say("review.wrong_text")),
        (search, ("?!",), book.say("search.empty")),
    ):
        refused = run(command, *words, lang=lang)
        assert (refused.exit_code, refused.output) == (2, f"coach: {told}\n"), words
    assert run(review, "zzzzzzzz", "--comment", "x").exit_code == 1


def test_a_table_tells_whose_term_has_run_out_and_what_the_class_may_be_now(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    store(tmp_path / "large", 300)
    listed = {row["id"]: row for row in read(run(list_, "--json", "--limit", "1000", data="large"))}
    run(export, "--to", str(tmp_path / "all.csv"), data="large")
    rows = list(csv.DictReader((tmp_path / "all.csv").read_text("utf-8-sig").splitlines()))
    assert {row["overdue"] for row in rows} == {"0", "1"}
    for row in rows:
        assert row["overdue"] == str(int(listed[row["id"]]["overdue"]))
        assert row["now"] == "/".join(listed[row["id"]]["now"])


def test_a_document_says_that_it_has_only_the_latest(run: Callable[..., Result], tmp_path: Path) -> None:
    store(tmp_path / "large", 300)
    done = run(export, "--to", str(tmp_path / "all.md"), data="large")
    assert "the latest 200" in done.stderr
    assert run(export, "--to", str(tmp_path / "few.md"), "--limit", "9", data="large").stdout.startswith("9 debriefs")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_filter_that_nothing_fits_is_told_apart_from_a_store_that_is_empty(run: Callable[..., Result], blank: Path, lang: str) -> None:  # fmt: skip
    book = phrases.load(lang)
    assert run(list_, "--customer", "nobody at all", lang=lang).stdout == book.say("list_.none_fit") + "\n"
    empty = run(list_, lang=lang, data="blank").stdout
    assert empty == book.say("list_.none", folder=blank) + "\n"
    assert run(inbox, "--since", "2030-01-01", lang=lang).stdout == book.say("inbox.none") + "\n"
    assert run(inbox, "--unread", lang=lang, data="blank").stdout == book.say("inbox.empty") + "\n"
