"""The customer's name in an answer, apart from class and percentage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.dialogue.naming import LONGEST, name_told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("鼎新模具", "鼎新模具"),
        ("鼎新模具，B，六成", "鼎新模具"),
        ("鼎新模具 B 60", "鼎新模具"),
        ("客户是鼎新模具，A类，八成", "鼎新模具"),
        ("叫鼎新模具。B吧，60", "鼎新模具"),
        ("鼎新，给B，一半一半", "鼎新"),
        ("A4纸业，B，五成", "A4纸业"),
        ("Acme Foods, B, 60%", "Acme Foods"),
        ("it's called Acme. B, 60", "Acme"),
        ("Bob's Burgers, an A, 90", "Bob's Burgers"),
        ("Delta Dental, class B, 55", "Delta Dental"),
    ],
)
def test_the_name_is_what_is_left_without_the_judgement(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "B吧，六成",
        "我判B，六成把握",
        "应该算B吧，五成左右",
        "不好说，C吧",
        "我觉得是A，把握大概七成",
        "I'd say B, about 60 percent",
        "probably a B, sixty",
        "call it a C, 40%",
        "B I think, 50/50",
        "say A, 80% sure",
        "how should I know?",
        "他看了，没说话，走了，我也走了",
        "",
    ],
)
def test_a_judgement_alone_and_a_story_name_nobody(text: str) -> None:
    assert name_told(text) == ""


@given(st.text())
def test_reading_a_name_never_fails(text: str) -> None:
    assert len(name_told(text)) <= LONGEST + 1
