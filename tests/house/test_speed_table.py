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


def test_every_goal_has_its_words_in_both_languages() -> None:
    for name, words in WORDS.items():
        if name != "words":
            assert set(words) == {"en", "zh", "beside_en", "beside_zh"}, name
    assert set(WORDS["words"]["en"]) == set(WORDS["words"]["zh"])
