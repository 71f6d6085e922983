"""What a statement rests on: what somebody admits not to know."""

import pytest

from coach.dialogue.evidentiality import admits, said_so, tells_more, to_find_out


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


@pytest.mark.parametrize(
    "text",
    [
        "yes sam said those very words",
        "Deepa said so",
        "yes, the treasurer told me",
        "locked in two years, his words",
        "他亲口说的",
        "李总跟我说过",
    ],
)
def test_whoever_is_named_as_having_said_it_said_it_r9(text: str) -> None:
    assert said_so(text)


@pytest.mark.parametrize(
    "text",
    [
        "no he never said",
        "he told me nothing",
        "nobody said that",
        "I said it",
        "what I said",
        "not his words",
        "他没亲口说",
        "他没说",
    ],
)
def test_what_nobody_said_was_not_said_r9(text: str) -> None:
    assert not said_so(text)


@pytest.mark.parametrize(("text", "more"), [("the warden said it", False), ("yeah Luis said that", False), ("she said it saves a man", True), ("他说过的", False), ("他说省一个人", True)])  # fmt: skip
def test_who_said_it_tells_nothing_of_what(text: str, more: bool) -> None:
    assert tells_more(text) is more
