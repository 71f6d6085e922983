"""The end of a debrief: the sentence for next time, the next step and its day."""

from datetime import date

import pytest

from tests.conduct.test_debriefing import Bench, asks


def test_a_vague_date_is_asked_for_again() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("2")
    assert asks(bench) == ("next_step", "next_date")
    bench.say("I'll call her soon", next_step="yes", vague_date="")
    assert asks(bench) == ("next_date",)
    assert bench.talk.debrief.plan.date is None


def test_a_date_before_the_visit_is_refused_with_both_days() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("2")
    said = bench.say("I'll call her on Friday the 20th", next_step="yes", next_date="2026-11-20")
    assert any("20 November" in line for line in said)
    assert bench.talk.debrief.plan.date is None


def test_a_next_step_comes_back_as_a_date_with_its_weekday() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("2")
    said = bench.say("I call her on Thursday", next_step="yes", next_date="2026-11-26")
    assert "26 November (Thu)" in said[-1]


def test_the_sentence_for_next_time_is_kept_word_for_word_r21() -> None:
    bench = Bench()
    bench.to_plan()
    assert bench.talk.debrief.next_line == "Ms Lee, shall we sign today, you save two shifts?"


@pytest.mark.parametrize("first", ["2", ""])
def test_waiting_for_the_customer_is_asked_about_once(first: str) -> None:
    bench = Bench()
    bench.to_plan()
    if first:
        bench.say(first)
    bench.say("she'll call me")
    assert asks(bench) == ("next_step", "next_date")
    assert not bench.talk.debrief.plan.own
    bench.say("she'll call me, really")
    assert bench.talk.debrief.plan.what == "she'll call me, really"


def test_a_day_alone_changes_the_day_of_the_step_read_back() -> None:
    bench = Bench()
    bench.to_plan()
    before = bench.talk.debrief.plan.what
    bench.say("yes but thursday", next_step="yes", next_date="2026-11-26")
    assert (bench.talk.debrief.plan.what, bench.talk.debrief.plan.date) == (before, date(2026, 11, 26))


def test_a_step_after_the_last_day_of_the_class_deserves_a_word_once() -> None:
    """R8: an A that has not signed within ten days has to be judged again."""
    bench = Bench()
    bench.to_plan()
    said = bench.say("I call her on Thursday", next_step="yes", next_date="2026-12-10")
    assert any("3 December" in line and "10 December" in line for line in said)
    said = bench.say("no, I call her friday", next_step="yes", next_date="2026-12-11")
    assert not any("3 December" in line for line in said)


def to_line(bench: Bench) -> None:
    bench.to_reverse()
    bench.say("nothing. A, 60")
    assert "next_line" in asks(bench)


def test_a_question_back_is_answered_with_help_and_the_sentence_asked_for_once_more() -> None:
    bench = Bench()
    to_line(bench)
    said = bench.say("hmm what would you say?")
    assert bench.talk.debrief.next_line == ""
    assert len(said) == 2
    assert "next_line" in asks(bench)
    bench.say("you tell me")
    assert "next_line" not in asks(bench)


def test_a_deciding_fact_told_instead_of_the_sentence_is_taken_and_the_sentence_asked_for_again() -> None:
    """R7: what decides is heard wherever it is told."""
    bench = Bench()
    to_line(bench)
    bench.say("he told me his brother has to sign too", authority="second")
    d = bench.talk.debrief
    assert (d.next_line, d.facts["authority"].value, "next_line" in asks(bench)) == ("", "second", True)


def test_the_reason_told_before_the_sentence_stays_out_of_it() -> None:
    """R18b, R21."""
    bench = Bench("zh")
    to_line(bench)
    text = "怕得罪他。下回就说：孙老板，嫂子也在，今天咱就签了吧"
    bench.say(text, ("fear_impression",))
    assert bench.talk.debrief.next_line == "孙老板，嫂子也在，今天咱就签了吧"
    assert bench.talk.debrief.close.reason == "fear"


@pytest.mark.parametrize(
    ("told", "reason"),
    [(("no_courage", "fear_impression"), "courage"), (("price", "fear_impression", "no_courage"), "fear")],
)
def test_of_both_reasons_told_at_once_the_first_counts_r18(told: tuple[str, ...], reason: str) -> None:
    bench = Bench()
    to_line(bench)
    bench.say("I lacked the nerve, and he would have laughed", told)
    assert bench.talk.debrief.close.reason == reason


def test_a_customer_given_up_is_recorded_without_a_next_step() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("drop it")
    bench.say("yes")
    assert bench.talk.debrief.recorded
    assert (bench.talk.debrief.plan.what, bench.talk.debrief.plan.date) == ("", None)


def test_a_new_fact_told_with_a_step_stays_out_of_the_step() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("her brother has to sign too, I go see him on Thursday", authority="second", next_date="2026-11-26")
    d = bench.talk.debrief
    assert (d.ruling.customer_class, d.plan.what) == ("B", "I go see him on Thursday")


def test_the_same_as_before_is_a_judgement_though_told_with_what_is_unknown() -> None:
    """R14, R16."""
    bench = Bench()
    bench.to_reverse()
    bench.say("nothing, same as before", value="no")
    d = bench.talk.debrief
    assert (d.after_reverse, d.facts["value"].value) == (("A", 80), "yes")
    assert d.step != "reverse"


def test_a_key_at_the_push_is_no_percentage_r16() -> None:
    bench = Bench()
    to_line(bench)
    bench.say("2")
    assert bench.talk.debrief.after_reverse.confidence == 60


def test_of_a_gatekeeper_the_way_to_the_decider_is_asked_and_not_everything() -> None:
    bench = Bench()
    bench.say(
        "met the receptionist at Hartley & Co",
        names={"customer": "Hartley & Co", "contact": "receptionist"},
        authority="not_first",
    )
    while "confirm" not in asks(bench):
        bench.say("don't know")
    assert bench.talk.debrief.plan.what.startswith(
        "if the receptionist picks up in the morning, I ask for a time to meet"
    )
