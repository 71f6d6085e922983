"""A deal plainly lost is written down as lost in the rep's words (R23), and the talk takes the short way to what he
would do differently.
"""

import pytest

from coach.domain import debrief_events as e
from tests.conduct.test_debriefing import Bench, asks

LOST = (
    "Saw Mike at Apex. lost it, they went with Cobalt",
    "he went with a competitor, cheaper. lost it",
    "We lost the deal to Cobalt",
    "they've signed with someone else",
    "丢了，人家跟别家签了",
    "今天去了宏达，丢了，跟别家签了",
    "这单黄了，他们选了别家",
    "客户跟同行签了",
    "谈了三回，今天人家直接跟对面老周签了",
    "they've signed with Brenntag on Friday",
    "这单黄了，人家跟别家签了，什么破价格",
    "你知道吗，这单黄了",
)
NOT_LOST = (
    "she lost a whole pallet of salmon",
    "he lost it when I named the price",
    "they went with Cobalt last year",
    "if we lose it I'm done",
    "they are comparing with a competitor",
    "they went with the basic package",
    "he said they went with a competitor two years ago",
    "I thought we'd lost it but he came round",
    "去年他们跟别家签了，现在想换",
    "他跟别家签了三年合同，明年到期",
    "怕这单丢了",
    "客户丢了一批货",
    "手机丢了",
    "老板跟财务签了字",
    "he went with Dana to the plant",
    "这单黄了吗",
)


@pytest.mark.parametrize("text", LOST)
def test_a_loss_is_kept_and_only_what_to_do_differently_is_asked(text: str) -> None:
    bench = Bench()
    bench.say("today", names={"customer": "Apex", "contact": "Mike"})
    bench.say(text, ("competitor",), signed="yes")
    d = bench.talk.debrief
    assert d.outcome is not None
    assert (d.outcome.outcome, d.signed, d.blockers) == ("lost", False, ())
    assert d.outcome.reason
    assert d.outcome.reason in text
    assert asks(bench) == ("next_line",)
    bench.say("who else are you looking at? I'd ask that first")
    assert bench.talk.debrief.recorded
    assert bench.talk.debrief.plan.what == ""
    assert sum(isinstance(one.event, e.OutcomeRecorded) for one in bench.talk.history) == 1


@pytest.mark.parametrize("text", NOT_LOST)
def test_what_does_not_plainly_say_that_this_customer_is_lost_is_no_loss(text: str) -> None:
    bench = Bench()
    bench.say(text)
    assert bench.talk.debrief.outcome is None


def test_a_loss_taken_back_never_happened() -> None:
    bench = Bench()
    bench.say("saw Mike", names={"customer": "Apex"})
    bench.say("lost it, they went with Cobalt")
    bench.talk.say("/back")
    assert bench.talk.debrief.outcome is None
    assert "claimed_class" in asks(bench)


def test_whom_they_signed_with_is_kept_with_the_loss_r23() -> None:
    bench = Bench()
    bench.say("turns out they signed with Samsara last week. lost it.", names={"customer": "Acme"})
    assert bench.talk.debrief.outcome is not None
    assert bench.talk.debrief.outcome.reason == "turns out they signed with Samsara last week. lost it"
