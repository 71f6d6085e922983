"""Whatever comes in, nothing that acts, hides or reorders goes out."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.cleaning import (
    MAX_TEXT,
    clean,
    clean_data,
    clean_input,
    clean_line,
    from_bytes,
    without_long_runs,
)


@given(st.text(st.characters(codec=None, exclude_categories=[])))
def test_no_control_byte_survives_cleaning(text: str) -> None:
    kept = clean(text)
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not set(kept) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200d\u200e\u200f\ufeff\u2028\u2029\u061c"
    )
    kept.encode("utf-8")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.binary())
def test_any_bytes_become_text(raw: bytes) -> None:
    assert isinstance(from_bytes(raw), str)


def test_a_line_of_gbk_is_read_as_what_it_says() -> None:
    assert from_bytes("客户说再想想".encode("gbk")) == "客户说再想想"


def test_escape_sequences_lose_what_makes_them_act() -> None:
    assert clean("\x1b[2J\x1b]52;c;aGk=\x07hello\x9b31m") == "[2J]52;c;aGk=hello31m"


def test_line_ends_of_every_kind_become_newlines() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


def test_a_line_stays_one_line() -> None:
    assert clean_line(" Acme\nPumps\t Ltd \x00") == "Acme Pumps Ltd"


def test_two_thousand_combining_marks_do_not_stack_up() -> None:
    assert len(clean("a" + "\u0301" * 2000)) == 5


def test_a_megabyte_is_cut_and_says_so() -> None:
    kept, cut = clean_input("x" * 1_000_000)
    assert (len(kept), cut) == (MAX_TEXT, True)
    assert clean_input("  hello \n") == ("hello", False)


def test_of_a_run_of_marks_only_the_first_few_are_interpreted() -> None:
    assert without_long_runs("no" + " -" * 500 + "yes...") == "no" + " -" * 8 + "yes..."


def test_data_are_cleaned_with_their_keys() -> None:
    told = {"boss\u009b31m\u202eX": [{"at": "\x1b[2J"}, ("a\x00", 1, None)]}
    assert clean_data(told) == {"boss31mX": [{"at": "[2J"}, ["a", 1, None]]}


def test_data_nested_without_end_are_cut_rather_than_followed() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert json.dumps(clean_data(deep)).count("[") == 100
