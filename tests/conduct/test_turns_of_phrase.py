"""What reps say in turns of phrase of their own: a guess owned up to, a rival not known of, a question back, a line for
the customer.
"""

from datetime import date

import pytest

from coach.dialogue.admitting import elsewhere
from coach.dialogue.planned_step import step_words
from coach.dialogue.step_answer import read_step
from coach.dialogue.wording import clip
from coach.domain.hearing import Heard, Hearing
from tests.conduct.reps import heard
from tests.conduct.test_asides import said
from tests.conduct.test_debriefing import Bench, asks


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "I reckon they've got the money"), ("zh", "我估计他们有钱"), ("en", "budget's fine, just a feeling")],
)
def test_a_guess_owned_up_to_is_not_doubted_but_asked_what_will_find_it_out_r9(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say(
        words,
        names={"customer": "Acme", "contact": "Ms Lee"},
        authority="first",
        need="yes",
        power="unsure",
        value="yes",
    )
    bench.say("A, 80")
    question = bench.talk.debrief.question
    assert question is not None
    assert (question.asks, question.choices) == (("power",), ())
    assert words.split(",")[0][:6] in question.text or "guess" in question.text or "估" in question.text


def test_a_rival_he_does_not_know_of_is_not_in_it_r14() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("don't know if anyone else is quoting. A, 60", ("competitor",))
    assert "competitor" not in bench.talk.debrief.blockers


def test_a_question_back_gets_the_same_question_and_not_the_next_one() -> None:
    bench = Bench()
    bench.open_visit()
    open_question = asks(bench)
    bench.say("how long have you been at this game?")
    assert asks(bench) == open_question
    bench.say("owner, pumps fail", authority="first", need="yes")
    assert bench.talk.debrief.facts["need"].value == "yes"


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "Ms Lee, I'll be round on Thursday at 10, all right?", "Thursday"),
        ("en", "Ms Lee will I come back Thursday when you're both in", "Thursday"),
        ("zh", "Ms Lee，周四我过来，咱们把字签了", "周四"),
    ],
)
def test_what_is_said_to_the_customer_is_no_next_step(language: str, line: str, day: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    proposed = bench.talk.debrief.plan.what
    bench.say(line, day=day, next_step="yes", next_date="2026-11-26")
    d = bench.talk.debrief
    assert (d.next_line, d.plan.what, d.plan.date) == (line, proposed, date(2026, 11, 26))
    assert asks(bench) == ("confirm",)


def having_asked_twice(bench: Bench) -> None:
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    words = "I asked twice, it's the price"
    bench.ear.meant[words] = Hearing(
        facts={"close_attempted": heard("yes", words)}, blockers=(heard("price", words),), times=2
    )
    bench.talk.say(words)
    bench.say("nothing. A, 70")


def test_who_asked_twice_is_not_asked_whether_he_tried_again() -> None:
    bench = Bench()
    having_asked_twice(bench)
    assert asks(bench) == ("next_line",)


def test_the_words_behind_a_put_off_are_the_customers_and_not_that_nobody_asked() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("never asked, I left the folder", close_attempted="no", gave_in="yes")
    lines = bench.say("nothing. A, 70")
    assert asks(bench) == ("blockers",)
    assert "never asked" not in lines[-1]


def test_wanting_to_think_is_not_called_a_reason_where_the_asking_is_asked_for_r13() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say(
        "owner, pumps fail, budget set, loves it, wants to think",
        ("customer_thinking",),
        authority="first", need="yes", power="yes", value="yes",
    )  # fmt: skip
    assert asks(bench) == ("close_attempted",)
    assert "unsigned.close_before_put_off" in [question.line for question in bench.talk.debrief.asked]
    assert "unsigned.close_attempted" not in said(bench)


@pytest.mark.parametrize("text", ["still don't know if her boss agrees", "same story with the boiler, no idea"])
def test_still_and_same_judge_nothing_by_themselves_r15(text: str) -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say(text)
    assert bench.talk.debrief.after_reverse.customer_class is None


def test_a_name_typed_small_goes_on_file_with_its_capitals() -> None:
    bench = Bench()
    bench.say("saw dana whitfield", names={"contact": "dana whitfield"}, signed="no")
    bench.say("crumb and co, A 70")
    assert (bench.talk.debrief.contact, bench.talk.debrief.customer) == ("Dana Whitfield", "Crumb and Co")


def test_a_quote_is_read_back_without_what_it_hung_on() -> None:
    assert clip("and she really liked it but") == "she really liked it"
    assert clip("而且他说能省两个人") == "他说能省两个人"


def test_nothing_is_called_written_down_where_nobody_knows_who_it_is_about() -> None:
    bench = Bench()
    bench.say("bloody hell, what a day")
    bench.say("nightmare traffic")
    assert "reply.evasive" not in said(bench)


@pytest.mark.parametrize("words", ["grand", "sound, thanks", "fair enough", "aye", "works for me", "all good mate"])
def test_a_yes_has_many_words(words: str) -> None:
    bench = Bench()
    bench.to_plan()
    bench.say(words)
    assert bench.talk.debrief.recorded


def test_why_another_day_is_no_part_of_the_step() -> None:
    bench = Bench()
    bench.to_plan()
    proposed = bench.talk.debrief.plan.what
    bench.say("yeah but mate, he's at a clearing sale, 2026-11-26", next_date="2026-11-26", next_step="yes")
    assert (bench.talk.debrief.plan.what, bench.talk.debrief.plan.date) == (proposed, date(2026, 11, 26))


def test_what_somebody_else_will_do_is_no_step_of_the_reps() -> None:
    day = Heard("2026-12-09", "9th", 0.95)
    assert step_words("she told GM is in Dubai, will come 9th", (day,)) == ""
    assert step_words("she told GM is in Dubai, I will come 9th", (day,)) == "I will come 9th"


@pytest.mark.parametrize("words", ["aye, 2026-11-26", "no no, step is I go along with her 2026-11-26"])
def test_a_lead_in_is_no_part_of_the_step(words: str) -> None:
    bench = Bench()
    bench.to_plan()
    proposed = bench.talk.debrief.plan.what
    bench.say(words, next_date="2026-11-26", next_step="yes")
    assert bench.talk.debrief.plan.what in (proposed, "I go along with her 2026-11-26")
    assert bench.talk.debrief.plan.date == date(2026, 11, 26)


def test_the_customers_own_words_in_answer_to_just_that_are_not_doubted_r9() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set", authority="first", need="yes", power="yes")
    bench.talk.say("/back")
    words = "he said it'd pay off in a season"
    bench.ear.meant[words] = Hearing(faint={"value": heard("yes", words)})
    bench.talk.say(words)
    assert bench.talk.debrief.facts["value"].value == "yes"


def test_why_a_day_will_not_do_is_no_reason_for_not_signing() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("no, he's off hunting. ring him 2026-12-08", ("absent_decider",), next_date="2026-12-08", next_step="yes")
    assert "absent_decider" not in bench.talk.debrief.blockers
    days = (Heard("2026-12-07", "the 7th", 0.95), Heard("2026-12-08", "the 8th", 0.95))
    assert read_step("no he's off hunting til the 7th. ring him the 8th", days).onward == "ring him the 8th"
    assert read_step("actually scrap that, ring his cell the 8th", days[1:]).what == "ring his cell the 8th"


@pytest.mark.parametrize("words", ["fine whatever", "yeah fine", "who cares", "can we move on"])
def test_a_shrug_is_nobodys_name(words: str) -> None:
    bench = Bench()
    bench.say("met Ms Lee, they need it", names={"contact": "Ms Lee"}, need="yes")
    bench.say(words)
    assert bench.talk.debrief.customer == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_signs_alone_and_still_asks_somebody_is_laid_side_by_side_r15(language: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, he has to talk to the wife", ("absent_decider",), close_attempted="yes", gave_in="yes")
    assert "not_a" in asks(bench)
    bench.say("nothing. A, 70")
    assert asks(bench) == ("contradiction",)
    bench.say("1")
    assert bench.talk.debrief.facts["authority"].value == "first"


def test_somebody_elses_return_is_no_step() -> None:
    day = Heard("2026-12-14", "the 14th", 0.95)
    assert step_words("she said after Amari's back from leave on the 14th", (day,)) == ""


def test_how_a_no_was_found_out_adds_no_other_reason_r5() -> None:
    bench = Bench()
    bench.say("saw Ms Lee, no need", names={"customer": "Acme", "contact": "Ms Lee"}, need="no")
    bench.say("D")
    assert asks(bench) == ("need",)
    bench.say("she likes her rep too much", ("price",))
    assert "price" not in bench.talk.debrief.blockers


def test_of_two_days_that_of_the_reps_own_act_is_the_steps() -> None:
    days = (Heard("2026-12-15", "the 15th", 0.95), Heard("2026-12-02", "wednesday", 0.95))
    told = read_step("no change it, i'm there on the 15th, i'll ring the clerk wednesday", days)
    assert (told.day, told.what) == (date(2026, 12, 2), "i'm there on the 15th, i'll ring the clerk wednesday")


def test_an_agreement_needs_no_comma_before_another_day() -> None:
    told = read_step("yes monday 9am", (Heard("2026-11-30", "monday", 0.95),))
    assert (told.what, told.day, told.times) == ("", date(2026, 11, 30), "9am")


def test_a_call_the_customer_promises_is_no_step_of_the_reps() -> None:
    day = Heard("2026-12-03", "Thursday arvo", 0.95)
    assert step_words("she goes lemme ring you Thursday arvo, I go no dramas", (day,)) == ""
    assert step_words("she goes fine, I go there Thursday arvo", (day,)) == "I go there Thursday arvo"


def test_a_key_pressed_where_class_and_percentage_are_asked_for_is_no_percentage() -> None:
    bench = Bench()
    bench.say("saw Ms Lee", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("2")
    assert bench.talk.debrief.claimed.confidence is None


def test_not_knowing_about_the_husband_says_nothing_of_the_value_r14() -> None:
    assert elsewhere("value", "nah dunno if her hubby has a say")


def test_how_a_guess_will_be_found_out_is_the_next_step_r9() -> None:
    bench = Bench()
    names = {"customer": "Acme", "contact": "Ms Lee"}
    bench.say("I reckon they've got the money", names=names, authority="first", need="yes", power="unsure", value="yes")
    bench.say("A, 80")
    words = "no. I'll ask her bookkeeper 2026-11-30"
    bench.ear.meant[words] = Hearing(days=(Heard("2026-11-30", "2026-11-30", 0.95),))
    bench.talk.say(words)
    plan = bench.talk.debrief.plan
    assert (plan.what, plan.date) == ("I'll ask her bookkeeper 2026-11-30", date(2026, 11, 30))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nah wasnt scared, she just cant"), ("zh", "不是怕，她就是签不了")]
)
def test_that_it_was_not_fear_is_no_sentence_for_the_customer_r21(language: str, words: str) -> None:
    bench = Bench(language)
    having_asked_twice(bench)
    assert asks(bench) == ("next_line",)
    bench.say(words)
    assert bench.talk.debrief.next_line == ""
    assert asks(bench) == ("next_line",)


@pytest.mark.parametrize(("language", "words"), [("zh", "A，当时就九成"), ("en", "A, knew it from the start, 90")])
def test_how_sure_he_was_of_what_is_signed_is_not_what_made_it_close(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say("signed it", signed="yes", names={"customer": "Acme", "contact": "Ms Lee"})
    assert asks(bench) == ("next_line",)
    bench.say(words)
    assert bench.talk.debrief.next_line == ""
