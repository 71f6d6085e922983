"""The sentence for the customer, said to him in answer to another question: it is kept, and neither a step nor a
signature is heard in it (R21).
"""

import pytest

from coach.dialogue.line_answer import calls_him, is_for_him
from tests.conduct.test_debriefing import Bench

LINES = {
    "zh": "李姐，您认这台机器，周四我过来咱们把字签了，行吗",
    "en": "Ms Lee, you said two shifts; I come on Thursday and we sign, all right?",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sentence_to_the_customer_at_the_end_is_kept_as_the_line_and_is_no_step(language: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    before = bench.talk.debrief.plan.what
    bench.say(LINES[language], signed="yes", next_step="yes", next_date="2026-11-26")
    d = bench.talk.debrief
    assert (d.next_line, d.plan.what, d.signed) == (LINES[language], before, False)
    assert d.question is not None
    assert "confirm" in d.question.asks


@pytest.mark.parametrize("language", ["zh", "en"])
def test_facts_told_to_the_customer_are_no_facts_about_him(language: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say(LINES[language], need="no")
    d = bench.talk.debrief
    assert (d.next_line, d.facts["need"].value) == (LINES[language], "yes")


@pytest.mark.parametrize(
    ("text", "contact"),
    [("陈总，我给您拆成两单", "陈总"), ("老韩您认这台机器", "车间主任老韩"), ("陶院长您带嫂子来看", "院长"), ("Dana, shall we sign?", "Dana Whitfield"), ("Doctor, your night nurses lose an hour; shall we?", "Dr. Kulkarni")],
)  # fmt: skip
def test_who_begins_with_his_name_speaks_to_him(text: str, contact: str) -> None:
    assert calls_him(text, contact)


@pytest.mark.parametrize(
    ("text", "contact"),
    [("陈总说你们贵", "陈总"), ("陈总，签了", "陈总"), ("李总这人你别说", "李总"), ("Honestly, we asked", "Dana"), ("Dana said you are dear", "Dana")],
)  # fmt: skip
def test_who_tells_of_him_does_not(text: str, contact: str) -> None:
    assert not calls_him(text, contact)


@pytest.mark.parametrize(
    ("language", "line", "day", "when"),
    [
        ("zh", "李姐，今天签了我明早就装，行吗", "今天", "2026-11-23"),
        ("en", "Ms Lee, shall we sign today, all right?", "today", "2026-11-23"),
        ("zh", "李姐，咱们现在签，货排到下周一，行吗", "下周一", "2026-11-30"),
        ("en", "Ms Lee, shall we sign now and date the delivery Monday?", "Monday", "2026-11-30"),
    ],
)
def test_a_day_in_the_sentence_on_which_the_rep_does_nothing_moves_no_step(
    language: str, line: str, day: str, when: str
) -> None:
    bench = Bench(language)
    bench.to_plan()
    before = bench.talk.debrief.plan
    bench.say(line, day=day, next_date=when)
    assert (bench.talk.debrief.next_line, bench.talk.debrief.plan) == (line, before)


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [
        ("zh", "我应该问他：账对完这周就定，行不行，定不了是因为钱吗？", "账对完这周就定，行不行，定不了是因为钱吗？"),
        ("en", "I should have asked him: if the books add up, do we sign this week?", "if the books add up, do we sign this week?"),
    ],
)  # fmt: skip
def test_a_sentence_announced_at_another_question_is_kept_and_tells_no_facts_r21(
    language: str, text: str, line: str
) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say(text, power="no")
    d = bench.talk.debrief
    assert (d.next_line, d.facts["power"].value) == (line, "yes")


@pytest.mark.parametrize(
    "text", ["我问他：这周能定吗？", "我跟他说您再想想", "I asked him: do we sign this week?", "I'd say he signs"]
)
def test_what_was_said_to_him_or_is_thought_of_him_announces_no_sentence(text: str) -> None:
    assert not is_for_him(text, "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sentence_kept_late_is_commended_once(language: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60")
    for command in ("/skip", "/skip"):
        bench.talk.say(command)
    told = [said.text for said in bench.talk.debrief.transcript]
    bench.say(LINES[language])
    after = [said.text for said in bench.talk.debrief.transcript[len(told) :] if said.who == "coach"]
    assert len(after) == 2, after  # the feedback, and the next step once more


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sentence_that_names_the_gain_answers_no_fear_where_none_was_told(language: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("didn't dare", ("no_courage",), close_attempted="no")
    bench.say("nothing. A, 60")
    bench.say("Ms Lee, you save two shifts, shall we sign today?")
    assert "line.asks_and_gains" in bench.talk.debrief.lines_used
