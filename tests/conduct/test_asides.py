"""A question back, a feeling, a joke, not having understood, a wish to skip: each is met as itself, and the open
question comes anew.
"""

import re
from typing import Any

import pytest

from coach.dialogue import asides, glossary
from coach.domain.debrief_events import CoachSaid, QuestionAsked
from coach.domain.hearing import Hearing
from coach.phrases import load
from tests.conduct.reps import heard
from tests.conduct.test_debriefing import Bench, asks

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said(bench: Bench) -> list[str]:
    told = (one.event for one in bench.talk.history)
    return [event.line for event in told if isinstance(event, CoachSaid | QuestionAsked)]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("I don't know what you mean", "puzzled"),
        ("what?", "puzzled"),
        ("我没听懂", "puzzled"),
        ("什么意思？", "puzzled"),
        ("can I skip this", "skip"),
        ("这题跳过吧", "skip"),
        ("well honestly what do you think, was that dumb?", "asks_back"),
        ("你觉得呢？", "asks_back"),
        ("I'm so tired today", "feeling"),
        ("唉，今天太累了", "feeling"),
        ("I'm gutted to be honest", "feeling"),
        ("hahaha", "joke"),
        ("你是AI吗", "who"),
        ("你到底是谁啊", "who"),
        ("are you a robot?", "who"),
        ("am I talking to a human?", "who"),
        ("哈哈哈", "joke"),
        ("再问一遍", "puzzled"),
        ("ask me again", "puzzled"),
        ("这个问题我刚才说过了", "again"),
        ("你烦不烦", "hurry"),
        ("you are annoying", "hurry"),
        ("can you ask less", "hurry"),
    ],
)
def test_plain_talk_is_met_as_what_it_is(text: str, aside: str) -> None:
    bench = Bench()
    bench.open_visit()
    before, heard = asks(bench), bench.talk.debrief.facts
    assert asides.read(text) == aside
    bench.say(text)
    if aside == "skip":
        assert f"forward:{before[0]}" in bench.talk.debrief.skipped
    else:
        assert f"aside.{aside}" in said(bench)
        assert asks(bench) == before
    assert bench.talk.debrief.facts == heard
    assert "reply.evasive" not in said(bench)


@pytest.mark.parametrize("text", ["why are you asking me that?", "你为什么问这个？", "问这个有什么用"])
def test_who_asks_why_is_told_why(text: str) -> None:
    bench = Bench()
    bench.open_visit()
    before = asks(bench)
    bench.say(text)
    assert "why.forward" in said(bench)
    assert asks(bench) == before


@pytest.mark.parametrize(
    "text",
    ["he likes it, what do you think?", "他没听懂", "I don't know", "没敢", "I was nervous", "不懂行", "好的", "no", "tired of waiting, he said", "what do you think of a trial?"],
)  # fmt: skip
def test_an_answer_is_no_aside(text: str) -> None:
    assert asides.read(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what's a brier score?", "glossary.brier.text"),
        ("what do you mean ask?", "glossary.asking.text"),
        ("R1是什么意思", "rule.r1"),
        ("R18a是什么", "rule.r18a"),
        ("R9?", "rule.r9"),
        ("判定是啥", "glossary.verdict.text"),
        ("what's the term?", "glossary.term.text"),
        ("what's an A customer?", "glossary.classes.text"),
        ("啥叫认可价值", "glossary.recognition.text"),
        ("怎么算有需求？", "glossary.need.text"),
        ("购买能力是什么意思", "glossary.power.text"),
        ("什么叫一道", "glossary.approvals.text"),
        ("what does purchasing power mean?", "glossary.power.text"),
        ("what do you mean, one above?", "glossary.approvals.text"),
    ],
)
def test_words_and_rules_are_explained(text: str, line: str) -> None:
    assert glossary.asked_for(text) == line


@pytest.mark.parametrize(
    "text",
    ["he means to ask his boss", "he asked what's the price", "they asked what's possible in time", "他没开口，不知道什么意思", "he asked what is the deadline", "他问我们的需求是什么"],
)  # fmt: skip
def test_what_the_customer_asked_is_no_question_to_the_coach(text: str) -> None:
    assert (glossary.asked_for(text), glossary.unknown_word(text), asides.read(text)) == (None, None, None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_that_can_be_shown_is_explained(language: str) -> None:
    assert {f"rule.r{n}" for n in range(1, 24)} | {"rule.r18a", "rule.r18b"} <= set(load(language).entries)


def test_a_word_the_coach_does_not_know_gets_an_honest_answer() -> None:
    bench = Bench("zh")
    answer = bench.say("什么是漏斗？")
    assert "漏斗" in answer[0]
    assert said(bench)[-2] == "aside.unknown_word"


def test_what_he_does_not_know_may_be_named_as_a_question_r14() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("what's the budget")
    assert bench.talk.debrief.unknowns == "what's the budget"


def test_a_new_judgement_is_no_evasion() -> None:
    bench = Bench("zh")
    bench.to_reverse()
    bench.say("没了。还是A，七成")
    assert bench.talk.debrief.after_reverse == ("A", 70)
    assert "reply.evasive" not in said(bench)


def test_the_open_question_comes_anew_in_the_other_language_at_every_step() -> None:
    bench = Bench()
    bench.open_visit()
    visit: list[tuple[str, dict[str, Any]]] = [
        ("owner, pumps fail, budget set, loves it", {"authority": "first", "need": "yes", "power": "yes", "value": "yes"}),
        ("asked, she wants to think", {"close_attempted": "yes", "gave_in": "no"}),
        ("nothing. A, 60", {}),
        ("Acme, shall we sign today, you save two shifts?", {}),
        ("/skip", {}),
        ("2", {}),
    ]  # fmt: skip
    for words, told in visit:
        bench.say("/lang zh")
        question = bench.talk.debrief.question
        assert question is not None
        english = re.sub(r"Acme|Ms Lee|“[^”]*”", "", question.text)
        assert not re.search(r"[A-Za-z]{3,}", english), question.text
        assert all(CHINESE.search(choice.label) for choice in question.choices)
        bench.say("/lang en")
        assert not CHINESE.search(bench.talk.debrief.question.text if bench.talk.debrief.question else "")
        bench.say(words, **told)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("第一KP是啥意思啊，先给我讲讲。哦对，今天是见了福源食品的厂长老马", "first_kp"),
        ("What is a first KP? I met Dana Whitfield at Whitfield Cold Store today.", "first_kp"),
    ],
)
def test_what_is_told_beside_a_question_about_a_word_is_heard(text: str, term: str) -> None:
    bench = Bench()
    before = asks(bench)
    bench.say(text)
    assert f"glossary.{term}.text" in said(bench)
    assert asks(bench) != before


@pytest.mark.parametrize("text", ["第一KP是啥意思啊？给我讲讲吧，我真不懂", "What is a first KP? I never heard of that one before."])  # fmt: skip
def test_a_plea_beside_such_a_question_is_no_answer(text: str) -> None:
    assert not glossary.tells_besides(text)


@pytest.mark.parametrize("argument", ["zh", "中文", "Chinese", "漢語"])
def test_a_language_asked_for_by_its_name_is_the_one_spoken_whichever_was_before(argument: str) -> None:
    bench = Bench()
    for _ in range(2):
        bench.say(f"/lang {argument}")
        assert bench.talk.debrief.language == "zh"


def test_a_language_nobody_here_speaks_changes_nothing_and_is_told_how_to_be_chosen() -> None:
    bench = Bench("zh")
    before = bench.talk.debrief.version
    said = bench.say("/lang 法语")
    assert "/lang en" in said[0]
    assert bench.talk.debrief.version == before


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh", "我是问你他算第几KP", "第二KP"),
        ("zh", "他算第几KP？", "第二KP"),
        ("zh", "你觉得这算第几KP", "第二KP"),
        ("en", "do you think she's the first KP?", "second KP"),
        ("en", "which KP is she?", "second KP"),
    ],
)
def test_which_kp_somebody_is_is_counted_from_what_was_told_r7(language: str, text: str, told: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    unknown = bench.say(text)[0]
    assert unknown in load(language).entries["kp.unknown"]
    bench.say("one above", authority="second")
    before = asks(bench)
    assert told.lower() in bench.say(text)[0].lower()
    assert asks(bench) == before
    assert bench.talk.debrief.facts["authority"].value == "second"


@pytest.mark.parametrize(("language", "text"), [("zh", "今天没见客户，在公司开了一天会"), ("en", "no visits today, in the office all day")])  # fmt: skip
def test_a_day_without_a_visit_needs_no_debrief(language: str, text: str) -> None:
    bench = Bench(language)
    said_first = bench.say(text, visit_date="2026-11-23")
    assert said_first[-1] in load(language).entries["visit.none"]
    assert bench.talk.debrief.visit_date is None
    bench.say("saw Ms Lee at Acme yesterday", names={"customer": "Acme", "contact": "Ms Lee"})
    assert bench.talk.debrief.customer == "Acme"
    assert bench.talk.debrief.step == "claim"


@pytest.mark.parametrize(("language", "text", "kept"), [("zh", "两家。上午去了大华，没签；下午去了鼎盛，他不要", "两家。上午去了大华，没签"), ("en", "two visits. saw Dana, not signed. then I met Tom, no need", "two visits. saw Dana, not signed.")])  # fmt: skip
def test_two_visits_are_taken_one_at_a_time(language: str, text: str, kept: str) -> None:
    bench = Bench(language)
    bench.ear.meant[kept] = Hearing(facts={"signed": heard("no", kept)}, names={"customer": "Acme"})
    bench.say(text, need="no")
    assert bench.talk.debrief.facts["need"].value is None
    assert bench.talk.debrief.customer == "Acme"
    assert "once.one_by_one" in said(bench)
    assert bench.talk.debrief.last_said == text


@pytest.mark.parametrize(("language", "words"), [("en", "I don't want to talk about it"), ("zh", "不想说了")])
def test_who_would_rather_not_talk_is_asked_for_two_things_and_no_confession(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say(words, ("fear_impression",))
    d = bench.talk.debrief
    assert (d.blockers, d.close.reason) == ((), None)
    assert d.question is not None
    assert (d.question.line, d.question.asks) == ("opening.unwilling", ("customer", "contact", "close_attempted"))


@pytest.mark.parametrize(("language", "words"), [("en", "lol only joking"), ("zh", "开玩笑的")])
def test_what_was_only_a_joke_is_struck_out(language: str, words: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("she's a D, won't buy a thing off me", need="no")
    bench.say(words)
    d = bench.talk.debrief
    assert (d.facts["need"].value, d.step) == (None, "forward")
    assert "aside.struck_out" in d.lines_used
