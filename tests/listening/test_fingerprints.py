"""Words are found by fingerprints, what is shipped is written the same every time."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts.listener_training import shipping

from coach.listening.claims import chances
from coach.listening.fingerprints import Fingerprints, packed
from coach.listening.remembered import Remembered

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


def test_what_is_shipped_is_written_the_same_every_time(tmp_path: Path) -> None:
    shipped = {
        "ear": {"classes": ["need yes"]},
        "tokens": ["预算", "~a"],
        "table": b"xyz",
        "layers": b"uvw",
    }
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        shipping.write(shipped, tmp_path / name)
    files = [{file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "other")]
    assert files[0] == files[1]
    assert {*files[0]} == {"ear.json", "tokens.bin", "rows.bin", "network.bin", "layers.bin"}
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
