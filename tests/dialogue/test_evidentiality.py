"""What a statement rests on: what somebody admits not to know."""

import pytest

from coach.dialogue.evidentiality import admits


@pytest.mark.parametrize(
    "text",
    [
        "没问",
        "钱没细问",
        "没好意思问",
        "没来得及问",
        "没敢多问",
        "didn't ask",
        "I didn't dare ask",
        "He didn't exactly say what he'd use it for",
    ],
)
def test_who_did_not_ask_admits_that_he_does_not_know(text: str) -> None:
    assert admits(text)


@pytest.mark.parametrize("text", ["没问题", "钱没什么问题", "no question about it"])
def test_no_problem_admits_nothing(text: str) -> None:
    assert not admits(text)
