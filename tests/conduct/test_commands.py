"""What the rep takes back, puts right, skips or asks of the coach itself: by command, by key, in free words."""

from datetime import date

import pytest

from coach.domain import debrief_events as e
from coach.phrases import load
from tests.conduct.test_debriefing import Bench, asks


def test_back_takes_the_last_answer_back() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme"}, need="yes")
    bench.say("/back")
    assert bench.talk.debrief.customer == ""
    assert bench.talk.debrief.facts["need"].value is None
    assert bench.talk.debrief.step == "opening"
    bench.say("/back")
    assert "no answer" in bench.say("/back")[0]


def test_edit_puts_a_fact_right_and_the_listener_no_longer_overrules_it() -> None:
    bench = Bench()
    bench.say("Acme, they have money", names={"customer": "Acme"}, power="yes")
    bench.say("/edit power no")
    assert bench.talk.debrief.facts["power"].value == "no"
    bench.say("A, 80")
    bench.say("money is there", power="yes")
    assert bench.talk.debrief.facts["power"].value == "no"


@pytest.mark.parametrize("words", ["Signature Homes, for the third time", "Signature Homes", "Signature Homes, A, 80"])
def test_nothing_is_heard_in_the_customers_name_but_the_name(words: str) -> None:
    """R9: a word in a name is no evidence."""
    bench = Bench()
    bench.say("they need it", need="yes")
    assert "customer" in asks(bench)
    bench.say(words, signed="yes")
    assert bench.talk.debrief.customer == "Signature Homes"
    assert bench.talk.debrief.signed is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("/edit customer Lakeshore Laundry", "customer", "Lakeshore Laundry"),
        ("/改 客户 恒通塑业", "customer", "恒通塑业"),
        ("/改客户 恒通塑业", "customer", "恒通塑业"),
        ("/edit contact: Maria Ochoa", "contact", "Maria Ochoa"),
        ("/改 见的人 王总", "contact", "王总"),
        ("/edit product Chiller X.", "product", "Chiller X"),
        ("/改产品 冷水机", "product", "冷水机"),
        ("/edit date 2026-11-20", "visit_date", date(2026, 11, 20)),
        ("/edit class B", "claimed", ("B", 80)),
        ("/改 自评 C", "claimed", ("C", 80)),
        ("/edit confidence 60", "claimed", ("A", 60)),
        ("/改 把握 六成", "claimed", ("A", 60)),
    ],
)
def test_edit_puts_right_names_days_and_the_reps_own_judgement(words: str, field: str, value: object) -> None:
    bench = Bench()
    bench.open_visit()
    open_question = asks(bench)
    bench.say(words)
    assert getattr(bench.talk.debrief, field) == value
    assert asks(bench) == open_question


def test_an_edited_judgement_leaves_the_first_claim_in_the_log() -> None:
    """R16."""
    bench = Bench()
    bench.open_visit()
    bench.say("/edit class B")
    claims = [r.event.customer_class for r in bench.talk.history if isinstance(r.event, e.ClaimMade)]
    assert claims == ["A", "B"]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("no, the customer is just Lakeshore Laundry", "customer", "Lakeshore Laundry"),
        ("the customer is Acme Pumps, not Acme", "customer", "Acme Pumps"),
        ("客户叫恒通塑业", "customer", "恒通塑业"),
        ("客户写错了，是恒通", "customer", "恒通"),
        ("把客户改成恒通", "customer", "恒通"),
        ("改 客户 恒通", "customer", "恒通"),
        ("change the customer to Acme Pumps", "customer", "Acme Pumps"),
        ("the contact was Maria Ochoa", "contact", "Maria Ochoa"),
        ("the contact is Susan", "contact", "Susan"),
        ("the customer is Bosch", "customer", "Bosch"),
        ("见的人是王总", "contact", "王总"),
        ("my own class was B", "claimed", ("B", 80)),
        ("把握是六成", "claimed", ("A", 60)),
    ],
)
def test_at_the_confirmation_free_words_put_right_what_is_on_file(words: str, field: str, value: object) -> None:
    bench = Bench()
    bench.to_plan()
    assert asks(bench) == ("confirm",)
    bench.say(words)
    assert getattr(bench.talk.debrief, field) == value
    assert asks(bench) == ("confirm",)


@pytest.mark.parametrize(
    "words", ["the customer is happy", "the customer is Danish", "No, the customer is not ready", "客户是老板自己定的"]
)
def test_what_is_told_of_the_customer_does_not_rename_him(words: str) -> None:
    bench = Bench()
    bench.to_plan()
    bench.say(words)
    assert bench.talk.debrief.customer == "Acme"


def test_the_next_step_is_put_right_by_edit_and_confirmed_as_it_reads_now() -> None:
    bench = Bench()
    bench.to_plan()
    assert "the contract" in bench.say("/edit step I send the contract")[-1]
    bench.say("/edit due 2026-11-27")
    assert bench.talk.debrief.plan.date == date(2026, 11, 27)
    bench.say("yes")
    assert bench.talk.debrief.recorded
    assert bench.talk.debrief.plan.what == "I send the contract"


def test_a_day_put_right_in_free_words_is_the_next_steps_unless_the_visit_is_meant() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("change the date to Friday", some_date="2026-11-27")
    assert (bench.talk.debrief.plan.date, bench.talk.debrief.day) == (date(2026, 11, 27), date(2026, 11, 23))
    bench.say("the visit was on Friday", some_date="2026-11-20")
    assert bench.talk.debrief.day == date(2026, 11, 20)


def test_another_day_of_the_visit_moves_the_deadline() -> None:
    """R1 counts from the visit."""
    bench = Bench()
    bench.to_plan()
    bench.say("/edit date 2026-11-20")
    assert bench.talk.debrief.verdict is not None
    assert bench.talk.debrief.verdict.deadline == date(2026, 11, 30)


def test_a_visit_lies_never_ahead() -> None:
    bench = Bench()
    bench.open_visit()
    assert "/edit customer" in bench.say("/edit date 2026-11-30")[0]
    assert bench.talk.debrief.day == date(2026, 11, 23)


@pytest.mark.parametrize("words", ["/edit", "/edit colour red", "/edit need perhaps"])
def test_an_edit_that_fits_nothing_is_explained(words: str) -> None:
    assert "/edit power yes" in Bench().say(words)[0]


def test_skip_leaves_the_question_unknown_and_goes_on() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("/skip")
    assert bench.talk.debrief.step == "unsigned"
    assert set(bench.talk.debrief.ruling.unknown) >= {"need", "power"}


@pytest.mark.parametrize("command", ["/why", "/facts", "/help", "/nonsense"])
def test_commands_that_only_tell_leave_the_question_open(command: str) -> None:
    bench = Bench()
    bench.open_visit()
    before, version = bench.talk.debrief.question, bench.talk.debrief.version
    reply = bench.talk.say(command)
    assert reply.notices
    assert (reply.question, bench.talk.debrief.version) == (before, version)


def test_the_language_changes_in_mid_talk_and_the_question_comes_again_in_it() -> None:
    bench = Bench()
    bench.open_visit()
    said = bench.say("/lang")
    assert bench.talk.debrief.language == "zh"
    assert any("\u4e00" <= char <= "\u9fff" for char in said[-1])


def test_the_first_words_set_the_language_where_nobody_chose_one() -> None:
    bench = Bench()
    talk = bench.desk.open("Rep", "en", follow_language=True)
    talk.say("下午去了宏达机械，没签")
    assert talk.debrief.language == "zh"


def test_the_wordings_are_those_of_the_seed_given_whatever_is_drawn_for_the_rest() -> None:
    for seed in (0, 7, 1234):
        talk = Bench().desk.open("Rep", "en", seed=seed)
        variants = load("en").entries["opening.first"]
        assert talk.debrief.question is not None
        assert (talk.debrief.seed, talk.debrief.question.text) == (seed, variants[seed % len(variants)])


@pytest.mark.parametrize(("language", "no", "yes"), [("en", "/edit signed no", "/edit signed yes"), ("zh", "/改 签 没签", "/改 签字 签了")])  # fmt: skip
def test_edit_says_whether_it_is_signed_and_the_way_goes_on_from_there(language: str, no: str, yes: str) -> None:
    """R16: what a signature let skip is made up for where there was none."""
    bench = Bench(language)
    bench.say("signed, Acme, Ms Lee", names={"customer": "Acme", "contact": "Ms Lee"}, signed="yes")
    assert bench.talk.debrief.step == "push"
    bench.say("sign here, I said, and you save two shifts")
    bench.say(no)
    d = bench.talk.debrief
    assert (d.signed, d.next_line, d.step) == (False, "", "claim")
    assert {"claimed_class", "confidence"} <= set(asks(bench))
    bench.say("A, 80")
    d = bench.talk.debrief
    assert d.step == "forward"
    bench.say(yes)
    assert (bench.talk.debrief.signed, bench.talk.debrief.step, asks(bench)) == (True, "push", ("next_line",))


def test_a_signature_taken_back_in_words_walks_back_to_the_claim_r16() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme, 60k signed off", names={"customer": "Acme", "contact": "Ms Lee"}, signed="yes")
    bench.say("hang on, it isn't signed", signed="no")
    d = bench.talk.debrief
    assert (d.signed, d.step, d.verdict, d.plan.what) == (False, "claim", None, "")
    assert "signed.taken_back" in d.lines_used
