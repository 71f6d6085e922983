"""Scenario files: those shipped, and what is said about a broken one."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from coach import locations, phrases
from coach.roleplay.scenario_files import ScenarioError, gather, parse, read, shipped

GOOD = (locations.assets() / "scenarios" / "cold-store.toml").read_text("utf-8")


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(ScenarioError) as caught:
        parse(text, Path("mine.toml"))
    return [(one.line, one.field) for one in caught.value.faults]


def line_with(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def test_there_are_enough_scenarios_of_every_class_and_trade() -> None:
    classes = Counter(one.hidden_class for one in shipped().values())
    assert classes["A"] >= 6
    assert classes["B"] >= 3
    assert classes["C"] >= 2
    assert classes["D"] >= 3
    assert len({one.text_in("en").industry for one in shipped().values()}) >= 10


def test_every_scenario_speaks_both_languages() -> None:
    assert all(one.languages == ("zh", "en") for one in shipped().values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_six_lines_for_each_kind_and_mood_and_none_twice(language: str) -> None:
    pools = {
        key: lines for key, lines in phrases.load(language, "practice").entries.items() if key.startswith("customer.")
    }
    assert all(len(lines) >= 6 for lines in pools.values())
    assert len({key.split(".")[2] for key in pools if key.startswith("customer.put_off.")}) >= 8
    assert max(Counter(line for lines in pools.values() for line in lines).values()) == 1


def test_no_customer_says_the_same_in_two_places() -> None:
    for scenario in shipped().values():
        for language in scenario.languages:
            one = scenario.text_in(language)
            said = [*one.greeting, *one.authority, *one.need, *one.power, *one.no]
            said += [line for part in one.interests.values() for line in part.says]
            said += [line for part in one.worries.values() for line in (*part.says, *part.more, *part.eased)]
            assert max(Counter(said).values()) == 1, scenario.id


def test_both_catalogues_have_the_same_keys() -> None:
    assert set(phrases.load("zh", "practice").entries) == set(phrases.load("en", "practice").entries)


def test_a_misspelt_field_is_named_with_its_line() -> None:
    text = GOOD.replace('kind = "uptime"', 'kidn = "uptime"')
    assert faults(text) == [(line_with(text, "kidn"), "interests.stock.kidn")]


def test_a_wrong_value_is_named_with_its_line() -> None:
    text = GOOD.replace('faces = ["think", "later"]', 'faces = ["think", "sulk"]')
    assert faults(text) == [(line_with(text, "sulk"), "worries.swap.faces.1")]


def test_a_missing_sentence_is_named_with_its_section() -> None:
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith("need = ["))
    assert {field for _, field in faults(text)} == {"zh.need", "en.need"}
    assert faults(text)[0][0] == line_with(text, "[zh]")


def test_an_interest_without_words_is_named() -> None:
    text = GOOD.replace("[en.interests.nights]", "[en.interests.knights]")
    (line, field), *_ = faults(text)
    assert field == "en.interests"
    assert line > 0


def test_a_customer_who_never_buys_must_say_why() -> None:
    assert faults(GOOD.replace("approvals = 0", 'approvals = 0\nneed = "no"'))[0][1] == "zh.no"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_fault_has_words_in_both_languages(language: str) -> None:
    book = phrases.load(language, "practice")
    broken = [
        GOOD.replace('kind = "uptime"', 'kidn = "uptime"'),
        GOOD.replace('faces = ["think", "later"]', 'faces = ["think", "sulk"]'),
        GOOD.replace("approvals = 0", "approvals = 9"),
        GOOD.replace("approvals = 0", 'approvals = "none"'),
        GOOD.replace("approvals = 0", 'approvals = 0\nneed = "no"'),
        GOOD.replace("approvals = 0", "approvals = 1"),
        GOOD.replace('id = "cold-store"', 'id = "Cold Store"'),
        GOOD.replace("[en.interests.nights]", "[en.interests.knights]"),
        GOOD.replace("[zh]\n", "[zh\n"),
        GOOD[: GOOD.index("[zh]")],
        "approvals = 0",
    ]
    for text in broken:
        with pytest.raises(ScenarioError) as caught:
            parse(text, Path("mine.toml"))
        for fault in caught.value.faults:
            assert f"fault.{fault.code}" in book
            assert fault.code != "wrong"
            assert fault.words(book).startswith("mine.toml")


def test_broken_toml_is_named_with_its_line() -> None:
    text = GOOD.replace("[zh]\n", "[zh\n")
    assert faults(text)[0][0] == line_with(text, "[zh")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"id = 3", b"[[[", b"a = " + b"[" * 500])
def test_any_bytes_bring_a_fault_and_no_crash(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(content)
    with pytest.raises(ScenarioError) as caught:
        read(file)
    assert str(file) in str(caught.value)


def test_a_bad_file_in_a_folder_leaves_the_others_usable(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("id = ", "utf-8")
    (tmp_path / "mine.toml").write_text(GOOD.replace('id = "cold-store"', 'id = "mine"'), "utf-8")
    found, wrong = gather([tmp_path])
    assert "mine" in found
    assert [one.file.name for one in wrong] == ["bad.toml"]


def test_one_language_is_enough() -> None:
    only = GOOD[: GOOD.index("[en]")]
    assert parse(only, Path("x.toml")).languages == ("zh",)
    assert "en" not in tomllib.loads(only)


def test_a_number_too_long_to_be_read_is_a_fault_of_the_file() -> None:
    assert faults("approvals = " + "1" * 5000) == [(0, "")]


def test_a_file_with_a_byte_order_mark_is_read_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("\ufeff" + GOOD, "utf-8")
    assert read(file).languages == ("zh", "en")
