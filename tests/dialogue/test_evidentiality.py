"""What a statement rests on: what somebody admits not to know."""

import pytest

from coach.dialogue.evidentiality import admits, to_find_out


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


@pytest.mark.parametrize(
    ("text", "quote", "open_"),
    [
        ("I ask her straight whether the bishop has to sign", "the bishop has to sign", True),
        ("I'll ask him if his boss approves it", "his boss approves it", True),
        ("he pays if the boss approves", "the boss approves", False),
        ("the bishop has to sign", "the bishop has to sign", False),
    ],
)
def test_what_is_to_be_asked_is_no_evidence_r9(text: str, quote: str, open_: bool) -> None:
    assert to_find_out(text, quote) is open_
