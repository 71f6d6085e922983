"""What is told against what was told before: laid side by side, settled or left open (R9, R14, R15)."""

from typing import Any

import pytest

from coach.domain.hearing import Heard, Hearing
from tests.conduct.reps import heard
from tests.conduct.test_debriefing import Bench, asks


def contradicted(bench: Bench) -> None:
    bench.to_reverse()
    bench.say("her boss signs it off", authority="second")
    assert asks(bench) == ("contradiction",)


def test_contradictions_are_laid_side_by_side_and_the_rep_says_which_stands_r15() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("well, her partner has to agree", authority="second")
    question = bench.talk.debrief.question
    assert question is not None
    assert question.asks == ("contradiction",)
    assert "her partner has to agree" in question.text
    assert "owner" in question.text
    bench.say("2")
    assert bench.talk.debrief.facts["authority"].approvals == 1
    assert not bench.talk.debrief.contradictions


def test_what_settles_a_contradiction_is_the_evidence_shown() -> None:
    """R15, R22: the verdict quotes the sentence that stands, not the one rejected."""
    bench = Bench()
    bench.to_reverse()
    bench.say("his wife holds the purse", authority="second")
    assert "contradiction" in asks(bench)
    bench.say("1")
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.quotes[-1].text) == ("first", "owner, pumps fail, budget set, loves it")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_he_tells_where_class_and_report_lay_side_by_side_is_the_side_that_stands_r15(language: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("C, 40")
    bench.say(
        "her boss signs, pumps fail, budget set, loves it", authority="second", need="yes", power="yes", value="yes"
    )
    bench.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")
    bench.say("no, first her boss and then the board", authority="third")
    assert bench.talk.debrief.facts["authority"].approvals == 2
    assert "contradiction" not in asks(bench)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_that_name_neither_side_are_asked_about_once_more_and_plainly_r15(language: str) -> None:
    bench = Bench(language)
    contradicted(bench)
    bench.say("well the nurse told me something")
    question = bench.talk.debrief.question
    assert question is not None
    assert (question.asks, question.line) == (("contradiction",), "reverse.now_authority")
    bench.say("1")
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.approvals) == ("first", 0)
    assert not bench.talk.debrief.contradictions
    assert asks(bench) != ("contradiction",)


def test_what_settles_nothing_twice_leaves_the_fact_open_r9() -> None:
    bench = Bench()
    contradicted(bench)
    bench.say("well the nurse told me something")
    bench.say("it's complicated")
    assert bench.talk.debrief.facts["authority"].value == "unsure"
    assert asks(bench) != ("contradiction",)


def test_a_fact_told_in_answer_to_a_contradiction_is_the_evidence_from_then_on() -> None:
    bench = Bench()
    contradicted(bench)
    bench.say("the nurse says she signs alone", authority="first")
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.words) == ("first", "the nurse says she signs alone")


def test_a_new_fact_in_a_dispute_is_heard_and_moves_the_verdict() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("3")
    bench.say("no, her boss has to sign it off", authority="second")
    d = bench.talk.debrief
    assert d.dispute == "no, her boss has to sign it off"
    assert d.verdict is not None
    assert d.verdict.customer_class == "B"
    assert "verdict.dispute_kept" not in d.lines_used


@pytest.mark.parametrize("text", ["3 I don't see it that way", "3，我不这么看"])
def test_the_key_with_words_after_it_disputes_with_these_words(text: str) -> None:
    bench = Bench()
    bench.to_plan()
    bench.say(text)
    assert bench.talk.debrief.dispute == text


@pytest.mark.parametrize("text", ["没啥不知道的", "nothing I don't know"])
def test_nothing_unknown_takes_no_fact_back(text: str) -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say(text, value="unsure")
    assert bench.talk.debrief.facts["value"].value == "yes"
    assert not bench.talk.debrief.contradictions


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("钱她老公管的 她说划好了 不过章好像在她老公手里 这个我没问", False),
        ("the money is there she said, but who keeps the stamp, that I didn't ask", False),
        ("otherwise no, she's an A", False),
        ("不知道她老公怎么想", False),
        ("no idea what her husband thinks", False),
        ("钱是不是真有，我没问", True),
        ("I don't know if the money's really there", True),
        ("money, well, I didn't ask about the budget", True),
    ],
)
def test_only_what_is_admitted_not_to_be_known_is_taken_back_r14(text: str, taken_back: bool) -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say(text, power="unsure")
    assert bool(bench.talk.debrief.contradictions) is taken_back


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("dont know if he's talked to the finance crowd. A 70", {"power": "unsure"}),
        ("dont know who owns the building", {"authority": "not_first"}),
        ("不知道房子是谁的", {"authority": "not_first"}),
    ],
)
def test_what_is_not_known_of_something_else_leaves_the_facts_as_told_r14(text: str, facts: dict[str, Any]) -> None:
    bench = Bench()
    bench.to_reverse()
    before = bench.talk.debrief.facts
    bench.say(text, **facts)
    assert bench.talk.debrief.unknowns == text
    assert bench.talk.debrief.facts == before
    assert not bench.talk.debrief.contradictions


@pytest.mark.parametrize(("language", "text"), [("en", "dont know if her husband has a say, he co-owns it I think"), ("zh", "不知道她老公管不管，他也有股份")])  # fmt: skip
def test_an_owner_told_of_under_the_reverse_question_puts_who_decides_in_doubt_r9(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say(text, authority="first")
    question = bench.talk.debrief.question
    assert question is not None
    assert (question.line, question.about, len(question.choices)) == ("reverse.shaken", ("authority",), 2)
    bench.say("2")
    assert bench.talk.debrief.facts["authority"].value == "unsure"


@pytest.mark.parametrize(("language", "doubt", "text"), [("en", "dont know if her husband has a say, he co-owns it I think", "still an A, 70"), ("zh", "不知道她老公管不管，他也有股份", "还是A吧，七成")])  # fmt: skip
def test_who_keeps_his_class_in_the_face_of_a_doubt_keeps_the_fact_r16(language: str, doubt: str, text: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say(doubt, authority="first")
    bench.say(text)
    d = bench.talk.debrief
    assert (d.facts["authority"].value, d.after_reverse) == ("first", ("A", 70))
    assert "contradiction" not in asks(bench)


def test_not_knowing_something_else_is_no_answer_about_the_fact_asked_for_r9() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, she seems keen", authority="first", need="yes", power="yes")
    bench.say("dont know if he's talked to the finance crowd")
    assert bench.talk.debrief.facts["value"].value is None


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("but he goes i wanna run it by my wife she does the books", "he said lemme run it by my wife and I said sure", True),
        ("12k sitting in the account", "there's no 12k sitting in the account", False),
        ("他说要跟老婆商量一下", "他就说跟老婆商量一下，我说好", True),
        ("she's the owner", "her brother owns it", False),
    ],
)  # fmt: skip
def test_one_sentence_told_twice_is_no_contradiction_r15(first: str, again: str, same: bool) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say(first, authority="first", need="yes", power="yes", value="yes")
    bench.say(again, authority="second")
    assert bool(bench.talk.debrief.contradictions) is not same


@pytest.mark.parametrize(
    ("language", "told", "back"),
    [
        ("zh", "她钱先欠着", "不是欠着 是货到付款 说错了"),
        ("zh", "她说没有钱", "不是没有钱，是现在不想花"),
        ("en", "they can't pay", "not that they can't pay, it's the boss who is away"),
    ],
)
def test_a_slip_taken_back_makes_no_d_and_no_contradiction_r4_r15(language: str, told: str, back: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say(told, power="no")
    assert bench.talk.debrief.ruling.customer_class == "D"
    bench.say(back)
    d = bench.talk.debrief
    assert (d.facts["power"].value, d.ruling.customer_class, d.contradictions) == (None, None, ())
    assert "reply.taken_back" in d.lines_used


@pytest.mark.parametrize(("language", "back"), [("zh", "说错了 他有预算"), ("en", "I misspoke, there is a budget")])
def test_what_is_told_after_a_slip_stands_and_nobody_asks_which_r15(language: str, back: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("well", power="no")
    bench.say(back, power="yes")
    d = bench.talk.debrief
    assert (d.facts["power"].value, d.contradictions) == ("yes", ())


@pytest.mark.parametrize("text", ["不是预算的问题 是老板不在", "最重要的不是钱 是时间", "是不是预算有五万 是啊", "it's not about the budget, it's the boss"])  # fmt: skip
def test_what_denies_something_else_takes_nothing_back(text: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("预算有五万 the budget is set", power="yes")
    bench.say(text)
    assert bench.talk.debrief.facts["power"].value == "yes"


def two_sides(language: str) -> Bench:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("her brother signs too", authority="second")
    assert asks(bench) == ("contradiction",)
    return bench


@pytest.mark.parametrize(("language", "text"), [("zh", "还是B 五成"), ("en", "still B, 50")])
def test_a_judgement_given_instead_of_a_side_is_kept_and_which_stands_asked_once_more_only_r15(
    language: str, text: str
) -> None:
    bench = two_sides(language)
    bench.say(text)
    assert bench.talk.debrief.after_reverse == ("B", 50)
    assert asks(bench) == ("contradiction",)
    bench.say("hm")
    d = bench.talk.debrief
    assert "contradiction" not in asks(bench)
    assert (d.step, d.facts["authority"].value) == ("push", "unsure")


@pytest.mark.parametrize(("language", "text"), [("zh", "这个不想说"), ("en", "I'd rather not say")])
def test_who_will_not_say_which_stands_is_let_off_and_neither_stands_r9(language: str, text: str) -> None:
    bench = two_sides(language)
    bench.say(text)
    assert "contradiction" not in asks(bench)
    assert bench.talk.debrief.facts["authority"].value == "unsure"


def test_of_several_facts_in_one_breath_only_the_one_denied_is_taken_back() -> None:
    bench = Bench("zh")
    bench.open_visit()
    whole = "她说了算 清明前要备五百个 钱先欠着"
    bench.ear.meant[whole] = Hearing(facts={"authority": heard("first", whole), "power": heard("no", "钱先欠着")})
    bench.talk.say(whole)
    bench.say("不是欠着 是货到付款 说错了")
    facts = bench.talk.debrief.facts
    assert (facts["authority"].value, facts["power"].value) == ("first", None)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("confidence", "kept"), [(0.41, ()), (0.95, ("no_need",))])
def test_a_reason_half_heard_does_not_speak_against_what_was_told_plainly_r15(
    language: str, confidence: float, kept: tuple[str, ...]
) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    text = "he just bought another car"
    bench.ear.meant[text] = Hearing(blockers=(Heard("no_need", text, confidence),))
    bench.talk.say(text)
    assert bench.talk.debrief.blockers == kept


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "他说要跟财务对一下账再说"), ("zh", "他说他先考虑考虑"), ("en", "He said he'd check with finance first"), ("en", "she told me she'd think about it")],
)  # fmt: skip
def test_who_put_something_off_vouched_for_nothing_r9(language: str, text: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, loves it", authority="first", need="yes", value="yes")
    guess = {"zh": "应该有吧", "en": "should be fine"}[language]
    bench.say(guess, power="unsure")
    bench.say(text)
    assert bench.talk.debrief.facts["power"].value == "unsure"


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "the second. she does the books", "second"),
        ("en", "well, the first one, he told me so", "first"),
        ("en", "neither really", "unsure"),
        ("zh", "后一句，账是她管的", "second"),
        ("zh", "前一句算数", "first"),
    ],
)
def test_the_side_named_in_words_stands_whatever_is_heard_behind_it_r15(language: str, words: str, value: str) -> None:
    bench = Bench(language)
    contradicted(bench)
    bench.say(words, authority="not_first")
    assert bench.talk.debrief.facts["authority"].value == value


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "It still holds only. Need is there. Tender I am not knowing", "yes"),
        ("en", "no he definitely does, it's her I don't know about", "yes"),
        ("en", "not yet", "unsure"),
        ("zh", "站得住，招标的事我不知道", "yes"),
        ("zh", "先算没弄清", "unsure"),
    ],
)
def test_that_the_first_statement_holds_settles_the_doubt_r15(language: str, words: str, value: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("don't know if she wants it" if language == "en" else "不知道她要不要", need="unsure")
    assert asks(bench) == ("contradiction",)
    bench.say(words, need="unsure")
    assert bench.talk.debrief.facts["need"].value == value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reason_owned_up_to_where_he_should_say_which_stands_is_kept_and_nothing_else_r18b(language: str) -> None:
    bench = Bench(language)
    contradicted(bench)
    before = bench.talk.debrief
    bench.say("didn't want to look pushy, and there's a rival", ("fear_impression", "competitor"), power="no")
    d = bench.talk.debrief
    assert d.close.reason == "fear"
    assert d.blockers == (*before.blockers, "fear_impression")
    assert d.facts == before.facts
    assert asks(bench) == ("contradiction",)
