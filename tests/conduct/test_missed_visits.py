"""A visit at which nobody was met: nothing to judge, but the customer and the day agreed on instead are kept."""

from datetime import date

import pytest

from coach.domain.hearing import Hearing
from tests.conduct.reps import heard
from tests.conduct.test_debriefing import Bench

AGREED = {
    "zh": ("去鼎盛物流，经理没在，改到 2026-11-26", "好"),
    "en": ("went to Acme, he wasn't in, moved to 2026-11-26", "ok"),
}


def missed(language: str) -> Bench:
    bench = Bench(language)
    bench.say(AGREED[language][0], names={"customer": "Acme"}, next_date="2026-11-26")
    return bench


@pytest.mark.parametrize("language", ["zh", "en"])
def test_customer_and_day_of_a_missed_visit_are_kept(language: str) -> None:
    d = missed(language).talk.debrief
    assert (d.customer, d.plan.date, d.facts["authority"].value) == ("Acme", date(2026, 11, 26), None)
    assert d.question is not None
    assert d.question.line == "visit.none"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_agrees_that_there_is_nothing_to_judge_is_asked_nothing(language: str) -> None:
    bench = missed(language)
    bench.say(AGREED[language][1])
    assert bench.talk.debrief.question is not None
    assert bench.talk.debrief.question.line == "visit.none"


@pytest.mark.parametrize("words", ["哦对了，打了个电话，他说下周三下午两点在", "改到周三了"])
def test_a_day_told_later_is_kept_as_well(words: str) -> None:
    bench = Bench("zh")
    bench.say("没见着，门卫不让进")
    bench.say(words, next_date="2026-12-02")
    d = bench.talk.debrief
    assert d.plan.date == date(2026, 12, 2)
    assert d.question is not None
    assert d.question.line == "visit.none"


def test_another_customer_told_then_takes_the_place_of_the_missed_one() -> None:
    bench = missed("zh")
    bench.say("那讲下午那家，宏光五金，见的王厂长", names={"customer": "宏光五金", "contact": "王厂长"})
    d = bench.talk.debrief
    assert (d.customer, d.contact, d.plan.what, d.plan.date) == ("宏光五金", "王厂长", "", None)
    assert d.step == "claim"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "rang him, he's rebooked for 2026-11-26"),
        ("en", "I'll try again 2026-11-26"),
        ("zh", "打过电话了，改约 2026-11-26"),
    ],
)
def test_the_day_it_is_put_off_to_may_be_told_after_that(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say({"en": "nobody in at Acme", "zh": "去鼎盛物流，经理没在"}[language], names={"customer": "Acme"})
    bench.say(words, next_date="2026-11-26")
    d = bench.talk.debrief
    assert (d.customer, d.plan.date, d.step) == ("Acme", date(2026, 11, 26), "opening")


@pytest.mark.parametrize(
    ("language", "first", "second", "words", "name"),
    [
        ("zh", "上午见了金源粮油的李会计，没戏", "。下午见了兴旺饲料的赵老板", "先说兴旺饲料吧，赵老板自己的厂", "兴旺饲料"),
        ("en", "two visits. saw Dana at Acme, no need.", " then I met Tom at Baxter", "let's do Baxter first", "Baxter"),
    ],
)  # fmt: skip
def test_of_two_visits_the_one_he_would_rather_tell_takes_the_place_of_the_first(
    language: str, first: str, second: str, words: str, name: str
) -> None:
    bench = Bench(language)
    bench.ear.meant[first] = Hearing(facts={"need": heard("no", first)}, names={"customer": "Acme"})
    bench.talk.say(first + second)
    assert bench.talk.debrief.customer == "Acme"
    bench.say(words)
    assert (bench.talk.debrief.customer, bench.talk.debrief.facts["need"].value) == (name, None)
