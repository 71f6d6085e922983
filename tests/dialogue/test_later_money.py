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
        ("钱财政拨的，还在评审呢", "钱财政拨的，还在评审呢"),
        ("预算报上去了，等批", "预算报上去了，等批"),
        ("钱要等上级拨", "钱要等上级拨"),
        ("the grant is still under review", "grant is still under review"),
        ("money comes once the loan is approved", "once the loan is approved"),
        ("it's grant money, not landed yet", "grant money, not landed yet"),
        ("he pays when the insurance pays out", "when the insurance pays out"),
        ("asked him, he said after the grant letter", "after the grant letter"),
        ("she has it when she sells the barn", "when she sells the barn"),
        ("等贷款批下来就付", "等贷款批下来就付"),
        ("补贴还没到账", "补贴还没到账"),
        ("保险赔了才有钱", "保险赔了才有钱"),
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
        "钱他有，就是方案还在审批",
        "预算有，五十万，合同还没批",
        "钱没有，设备还没下线",
        "the board approved a budget of 120k in September",
        "the budget for this year is there",
        "no money and there won't be",
        "the bank said yes to the loan",
        "cash is there, he asked if we do finance",
        "he decides after the bank holiday",
        "贷款批了",
    ],
)
def test_what_is_missing_for_good_does_not_come(text: str) -> None:
    assert later_money(text) == ""
