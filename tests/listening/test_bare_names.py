"""Clauses that only name somebody tell nothing of the customer (R9)."""

from datetime import date

import pytest

from coach.listening.bare_names import only_names
from coach.listening.listener import EmbeddedListener

LISTENER = EmbeddedListener()


@pytest.mark.parametrize(
    "text",
    [
        "Had two calls this evening, one at Drumlin Distillery with Aoife the head distiller",
        "one at Drumlin Distillery with Aoife the head distiller",
    ],
)
def test_names_alone_tell_nothing_of_what_the_customer_sees_r9(text: str) -> None:
    assert "value" not in LISTENER.hear(text, "opening", date(2026, 11, 23)).facts
    told = f"{text}. She said the meters would've saved the fine."
    assert LISTENER.hear(told, "opening", date(2026, 11, 23)).facts["value"].quote.startswith("She said")


@pytest.mark.parametrize(
    "words",
    ["one at Drumlin Distillery with Aoife the head distiller", "Drumlin Distillery, Aoife", "saw the owner, Ms Ito"],
)
def test_names_and_what_stands_between_them_are_bare(words: str) -> None:
    assert only_names(words)


@pytest.mark.parametrize(
    "words", ["Budget Approved", "Loves Ours", "Beth at Morley Pianos loves it", "money's there", "今天去了宏达机械"]
)
def test_a_word_that_tells_something_is_no_bare_name(words: str) -> None:
    assert not only_names(words)
