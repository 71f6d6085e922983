"""Somebody who signs alone up to a sum: whether this order is above it is asked, and an approval above goes with it
(R7, R15).
"""

import pytest

from coach.dialogue.limits import below_limit, limited
from tests.conduct.test_debriefing import Bench

UP_TO = {"zh": "二十万以下他自己签", "en": "she signs herself up to 20k"}
ABOVE = {"zh": "超过二十万要她哥点头", "en": "above that her brother has to agree"}


@pytest.mark.parametrize(
    "text",
    ["不超二十万他说了算", "五万块以内她批", "3万以下他定", "他的限额是五万", "anything up to 10k is his call", "he decides alone below fifty thousand"],
)  # fmt: skip
def test_a_sum_up_to_which_somebody_signs_is_a_limit(text: str) -> None:
    assert limited(text)


@pytest.mark.parametrize(
    "text", ["他说了算", "省了二十万", "两周以内他签", "he signs within two weeks", "she signs alone"]
)
def test_other_figures_are_none(text: str) -> None:
    assert not limited(text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_signs_up_to_a_sum_is_no_first_kp_until_the_order_is_held_against_it(language: str) -> None:
    bench = Bench(language)
    bench.say(
        "saw her", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no", need="yes", power="yes", value="yes"
    )
    said = bench.say(UP_TO[language], authority="first")
    assert bench.talk.debrief.facts["authority"].value == "unsure"
    assert not any("估计" in line or "guess" in line for line in said)
    bench.say("A, 70")
    assert bench.talk.debrief.question is not None
    assert bench.talk.debrief.question.line == "forward.limit"
    bench.say("没超" if language == "zh" else "within it")
    assert bench.talk.debrief.facts["authority"].value == "first"


@pytest.mark.parametrize(
    ("words", "text", "below"),
    [
        ("up to 30k", "she can order up to 30k and ours is 26.5", True),
        ("up to 20 grand", "he can approve up to 20 grand. we're at 34", False),
        ("up to £15,000", "up to £15,000 he asks nobody, quoted him £12,400", True),
        ("up to 5k", "signs up to 5k. it is 3,800", True),
        ("up to 5 mil", "authority up to 5 mil, PO would be 3.2", True),
        ("anything over 50k", "anything over 50k goes to the board, this one's 48k", True),
        ("up to 20k", "up to 20k he signs, he lost 30k last year", None),
        ("up to 20k", "up to 20k he signs, it's 20 minutes from here", None),
        ("二十万以下他自己签", "二十万以下他自己签，这单十八万", True),
        ("一百二十万以下", "一百二十万以下他签，报价一百三十万", False),
        ("5万以内", "5万以内他批，这单三千块", True),
        ("二十万以下", "二十万以下他自己签，省了三万", None),
    ],
)
def test_the_sum_of_the_order_is_held_against_the_limit_r7(words: str, text: str, below: bool | None) -> None:
    assert below_limit(words, text) is below


@pytest.mark.parametrize(
    ("language", "told", "value"),
    [
        ("en", "she signs herself up to 20k, this order is 18", "first"),
        ("en", "she signs herself up to 20k, this order is 62", "not_first"),
        ("zh", "二十万以下他自己签，这单十八万", "first"),
        ("zh", "二十万以下他自己签，这单三十万", "not_first"),
    ],
)
def test_who_told_the_sum_beside_the_limit_is_not_asked_for_it(language: str, told: str, value: str) -> None:
    bench = Bench(language)
    bench.say(told, authority="first", names={"customer": "Acme", "contact": "Ms Lee"}, need="yes", power="yes", value="yes")  # fmt: skip
    assert bench.talk.debrief.facts["authority"].value == value


@pytest.mark.parametrize(
    ("language", "sum_told", "value"), [("en", "it's 62k", "not_first"), ("zh", "十八万", "first")]
)
def test_a_sum_answers_whether_the_order_is_inside_the_limit(language: str, sum_told: str, value: str) -> None:
    bench = Bench(language)
    bench.say(UP_TO[language], authority="first", names={"customer": "Acme", "contact": "Ms Lee"}, need="yes", power="yes", value="yes")  # fmt: skip
    bench.say("A, 70")
    bench.say(sum_told)
    assert bench.talk.debrief.facts["authority"].value == value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_limit_contradicts_no_approval_above(language: str) -> None:
    bench = Bench(language)
    bench.say(
        "saw her", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no", need="yes", power="yes", value="yes"
    )
    bench.say("B, 60")
    bench.say(ABOVE[language], authority="second")
    bench.say("asked, no", close_attempted="yes", gave_in="no")
    bench.say(UP_TO[language], authority="first")
    d = bench.talk.debrief
    assert (d.facts["authority"].value, d.contradictions) == ("second", ())


@pytest.mark.parametrize(("language", "words"), [("zh", "见的李姐"), ("en", "saw Dana Whitfield")])
def test_a_name_alone_says_nothing_about_who_decides_r6(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say(words, authority="not_first")
    assert bench.talk.debrief.facts["authority"].value is None
