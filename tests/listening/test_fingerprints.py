"""Features are found by fingerprints and weighed in lanes; both as their definitions say."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts.listener_training import shipping

from coach.listening.fingerprints import Fingerprints, packed
from coach.listening.remembered import Remembered
from coach.listening.scorer import Scorer, chances, together

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(WORDS, unique=True, max_size=60), st.text(st.characters(codec=None, exclude_categories=[])))
def test_every_word_is_found_at_its_place_and_no_other_word_anywhere(words: list[str], other: str) -> None:
    order, table = packed(words)
    known = Fingerprints(table)
    assert len(known) == len(words)
    assert [known.place(words[place]) for place in order] == list(range(len(words)))
    assert other in words or known.place(other) is None


@pytest.mark.parametrize("less", [1, 2, 300_000])
def test_a_table_of_another_size_is_refused(less: int) -> None:
    _, table = packed(["预算", "budget", "e:a b"])
    with pytest.raises(ValueError, match="fingerprints"):
        Fingerprints(table[:-less])


def test_rows_are_added_column_by_column_however_many_they_are(tmp_path: Path) -> None:
    dice = random.Random(1)
    names = [f"w:{number}" for number in range(700)]
    rows = [[dice.randrange(256) for _ in range(3)] for _ in names]
    shipping.write_linear(names, bytes(byte for row in rows for byte in row), tmp_path)
    features = Fingerprints((tmp_path / "features.bin").read_bytes())
    scorer = Scorer(features, (tmp_path / "weights.bin").read_bytes(), [1.0, 0.5, 1e-3], [0.25, -2.0])
    for size in (0, 1, 2, 5, 256, 257, 700):
        told = dice.sample(range(700), size)
        columns, count = scorer.total([*(names[place] for place in told), "w:unheard"])
        assert count == size
        assert list(columns) == [sum(rows[place][column] for place in told) for column in range(3)]
    alone, more = scorer.total(["w:1"]), scorer.total(["w:2", "w:3"])
    assert together([alone, more])[1] == 3
    length = sum(rows[place][2] - 128 for place in (1, 2, 3)) * 1e-3
    share = length**-0.5 if length > 0 else 1.0
    assert scorer.scores(together([alone, more])) == pytest.approx(
        [sum(rows[place][column] - 128 for place in (1, 2, 3)) * scale * share + bias for column, scale, bias in ((0, 1.0, 0.25), (1, 0.5, -2.0))]
    )  # fmt: skip


def test_what_is_shipped_is_written_the_same_every_time(tmp_path: Path) -> None:
    shipped = {
        "ear": {"classes": ["need yes"]},
        "names": ["c:A", "c:B"],
        "weights": b"abcdef",
        "tokens": ["预算", "~a"],
        "table": b"xyz",
        "mixture": b"uvw",
    }
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        shipping.write(shipped, tmp_path / name)
    files = [{file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "other")]
    assert files[0] == files[1]
    assert {*files[0]} == {
        "ear.json",
        "features.bin",
        "weights.bin",
        "tokens.bin",
        "rows.bin",
        "network.bin",
        "mixture.bin",
    }
    assert json.loads(files[0]["ear.json"]) == shipped["ear"]


def test_what_is_asked_for_first_is_remembered() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    known = Remembered(double, 2)
    assert [known[number] for number in (1, 1, 2, 3, 1, 3)] == [2, 2, 4, 6, 2, 6]
    assert asked == [1, 2, 3, 3]


@given(st.floats(allow_nan=False))
def test_any_score_is_a_chance(score: float) -> None:
    assert 0 <= chances([score])[0] <= 1
