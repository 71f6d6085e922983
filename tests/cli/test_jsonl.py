"""The contract of `coach debrief --jsonl`: what comes out, in which order, and that it goes on where it stopped."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scripts.torture.commands import lines, run
from scripts.torture.talking import answer, asked_last, hold, tell

DAY = ("--today", "2026-11-23")
ASKS = {
    "customer", "contact", "visit_date", "claimed_class", "confidence", "authority", "need", "power", "value", "signed",
    "close_attempted", "blockers", "unknowns", "not_a", "contradiction", "gave_in", "push_reason", "next_line", "next_step",
    "next_date", "dispute", "confirm",
}  # fmt: skip
RECORD = {
    "id", "rep", "customer", "contact", "visit_date", "language", "claimed", "after_reverse", "facts", "signed", "close",
    "blockers", "verdict", "next_step", "next_line", "disputed", "transcript",
}  # fmt: skip


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def whole(language: str, folder: Path) -> tuple[list[str], list[dict[str, Any]]]:
    given, _ = hold("--data", folder / "once", *DAY, language=language)
    done = tell(given, "--data", folder / "again", "--lang", language, *DAY)
    return given, done.rows


def test_a_debrief_starts_asks_and_ends_in_a_record(language: str, tmp_path: Path) -> None:
    _, rows = whole(language, tmp_path)
    assert rows[0]["type"] == "started"
    assert rows[0]["id"]
    assert [row["type"] for row in rows].count("record") == 1
    assert rows[-1]["type"] == "record"
    assert {row["type"] for row in rows} == {"started", "say", "ask", "record"}
    for row in rows:
        if row["type"] == "ask":
            assert set(row["asks"]) <= ASKS
            assert row["asks"]
            assert row["text"].strip()
            assert [set(choice) for choice in row["choices"]] == [{"key", "value", "label"}] * len(row["choices"])
            assert len({choice["key"] for choice in row["choices"]}) == len(row["choices"])


def test_the_record_has_the_fields_of_the_contract(language: str, tmp_path: Path) -> None:
    given, rows = whole(language, tmp_path)
    record = rows[-1]["record"]
    assert set(record) >= RECORD
    assert set(record["claimed"]) == set(record["after_reverse"]) == {"class", "confidence"}
    assert set(record["facts"]) == {"authority", "need", "power", "value"}
    assert {"value", "approvals", "quotes"} <= set(record["facts"]["authority"])
    assert {"attempted", "times", "gave_in", "reason"} <= set(record["close"])
    assert {"class", "rules", "unknown", "deadline"} <= set(record["verdict"])
    assert {"what", "who", "date"} == set(record["next_step"])
    assert record["language"] == language
    spoken = [said["text"] for said in record["transcript"] if said["who"] == "rep"]
    labels = {choice["label"] for row in rows if row["type"] == "ask" for choice in row["choices"]}
    assert len(spoken) == len(given)
    assert all(text == typed or (typed.isdigit() and text in labels) for text, typed in zip(spoken, given, strict=True))
    assert all(set(said) - {"chosen"} == {"who", "text", "at"} for said in record["transcript"])
    assert all(said["chosen"] for said in record["transcript"] if "chosen" in said)


def test_input_that_ends_early_leaves_the_debrief_open_and_it_goes_on_at_the_same_question(
    language: str, tmp_path: Path
) -> None:
    given, rows = whole(language, tmp_path)
    for turns in range(len(given)):
        store = ("--data", tmp_path / f"cut{turns}", *DAY)
        cut = tell(given[:turns], "--lang", language, *store)
        assert cut.rows[-1] == {"type": "open", "id": cut.rows[0]["id"]}
        assert all(row["type"] != "open" for row in cut.rows[:-1])
        again = run("debrief", "--jsonl", "--resume", cut.rows[0]["id"], *store)
        assert [row["type"] for row in again.rows] == ["started", "ask", "open"]
        assert asked_last(again) == asked_last(cut)
        rest = run("debrief", "--jsonl", "--resume", cut.rows[0]["id"], *store, given=lines(*given[turns:]))
        assert rest.rows[-1]["type"] == "record"
        assert rest.rows[-1]["record"]["verdict"] == rows[-1]["record"]["verdict"]


def test_a_recorded_debrief_resumed_shows_its_record(tmp_path: Path) -> None:
    _, last = hold("--data", tmp_path, *DAY)
    done = run("debrief", "--jsonl", "--resume", last["record"]["id"], "--data", tmp_path, given=lines("more"))
    assert [row["type"] for row in done.rows] == ["started", "record"]
    assert done.rows[-1]["record"] == last["record"]


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense",
        b"{",
        b"[1]",
        b"null",
        b'{"say": 3}',
        b"{}",
        b'{"tell": "x"}',
        b'"say"',
        b"\xff\xfe",
        b"[" * 20_000,
        b'{"say": ' + b"9" * 5_000 + b"}",
        b"NaN",
        b"\x00",
    ],
    ids=[
        "words",
        "cut",
        "list",
        "null",
        "number",
        "empty",
        "other-key",
        "text",
        "no-text",
        "deep",
        "huge-number",
        "nan",
        "nul",
    ],
)
def test_a_bad_line_is_named_and_stops_nothing(line: bytes, tmp_path: Path) -> None:
    done = run("debrief", "--jsonl", "--data", tmp_path, given=line + b"\n" + lines("saw Dana at Acme"))
    assert done.status == 0
    errors = [row for row in done.rows if row["type"] == "error"]
    assert [row["line"] for row in errors] == [1]
    assert errors[0]["error"]
    assert done.rows[-1]["type"] == "open"
    assert (
        run("show", done.rows[-1]["id"], "--data", tmp_path, "--json").data["transcript"][1]["text"]
        == "saw Dana at Acme"
    )


def test_empty_lines_and_unknown_keys_are_passed_over(tmp_path: Path) -> None:
    given = b"\n  \n\r\n" + lines({"say": "saw Dana at Acme", "mood": [1, {}], "took": 3}) + b"\n"
    done = run("debrief", "--jsonl", "--data", tmp_path, given=given)
    assert not [row for row in done.rows if row["type"] == "error"]
    assert sum(row["type"] == "ask" for row in done.rows) == 2


def test_a_last_line_without_a_newline_counts(tmp_path: Path) -> None:
    done = run("debrief", "--jsonl", "--data", tmp_path, given=lines("saw Dana at Acme").rstrip(b"\n"))
    assert sum(row["type"] == "ask" for row in done.rows) == 2


def test_every_choice_offered_can_be_taken_by_its_number(language: str, tmp_path: Path) -> None:
    """Reps who say nothing that can be understood and press numbers, the first, the second, the third."""

    def value_of(fact: str) -> Callable[[dict[str, Any]], object]:
        return lambda record: record["facts"][fact]["value"]

    kept: dict[str, Callable[[dict[str, Any]], object]] = {
        "signed": lambda record: {True: "yes", False: "no"}.get(record["signed"]),
        "close_attempted": lambda record: {True: "yes", False: "no"}.get(record["close"]["attempted"]),
        "gave_in": lambda record: {True: "yes", False: "no"}.get(record["close"]["gave_in"]),
        "push_reason": lambda record: record["close"]["reason"],
        **{fact: value_of(fact) for fact in ("authority", "need", "power", "value")},
    }
    offered: set[str] = set()
    for pressed in range(3):
        chosen: dict[str, str] = {}

        def press(asked: dict[str, Any], pressed: int = pressed, chosen: dict[str, str] = chosen) -> str:
            offered.update(choice["value"] for choice in asked["choices"])
            if not asked["choices"]:
                return (
                    answer(asked, language)
                    if asked["step"] in ("opening", "claim", "plan")
                    else ("说了会儿话" if language == "zh" else "we had a chat")
                )
            choice = asked["choices"][0 if "confirm" in asked["asks"] else pressed % len(asked["choices"])]
            if len(asked["asks"]) == 1 and choice["value"] not in ("said", "supposed"):
                chosen[asked["asks"][0]] = choice["value"]
            return str(choice["key"])

        given, last = hold("--data", tmp_path / str(pressed), *DAY, language=language, said=press)
        assert last["type"] == "record", given
        for field, value in chosen.items():
            if field in kept:
                assert kept[field](last["record"]) == value, (field, given)
    assert offered >= {"yes", "change", "dispute"}


def test_commands_work_in_the_middle_of_a_debrief(language: str, tmp_path: Path) -> None:
    """All the commands between the answers change nothing but what they are there for."""
    commands = [
        "/help",
        "/why",
        "/facts",
        "/nonsense",
        "/edit",
        "/edit money maybe",
        "/edit money no",
        "/edit power yes",
        "/back",
        "/facts",
    ]
    turns: list[str] = []

    def mixed(asked: dict[str, Any]) -> str:
        if len(turns) % 2 == 0 and commands:
            turns.append(commands.pop(0))
        else:
            turns.append(answer(asked, language))
        return turns[-1]

    given, last = hold("--data", tmp_path, *DAY, language=language, said=mixed, limit=60)
    assert last["type"] == "record", given
    assert not commands
    assert last["record"]["facts"]["power"]["value"] == "yes"
    assert last["record"]["facts"]["power"]["corrected"]


def test_quit_leaves_it_open(language: str, tmp_path: Path) -> None:
    done = tell(["/quit", "never read"], "--data", tmp_path, "--lang", language)
    assert done.status == 0
    assert done.rows[-1]["type"] == "open"
    assert "never read" not in done.out


def test_a_second_window_on_the_same_debrief_is_told_so(language: str, tmp_path: Path) -> None:
    from coach import wiring
    from coach.settings import Settings

    name = tell(["saw Dana at Acme"], "--data", tmp_path).rows[0]["id"]
    desk = wiring.debriefing(Settings(data=tmp_path))
    talk = desk.resume(name)
    done = run("debrief", "--jsonl", "--resume", name, "--data", tmp_path, "--lang", language)
    talk.release()
    desk.journal.close()
    assert done.status == 1
    assert done.said.startswith("coach: ")
    assert "unexpected" not in done.said
    assert run("debrief", "--jsonl", "--resume", name, "--data", tmp_path).status == 0


def test_plain_lines_hold_the_same_debrief(language: str, tmp_path: Path) -> None:
    given, _ = whole(language, tmp_path)
    typed = "\n".join(given).encode() + b"\n"
    done = run("debrief", "--plain", "--data", tmp_path / "plain", "--lang", language, *DAY, given=typed)
    assert done.status == 0
    name = run("list", "--data", tmp_path / "plain", "--json").data[0]
    assert name["state"] == "recorded"
    for answered in given:
        assert f"> {answered}" in done.out


def test_listen_hears_line_by_line_and_goes_on_after_a_bad_one() -> None:
    given = b"nope\n" + lines(
        {"id": "a", "text": "budget is approved, she told me", "stage": "forward"},
        {"id": "b", "text": 3},
        {"id": "c", "text": "x", "stage": "dream"},
        {"id": "d", "text": "x", "stage": "forward", "today": "2026-02-31"},
    )
    done = run("listen", given=given)
    assert done.status == 0
    assert [row.get("id") for row in done.rows] == [None, "a", "b", "c", "d"]
    assert [row.get("type") for row in done.rows] == ["error", None, "error", "error", "error"]
    heard = done.rows[1]
    assert set(heard["quotes"]) == set(heard["heard"])
    assert all(quote in "budget is approved, she told me" for quote in heard["quotes"].values())


@pytest.mark.parametrize(
    ("command", "line", "error"),
    [
        ("classify", {"need": "perhaps"}, {"error": "not_one_of", "field": "need", "value": "perhaps", "allowed": ["yes", "no", "unsure"]}),
        ("classify", {"approvals": -1}, {"error": "not_a_count", "field": "approvals", "value": -1}),
        ("classify", {"approvals": True}, {"error": "not_a_count", "field": "approvals", "value": True}),
        ("listen", {"text": 3}, {"error": "not_text", "field": "text", "value": 3}),
        ("listen", {"text": "x", "stage": "push", "today": "31.2."}, {"error": "not_a_date", "field": "today", "value": "31.2."}),
        ("listen", [1], {"error": "not_an_object"}),
        ("debrief", {"said": "x"}, {"error": "not_text", "field": "say", "value": None}),
        ("practise", {"do": "dance"}, {"error": "not_one_of", "field": "do", "value": "dance", "allowed": ["leave", "hint"]}),
        ("practise", {"say": "x", "took": -1}, {"error": "not_seconds", "field": "took", "value": -1}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_is_told_in_the_same_words_to_every_program(
    command: str, line: object, error: dict[str, object], language: str, tmp_path: Path
) -> None:
    options = {"listen": (), "classify": ("--jsonl",)}.get(command, ("--jsonl", "--data", tmp_path))
    done = run(command, *options, given=json.dumps(line).encode() + b"\n", environ={"COACH_LANG": language})
    assert done.status == 0, done.said
    told = next(row for row in done.rows if row.get("type") == "error")
    assert {**error, "type": "error", "line": 1} == {name: value for name, value in told.items() if name != "id"}


def test_every_line_out_is_one_json_object(language: str, tmp_path: Path) -> None:
    done = tell(["a\nb\u2028c\x85d", "宏达\r\n机械"], "--data", tmp_path, "--lang", language)
    for line in done.raw.split(b"\n"):
        assert not line or isinstance(json.loads(line), dict)
