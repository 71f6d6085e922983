"""The short table of speeds in the READMEs: of each goal the figure nearest to missing it, in both languages alike."""

import tomllib
from pathlib import Path

from scripts.bench_parts import summary
from scripts.bench_parts.table import Row

WORDS = tomllib.loads((Path(summary.__file__).parent / "summary.toml").read_text("utf-8"))
ROWS = [
    Row("P14", "well within", 1, "ms", allowed=25),
    Row("P14", "beyond", 30, "ms", allowed=25),
    Row("P18", "half", 1, "ms", 1, "SQL", 1.0, 2),
    Row("P9", "lost", 0, allowed=0),
    Row("P3", "not installed here"),
]


def test_the_figure_that_uses_up_most_of_what_is_allowed_is_shown_and_what_was_not_measured_is_not() -> None:
    assert [row.what for row in summary.nearest(ROWS)] == ["beyond", "half", "lost"]


def test_what_is_not_met_says_so_in_both_languages() -> None:
    told = {
        language: list(summary.lines(summary.nearest(ROWS), WORDS, language, 1000, False)) for language in summary.FILES
    }
    assert [line.endswith("**not met** |") for line in told["en"][-3:]] == [True, False, False]
    assert [line.endswith("**没达到** |") for line in told["zh"][-3:]] == [True, False, False]
    assert "1,000" in told["en"][0]
    assert "1,000" in told["zh"][0]


def test_what_was_measured_is_said_in_chinese_with_its_numbers() -> None:
    assert summary.said("key to echo, 10,000 messages, p50", WORDS, "zh") == "前面有 10,000 条时按键到回显，p50"
    assert summary.said("posting", WORDS, "zh") == "posting"
    assert summary.said("raw rows", WORDS, "en") == "raw rows"
    for english, chinese in WORDS["zh"].items():
        assert english.count("#") == chinese.count("#"), english


def test_both_readmes_show_a_table_of_as_many_rows_without_a_word_of_the_other_language() -> None:
    shown = {
        language: summary.SECTION.search((summary.ROOT / name).read_text("utf-8"))
        for language, name in summary.FILES.items()
    }
    tables = {
        language: [line for line in found[0].splitlines() if line.startswith("|")]
        for language, found in shown.items()
        if found
    }
    assert len(tables["en"]) == len(tables["zh"]) > 15
    told = [cell.strip() for line in tables["zh"][2:] for cell in line.split("|")[1:2]]
    assert [cell for cell in told if cell.isascii()] == []
