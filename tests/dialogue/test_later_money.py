"""Money that is to come later is neither there nor missing for good (R9)."""

import pytest

from coach.dialogue.later_money import later_money, spoken_for
from tests.conduct.test_evenings import evening


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
        ("预算六十万，报了董事会还没批", "预算六十万，报了董事会还没批"),
        ("the grant is still under review", "grant is still under review"),
        ("money comes once the loan is approved", "once the loan is approved"),
        ("it's grant money, not landed yet", "grant money, not landed yet"),
        ("grant money, the ukri letter hasnt come", "grant money, the ukri letter hasnt come"),
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
        "insurance won't pay for the old one, he has 5k",
        "贷款批了",
    ],
)
def test_what_is_missing_for_good_does_not_come(text: str) -> None:
    assert later_money(text) == ""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "钱有，不过都压在货上"),
        ("zh", "账上有钱，但年前不让花"),
        ("zh", "预算批了，可被别的项目挪走了"),
        ("zh", "他说钱不是问题，就是得等回款"),
        ("en", "He has the money but it is all tied up in stock"),
        ("en", "Budget was approved, then it went to another project"),
        ("en", "Money is no problem, just waiting for a payment to come in"),
    ],
)
def test_money_that_is_there_for_something_else_is_not_there_for_this_r9(language: str, told: str) -> None:
    visit = {"zh": "去了宏远门窗，老板老洪，他自己定。", "en": "saw Nils Berg, owner of Berg Windows, he signs alone."}
    d = evening(language, visit[language], "A, 80", told)
    assert d.facts["power"].value == "unsure"


@pytest.mark.parametrize(
    "words",
    [
        "钱他爸压在床底下，当着我面数了三万",
        "钱有，她卡在合同里那条不保效果",
        "预算年底前要花掉四十万，在她手上",
        "the money has to be spent by June, and she thought ours was best",
        "budget's been approved and moved into his cost centre",
    ],
)
def test_money_that_lies_ready_is_not_spoken_for(words: str) -> None:
    assert spoken_for(words) == ""
