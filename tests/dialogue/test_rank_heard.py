"""What a statement is worth as evidence of the rank (R6, R7)."""

import pytest

from coach.dialogue.rank_heard import rank_told
from coach.domain.debrief import Debrief
from coach.domain.hearing import Heard


def rank(text: str, quote: str, value: str, confidence: float = 0.7) -> str | None:
    heard = rank_told(Debrief(id="x", contact="Bo Lind"), text, Heard(value, quote, confidence))
    return heard.value if heard else None


@pytest.mark.parametrize(
    "text",
    [
        "nobody above him bar the wife haha",
        "there is no one above her apart from the board",
        "nobody above him, except his dad",
        "上面没人，除了他老婆",
        "除了他爸没人管得了",
    ],
)
def test_nobody_above_but_one_is_one_r7(text: str) -> None:
    assert rank(text, text.split(",")[0].split("，")[0], "first", 0.9) == "second"


@pytest.mark.parametrize(
    "text", ["nobody but her signs", "nobody signs except himself", "no one else is above her", "除了他没人能签", "没人能签，除了他自己"]
)  # fmt: skip
def test_nobody_but_himself_is_nobody_above_r7(text: str) -> None:
    assert rank(text, text, "first", 0.9) == "first"


@pytest.mark.parametrize("text", ["Mr Lind swore he'd sign", "she promised to sign on Friday", "he said he will sign", "他答应签", "他说会签的"])  # fmt: skip
def test_a_promise_to_sign_tells_nothing_of_who_else_has_to_r9(text: str) -> None:
    assert rank(text, text, "first") is None


@pytest.mark.parametrize(
    "text", ["he said he'll sign alone", "his shop, he'll sign, nobody to ask", "he signs", "他自己签"]
)
def test_that_he_signs_alone_is_no_promise_r7(text: str) -> None:
    assert rank(text, text, "first") == "first"


def test_what_was_dictated_in_one_breath_does_not_tie_a_quote_to_its_beginning_r6() -> None:
    text = "he has the capital allocation signed off and he told me all of it twice over a cup of tea and then families being moved away"
    assert rank(text, "and then families being moved away", "second", 0.59) is None


@pytest.mark.parametrize("text", ["OA走两级", "要走三级", "走流程到集团"])
def test_the_levels_of_a_procedure_are_words_about_approval_r7(text: str) -> None:
    assert rank(text, text, "third", 0.96) == "third"
