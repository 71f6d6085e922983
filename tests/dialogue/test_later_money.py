"""Money that is to come later is neither there nor missing for good (R9)."""

import pytest

from coach.dialogue.later_money import later_money


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("she wants the slicer, no cash til january", "no cash til january"),
        ("love it, skint until the grant", "skint until the grant"),
        ("their budget resets in April", "budget resets in April"),
        ("Tom said the money's in next year's budget", "money's in next year's budget"),
        ("the budget is approved for next financial year", "budget is approved for next financial year"),
        ("Money is the loan, the bank decides", "Money is the loan, the bank decides"),
        ("he'll pay if the loan comes through", "pay if the loan comes through"),
        ("they've got budget from April", "budget from April"),
        ("今年预算用完了，明年一月的已经报上去了", "明年一月的已经报上去了"),
        ("得等到年后才有钱", "得等到年后才有钱"),
    ],
)
def test_when_it_comes_is_told(text: str, told: str) -> None:
    assert later_money(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "no money",
        "没钱",
        "一分钱没有",
        "they went bust in January",
        "预算砍了",
        "the board approved a budget of 120k in September",
        "the budget for this year is there",
        "no money and there won't be",
    ],
)
def test_what_is_missing_for_good_does_not_come(text: str) -> None:
    assert later_money(text) == ""
