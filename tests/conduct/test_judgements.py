"""The rep judges first, in whatever words, and is asked for it once (R16)."""

import pytest

from coach.dialogue.judgements import class_told
from tests.conduct.test_debriefing import Bench, asks


def test_the_claim_comes_before_any_challenge_and_stays_r16() -> None:
    bench = Bench()
    bench.to_plan()
    d = bench.talk.debrief
    assert (d.claimed.customer_class, d.claimed.confidence) == ("A", 80)
    assert (d.after_reverse.customer_class, d.after_reverse.confidence) == ("A", 60)


def test_a_judgement_told_with_what_is_unknown_is_not_asked_for_again() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("she always sleeps on it. ok so still A, but 55")
    assert bench.talk.debrief.after_reverse == ("A", 55)
    assert bench.talk.debrief.step != "reverse"


def test_a_percentage_said_again_at_a_menu_tells_nothing_of_the_push() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, she wants to think", ("price",), close_attempted="yes")
    bench.say("nothing. A, 60")
    assert asks(bench) == ("gave_in",)
    bench.say("65 like i said", gave_in="yes")
    d = bench.talk.debrief
    assert (asks(bench), d.close.gave_in, d.after_reverse) == (("gave_in",), None, ("A", 65))


@pytest.mark.parametrize(
    "text", ["Rhyl Crematorium. B id say, 70 odd percent", "Rhyl Crematorium. B abeg, 70", "B sadly, 70"]
)
def test_a_class_with_a_word_or_two_before_its_number_is_one_r16(text: str) -> None:
    assert class_told(text, asked=True)[0] == "B"


@pytest.mark.parametrize(("text", "told"), [("second time I see him. Last time he say C", None), ("last time I said B, today A", "A"), ("last week you had it down as a B", None), ("上次说是C，这次A", "A"), ("上回定成C", None)])  # fmt: skip
def test_the_class_of_last_time_is_not_that_of_today_r16(text: str, told: str | None) -> None:
    assert class_told(text, asked=True)[0] == told


@pytest.mark.parametrize("text", ["Block C tower, 40 people", "Plot 4, B wing, 20 units", "met at 3. A few people, 40"])
def test_a_letter_that_names_something_is_no_class(text: str) -> None:
    assert class_told(text, asked=True)[0] is None


@pytest.mark.parametrize(("text", "claimed"), [("saw Ms Lee, should come off, A, 80%", ("A", 80)), ("见了李姐，应该能成，A，80%", ("A", 80)), ("saw Ms Lee, they want three, 40", (None, None))])  # fmt: skip
def test_a_judgement_told_in_the_opening_is_not_asked_for_again_r16(
    text: str, claimed: tuple[str | None, int | None]
) -> None:
    bench = Bench()
    bench.say(text, names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    assert bench.talk.debrief.claimed == claimed
    assert ("claimed_class" in asks(bench)) == (claimed[0] is None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_a_d_no_percentage_is_asked_since_it_never_signs_r4(language: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme, no sale", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("D, no chance")
    assert bench.talk.debrief.step == "forward"
    bench.say("they don't need it, they just bought one", need="no")
    bench.say("he told me straight out")
    assert "confidence" not in asks(bench)
    bench.say("nothing")
    while bench.talk.debrief.verdict is None:
        assert "confidence" not in asks(bench)
        bench.say("D")
    assert bench.talk.debrief.after_reverse == ("D", None)
    assert "verdict.unmoved" in bench.talk.debrief.lines_used


def test_who_turns_from_d_to_another_class_is_asked_how_sure_he_is() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("D")
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")
    bench.say("nothing")
    bench.say("A then")
    assert asks(bench) == ("confidence",)


@pytest.mark.parametrize(
    "text", ["不知道老板怎么想 B 五成", "不知道老板怎么想，B，五成", "no idea what the boss thinks, B, 50"]
)
def test_a_judgement_beside_what_he_does_not_know_is_not_asked_for_again(text: str) -> None:
    bench = Bench("zh")
    bench.to_reverse()
    bench.say(text)
    assert bench.talk.debrief.after_reverse == ("B", 50)


def test_a_claim_put_right_before_it_is_challenged_is_put_right() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("C, 40")
    bench.say("its B actually")
    assert bench.talk.debrief.claimed == ("B", 40)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_class_less_sure_is_called_that_r16(language: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    assert "verdict.less_sure" in bench.talk.debrief.lines_used
    assert "verdict.moved" not in bench.talk.debrief.lines_used


@pytest.mark.parametrize(("language", "claim"), [("zh", "D吧 没戏"), ("en", "D, no chance")])
def test_who_calls_it_a_d_is_asked_for_the_one_no_that_makes_it_and_not_for_all_four_r5(
    language: str, claim: str
) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say(claim)
    d = bench.talk.debrief
    assert (d.claimed.customer_class, asks(bench)) == ("D", ("need", "power", "value"))
    assert "forward.d_why" in d.lines_used
    bench.say("hm")
    assert bench.talk.debrief.step != "forward"


def test_a_d_whose_three_facts_are_all_a_yes_is_challenged_as_before_r15() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("need, money, value, all there. D", need="yes", power="yes", value="yes")
    bench.say("D, 10")
    assert "forward.d_why" not in bench.talk.debrief.lines_used
