"""Who is above, told in a few words (R7)."""

import pytest

from coach.dialogue.approvals import approvals_told, names_the_one_above


@pytest.mark.parametrize("text", ["no just her mother", "just his boss", "就老板一个", "只有他爸"])
def test_the_one_above_is_named(text: str) -> None:
    assert names_the_one_above(text)


@pytest.mark.parametrize("text", ["her mother likes it", "他爸不同意", "no", "just him"])
def test_a_relative_in_a_sentence_is_not_counted(text: str) -> None:
    assert not names_the_one_above(text)


@pytest.mark.parametrize("text", ["80 is under 100", "ours is inside it", "yes it's inside"])
def test_below_the_limit_nobody_is_above(text: str) -> None:
    assert approvals_told(text) == "first"
