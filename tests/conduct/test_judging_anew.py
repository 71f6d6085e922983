"""An overdue one judged anew: what was told last time is read back, not asked from zero (R8); and whom one sat with is
asked once.
"""

import random

import pytest

from coach.conduct.debriefing import Debriefing
from tests.conduct.reps import Day
from tests.conduct.test_debriefing import Bench, asks


def judged_again(language: str = "en") -> Bench:
    bench = Bench(language)
    bench.to_plan()
    bench.say("1")
    first = bench.talk
    assert first.debrief.recorded
    desk = Debriefing(bench.journal, bench.ear, Day(), random.Random(9).randrange)
    bench.talk = desk.open("Rep", language, again=first.id)
    return bench


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "yes, still so, I rang her"),
        ("en", "nothing changed"),
        ("zh", "还是这样，打过电话"),
        ("zh", "没了"),
        ("zh", "没什么变化"),
        ("zh", "不变，打过电话"),
    ],
)
def test_last_times_facts_are_read_back_and_stand_where_the_rep_says_so_r8(language: str, words: str) -> None:
    bench = judged_again(language)
    question = bench.talk.debrief.question
    assert question is not None
    assert question.line == "opening.again_told"
    assert "owner, pumps fail" in question.text
    bench.say(words)
    d = bench.talk.debrief
    assert [fact.value for fact in d.facts.values()] == ["first", "yes", "yes", "yes"]
    assert d.claimed.customer_class is None
    bench.say("B, 40")
    assert bench.talk.debrief.step == "unsigned"


def test_what_is_judged_anew_is_about_the_same_product_unless_another_is_named() -> None:
    bench = judged_again()
    assert bench.talk.debrief.product == ""
    bench.say("/edit product Pump")
    desk = Debriefing(bench.journal, bench.ear, Day(), random.Random(10).randrange)
    assert desk.open("Rep", "en", again=bench.talk.id).debrief.product == "Pump"
    assert desk.open("Rep", "en", again=bench.talk.id, product="Chiller").debrief.product == "Chiller"


def test_what_has_changed_since_is_no_contradiction_r15() -> None:
    bench = judged_again()
    bench.say("the bank said no, the money is gone", power="no")
    d = bench.talk.debrief
    assert (d.facts["power"].value, d.facts["need"].value, d.contradictions) == ("no", "yes", ())


@pytest.mark.parametrize(
    ("language", "words"), [("en", "no, it's all changed"), ("zh", "不是了，都变了"), ("zh", "这回需求没了，别的也是")]
)
def test_where_nothing_holds_any_more_all_is_asked_anew_r9(language: str, words: str) -> None:
    bench = judged_again(language)
    bench.say(words)
    assert not any(fact.known for fact in bench.talk.debrief.facts.values())


@pytest.mark.parametrize(("language", "answer"), [("en", "Priya Nair, B 60"), ("zh", "李总，B 六成")])
def test_whom_one_sat_with_is_asked_once_with_the_judgement(language: str, answer: str) -> None:
    bench = Bench(language)
    bench.say("went to Dunmore", names={"customer": "Dunmore"}, signed="no")
    assert asks(bench) == ("contact", "claimed_class", "confidence")
    bench.say(answer)
    d = bench.talk.debrief
    assert d.contact in ("Priya Nair", "李总")
    assert d.claimed == ("B", 60)
    other = Bench(language)
    other.say("went to Dunmore", names={"customer": "Dunmore"}, signed="no")
    other.say("B")
    assert "contact" not in asks(other)
