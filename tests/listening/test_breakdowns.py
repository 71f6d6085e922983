"""A thing that broke is a need, a customer who is broke has no money."""

import pytest

from coach.domain.hearing import Heard, Hearing
from coach.listening.breakdowns import with_breakdown


@pytest.mark.parametrize("quote", ["chair broke", "the kiln broke twice last month"])
def test_a_thing_that_broke_is_a_need(quote: str) -> None:
    facts = with_breakdown(Hearing(facts={"power": Heard("no", quote, 0.9)})).facts
    assert facts == {"need": Heard("yes", quote, 0.9)}


@pytest.mark.parametrize(
    "quote", ["they're broke", "broke til march", "flat broke", "he went broke", "can't be broke", "no cash, broke"]
)
def test_whoever_is_broke_has_no_money(quote: str) -> None:
    heard = Hearing(facts={"power": Heard("no", quote, 0.9)})
    assert with_breakdown(heard) == heard
