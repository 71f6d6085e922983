"""What an "I don't know" is about: the fact asked for, or something else (R9, R14)."""

import pytest

from coach.dialogue.admitting import admitted_of, is_about


@pytest.mark.parametrize(
    ("quote", "about"),
    [
        ("don't know if they need it", True),
        ("don't know whether a new machine is needed", True),
        ("also whether a tender is needed", False),
        ("not sure if planning permission is required", False),
        ("don't know if they need a second quote", False),
        ("不知道他要不要", True),
        ("不知道要不要招标", False),
        ("手续要不要走不清楚", False),
    ],
)
def test_what_the_purchase_needs_is_no_need_of_the_customer(quote: str, about: bool) -> None:
    assert is_about("need", quote) is about


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("whether the bishop has a say, now you ask. B then", "whether the bishop has a say"),
        ("who else is quoting, and if her husband has to sign", "and if her husband has to sign"),
        ("how she likes the colour", ""),
        ("颜色她喜不喜欢，还有她老公同不同意", "还有她老公同不同意"),
    ],
)
def test_asked_what_he_does_not_know_a_bare_question_says_it_r14(text: str, told: str) -> None:
    assert admitted_of("authority", text, asked=True) == told
    assert admitted_of("authority", text) == ""


def test_who_pays_and_what_is_in_the_bank_is_the_money_r14() -> None:
    assert admitted_of("power", "whether ukri pays at all", asked=True)
    assert admitted_of("power", "don't know if it's in the bank yet")
