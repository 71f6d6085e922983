"""The forward question asks for the four facts, and once more for what it was not told (R9, R12)."""

import pytest

from coach import phrases
from tests.conduct.test_evenings import evening, question


@pytest.mark.parametrize(
    ("language", "lines", "told"),
    [
        ("en", ("Saw Priya at Northgate Dental. Their steriliser fails every week.", "A, 75", "two partners have to agree"), "it's set aside, she said"),
        ("zh", ("见了宏达五金的刘姐，现在那家老是晚交货，她很头疼", "A，七成", "上面还有老板一道"), "预算批了"),
    ],
)  # fmt: skip
def test_what_the_first_question_left_unanswered_is_asked_for_once_more(
    language: str, lines: tuple[str, ...], told: str
) -> None:
    d = evening(language, *lines)
    assert question(d) == "forward.still"
    assert d.question is not None
    assert d.question.asks == ("power", "value")
    assert question(evening(language, *lines, told)) not in ("forward.still", "forward.main")


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "永和鲜豆浆加盟店，店长小孟说他做不了主"), ("en", "Saw Kim at Northgate Dental, she can't decide it")],
)
def test_of_somebody_known_not_to_decide_only_the_approvals_above_are_asked_r7(language: str, told: str) -> None:
    d = evening(language, told, "C, 30")
    assert d.facts["authority"].value == "not_first"
    assert d.question is not None
    above = phrases.load("zh" if language == "zh" else "en").entries["forward.ask.above"]
    assert any(line.rstrip("?？") in d.question.text for line in above)
