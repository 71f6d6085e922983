"""Money is what the customer has: not what we ask, nor what somebody has still to grant (R9)."""

import pytest
from tests.conduct.reps import heard

from coach.domain.hearing import Hearing
from coach.listening.money import without_false_money


def money(text: str, quote: str = "", value: str = "yes") -> str:
    told = without_false_money(Hearing(facts={"power": heard(value, quote or text)}), text).facts.get("power")
    return told.value if told else ""


@pytest.mark.parametrize(
    "text",
    ["Amount is around 6 lakhs", "the quote is 40k", "I gave 18 lakhs for ten units", "and ours comes to 22,500 plus VAT", "我报价三万二", "给他报了18万"],
)  # fmt: skip
def test_our_price_is_none_of_his_money(text: str) -> None:
    assert money(text) == ""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the board votes the money", ""),
        ("预算还没批", ""),
        ("He'll pay if the loan comes through", ""),
        ("Money is the loan, the bank decides.", "Money is the loan"),
        ("钱要等银行批", ""),
    ],
)
def test_what_has_still_to_be_granted_is_not_there_yet(text: str, quote: str) -> None:
    assert money(text, quote) == "unsure"


@pytest.mark.parametrize("text", ["no money, the rent is due", "没钱，要交房租"])
def test_what_he_owes_leaves_a_no_as_it_is(text: str) -> None:
    assert money(text, value="no") == "no"


@pytest.mark.parametrize("text", ["neither, it's the bank", "The bank hasn't said yes yet"])
def test_a_no_that_hangs_on_a_bank_is_heard_as_told(text: str) -> None:
    """Whether it is one for good is asked in the talk (R9)."""
    assert money(text, value="no") == "no"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("they've got the loan approved", ""),
        ("the quote of 40k is fine by him", ""),
        ("the price is 40 and that's within budget", ""),
        ("They have 40k for it. The bank decides on the van.", "They have 40k for it"),
    ],
)
def test_what_is_there_stays(text: str, quote: str) -> None:
    assert money(text, quote) == "yes"
