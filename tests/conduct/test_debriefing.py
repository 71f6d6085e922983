"""One debrief at a time: what the coach does with what he hears."""

import random
from datetime import date

import pytest

from coach.conduct.debriefing import Debriefing, Talk
from coach.domain import events as e
from coach.domain.hearing import Heard, Hearing
from coach.journal.memory import MemoryJournal
from coach.phrases import load
from coach.ports import JournalError
from tests.conduct.reps import Day, Told, heard


class Bench:
    """A desk with a journal and a listener that hears what it is told to hear."""

    def __init__(self, language: str = "en") -> None:
        self.ear, self.journal = Told(), MemoryJournal()
        self.desk = Debriefing(self.journal, self.ear, Day(), random.Random(4).randrange)
        self.talk: Talk = self.desk.open("Rep", language)

    def say(
        self, text: str, blockers: tuple[str, ...] = (), names: dict[str, str] | None = None, **facts: str
    ) -> list[str]:
        """Says a line that tells these facts, each with the line as its quote; what the coach said, the question last."""
        self.ear.meant[text] = Hearing(
            facts={key: heard(value, text) for key, value in facts.items()},
            blockers=tuple(Heard(blocker, text, 1.0) for blocker in blockers),
            days=(heard(facts["next_date"], text.split()[-1]),) if facts.get("next_date", "") >= "2026-11-23" else (),
            names=names or {},
        )
        reply = self.talk.say(text)
        return [*reply.notices, *reply.said, *([reply.question.text] if reply.question else [])]

    def open_visit(self) -> None:
        self.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
        self.say("A, 80")

    def to_reverse(self) -> None:
        self.open_visit()
        self.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
        self.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")

    def to_plan(self) -> None:
        self.to_reverse()
        self.say("nothing. A, 60")
        if self.talk.debrief.step == "reverse":
            self.say("A, 60")
        self.say("Ms Lee, shall we sign today, you save two shifts?")


def asks(bench: Bench) -> tuple[str, ...]:
    question = bench.talk.debrief.question
    return question.asks if question else ()


def test_the_reps_words_are_kept_before_anything_thinks() -> None:
    bench = Bench()

    def deaf(*_: object) -> Hearing:
        kept = [r.event for r in bench.journal.read(bench.talk.id) if isinstance(r.event, e.RepSaid)]
        assert kept[-1].text == "saw Ms Lee"
        return Hearing()

    bench.ear.hear = deaf  # type: ignore[method-assign]
    bench.talk.say("saw Ms Lee")


def test_words_kept_but_not_answered_are_answered_at_the_next_start() -> None:
    bench = Bench()
    bench.open_visit()
    state = bench.talk.debrief
    said = e.RepSaid(text="she decides alone")
    bench.journal.append(state.rep, state.id, state.version, [said], Day().now())
    bench.ear.meant["she decides alone"] = Hearing(facts={"authority": heard("first", "she decides alone")})
    again = bench.desk.resume(state.id)
    reply = again.think_again()
    assert reply is not None
    assert again.debrief.facts["authority"].value == "first"
    assert again.think_again() is None


def test_it_resumes_at_the_same_question_word_for_word() -> None:
    bench = Bench()
    bench.open_visit()
    question = bench.talk.debrief.question
    bench.talk.leave()
    assert bench.desk.resume(bench.talk.id).debrief.question == question


def test_a_second_window_on_the_same_debrief_is_told_so() -> None:
    bench = Bench()
    other = Debriefing(MemoryJournal(beside=bench.journal), bench.ear, Day(), lambda n: 1)
    with pytest.raises(JournalError, match="held"):
        other.resume(bench.talk.id)


def test_an_unknown_number_is_named() -> None:
    with pytest.raises(JournalError, match="unknown_debrief"):
        Bench().desk.resume("zzzz")


def test_the_claim_comes_before_any_challenge_and_stays_r16() -> None:
    bench = Bench()
    bench.to_plan()
    d = bench.talk.debrief
    assert (d.claimed.customer_class, d.claimed.confidence) == ("A", 80)
    assert (d.after_reverse.customer_class, d.after_reverse.confidence) == ("A", 60)


def test_what_was_told_is_read_back_with_the_reps_own_words() -> None:
    bench = Bench()
    said = bench.say("Acme, she told me 40k is set aside", names={"customer": "Acme"}, power="yes")
    assert any("she told me 40k is set aside" in line for line in said)


def test_a_guess_is_challenged_once_and_stays_unknown_when_it_was_a_guess_r9() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, needs it, should have the money", authority="first", need="yes", power="unsure", value="yes")
    assert asks(bench) == ("power",)
    bench.say("2")
    assert bench.talk.debrief.facts["power"].value == "unsure"
    assert bench.talk.debrief.step == "unsigned"
    assert bench.talk.debrief.ruling.unknown == ("power",)


def test_a_guess_that_turns_out_to_be_his_word_becomes_evidence() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, needs it, should have the money", authority="first", need="yes", power="unsure", value="yes")
    bench.say("he told me so himself, 50k")
    assert bench.talk.debrief.facts["power"].value == "yes"


def test_a_bare_yes_to_the_one_fact_asked_for_is_a_guess_to_be_challenged_r9() -> None:
    bench = Bench("zh")
    bench.say("老周，老板，泵坏了，看了直点头", names={"customer": "老周"}, authority="first", need="yes", value="yes")
    bench.say("A，80")
    assert asks(bench) == ("power",)
    bench.say("有的")
    assert bench.talk.debrief.facts["power"].value == "unsure"
    assert (asks(bench), bench.talk.debrief.question and bench.talk.debrief.question.about) == (("power",), ("power",))
    bench.say("他亲口说的")
    assert bench.talk.debrief.facts["power"].value == "yes"


def test_what_never_came_up_goes_down_as_unknown_and_is_not_challenged_r9() -> None:
    bench = Bench("zh")
    bench.say("老周，老板，泵坏了，看了直点头", names={"customer": "老周"}, authority="first", need="yes", value="yes")
    bench.say("A，80")
    bench.say("没提过")
    assert bench.talk.debrief.facts["power"].value == "unsure"
    assert "power" not in asks(bench)


def test_what_he_said_of_one_thing_is_no_evidence_for_another() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("needs it, should have the money, seemed to like it", need="yes", power="unsure", value="unsure")
    bench.say("he said the partner has to agree anything over ten grand", authority="second")
    facts = bench.talk.debrief.facts
    assert (facts["authority"].value, facts["power"].value, facts["value"].value) == ("second", "unsure", "unsure")


def test_not_having_asked_is_not_challenged_it_is_written_down() -> None:
    bench = Bench()
    bench.open_visit()
    said = bench.say(
        "owner, needs it, loves it. didn't ask about budget", authority="first", need="yes", power="unsure", value="yes"
    )
    assert bench.talk.debrief.step == "unsigned"
    assert any("not known yet" in line for line in said)


def test_a_managers_title_settles_nothing_r6() -> None:
    bench = Bench()
    bench.ear.meant["met the purchasing manager"] = Hearing(
        facts={"authority": heard("third", "purchasing manager")}, names={"customer": "Acme"}
    )
    bench.talk.say("met the purchasing manager")
    bench.say("C, 50")
    assert "authority" in asks(bench)
    assert bench.talk.debrief.ruling.customer_class is None


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


def test_insisting_changes_nothing_and_a_new_fact_does() -> None:
    bench = Bench()
    bench.open_visit()
    before = bench.talk.debrief.ruling
    bench.say("he's definitely an A, trust me")
    assert bench.talk.debrief.ruling == before
    bench.say("she signs alone, needs it, has 40k", authority="first", need="yes", power="yes")
    assert bench.talk.debrief.ruling.customer_class == "A"


def test_a_dispute_is_kept_and_the_class_stands() -> None:
    bench = Bench()
    bench.to_plan()
    ruled = bench.talk.debrief.verdict
    bench.say("3")
    assert asks(bench) == ("dispute",)
    bench.say("I have known her for ten years")
    assert bench.talk.debrief.dispute == "I have known her for ten years"
    assert bench.talk.debrief.verdict == ruled
    bench.say("yes")
    assert bench.talk.debrief.recorded


def test_a_new_fact_at_the_end_moves_the_verdict() -> None:
    bench = Bench()
    bench.to_plan()
    assert bench.talk.debrief.ruling.customer_class == "A"
    bench.say("wait, she actually said they have no money", power="no")
    assert bench.talk.debrief.verdict is not None
    assert bench.talk.debrief.verdict.customer_class == "D"


def test_a_d_taken_for_an_a_costs_three_hours_and_the_coach_says_so_once_r10() -> None:
    bench = Bench()
    bench.open_visit()
    said = bench.say("owner, but no need at all", authority="first", need="no", power="yes", value="yes")
    while not bench.talk.debrief.recorded and (question := bench.talk.debrief.question):
        said += bench.say(
            "1" if question.choices else "D, 10" if "confidence" in question.asks else "nothing more, thanks"
        )
    assert sum("three hours" in line.lower() for line in said) == 1


@pytest.mark.parametrize(("blocker", "word"), [("no_courage", "one in ten"), ("fear_impression", "was a D")])
def test_each_of_the_two_reasons_gets_its_own_answer_r18(blocker: str, word: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    said = bench.say("I didn't ask", (blocker,), close_attempted="no")
    assert any(word in line or "10 %" in line or "never going to sign" in line for line in said)


@pytest.mark.parametrize(
    ("text", "attempted"), [("开了，他说等等", True), ("没有，怕他烦", False), ("I did. He laughed.", True)]
)
def test_a_few_words_are_answer_enough_to_whether_he_asked_for_the_signature_r21(text: str, attempted: bool) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    assert "close_attempted" in asks(bench)
    bench.say(text)
    assert bench.talk.debrief.close.attempted is attempted


def test_a_bare_no_to_that_question_tells_no_reason() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("冇", ("no_need",))
    assert bench.talk.debrief.close.attempted is False
    assert not bench.talk.debrief.blockers


def test_a_signed_visit_takes_the_short_way_and_records_the_outcome() -> None:
    bench = Bench()
    bench.say("Acme signed, deposit paid", names={"customer": "Acme"}, signed="yes")
    assert asks(bench) == ("next_line",)
    bench.say("I said: two shifts a month, shall we?")
    bench.say("1")
    d = bench.talk.debrief
    assert d.recorded
    assert d.outcome is not None
    assert (d.outcome.outcome, d.outcome.on) == ("signed", date(2026, 11, 23))
    assert d.turns <= 4


@pytest.mark.parametrize("question", ["what's a first KP?", "什么是第一KP？"])
def test_a_question_back_is_answered_and_the_open_question_restated_once(question: str) -> None:
    bench = Bench()
    bench.open_visit()
    before = bench.talk.debrief.question
    said = bench.say(question)
    after = bench.talk.debrief.question
    assert before is not None
    assert after is not None
    assert (after.asks, after.step) == (before.asks, before.step)
    assert after.text != before.text
    assert len(said) == 2


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


@pytest.mark.parametrize("words", ["the customer is happy", "No, the customer is not ready", "客户是老板自己定的"])
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


def test_a_vague_date_is_asked_for_again() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("2")
    assert asks(bench) == ("next_step", "next_date")
    said = bench.say("I'll call her soon", next_step="yes", vague_date="")
    assert asks(bench) == ("next_date",) or any("calendar" in line or "day" in line.lower() for line in said)
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


def test_empty_words_change_nothing_and_get_a_word() -> None:
    bench = Bench()
    version = bench.talk.debrief.version
    assert bench.talk.say(" \n\u200b ").notices
    assert bench.talk.debrief.version == version


def test_a_full_disk_leaves_the_talk_where_it_was_and_the_words_can_be_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    keep = bench.journal.append

    def full(*_: object, **__: object) -> None:
        raise JournalError("disk_full", path="x")

    monkeypatch.setattr(bench.journal, "append", full)
    before = bench.talk.debrief
    with pytest.raises(JournalError, match="disk_full"):
        bench.talk.say("saw Ms Lee")
    assert bench.talk.debrief == before
    monkeypatch.setattr(bench.journal, "append", keep)
    assert bench.talk.say("saw Ms Lee").question


def test_an_expired_a_is_judged_again_in_a_debrief_of_its_own_r8() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("yes")
    again = bench.desk.open("Rep", "en", again=bench.talk.id)
    assert again.debrief.customer == "Acme"
    assert "Acme" in (again.debrief.question.text if again.debrief.question else "")


def test_what_settles_a_contradiction_is_the_evidence_shown() -> None:
    """R15, R22: the verdict quotes the sentence that stands, not the one rejected."""
    bench = Bench()
    bench.to_reverse()
    bench.say("his wife holds the purse", authority="second")
    assert "contradiction" in asks(bench)
    bench.say("1")
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.quotes[-1].text) == ("first", "owner, pumps fail, budget set, loves it")


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


@pytest.mark.parametrize("text", ["not sure how many are above him", "上面有几道我不清楚"])
def test_how_many_are_above_is_not_asked_again_where_the_rep_does_not_know(text: str) -> None:
    """R7, R9: not known is an answer."""
    bench = Bench()
    bench.open_visit()
    bench.say(text)
    assert "authority" not in asks(bench)


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


@pytest.mark.parametrize("text", ["neither, i told you", "都不是，我说过了"])
def test_neither_of_the_two_reasons_is_an_answer(text: str) -> None:
    """R18: asked together with the sentence, the question has no keys, and is answered in words."""
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("no", close_attempted="no")
    bench.say("don't know about rivals. A, 60")
    while "push_reason" not in asks(bench):
        bench.say("the downtime")
    bench.say(text)
    assert bench.talk.debrief.close.reason == "neither"


def test_a_key_at_the_push_is_no_percentage_r16() -> None:
    bench = Bench()
    to_line(bench)
    bench.say("2")
    assert bench.talk.debrief.after_reverse.confidence == 60


def test_what_is_unknown_of_a_fact_is_no_new_evidence_for_it_r14() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("what her husband thinks", authority="first")
    assert [quote.text for quote in bench.talk.debrief.facts["authority"].quotes] == [
        "owner, pumps fail, budget set, loves it"
    ]


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
    assert {"verdict.unmoved"} <= {key for key, _ in bench.talk.debrief.lines_used}


def test_who_turns_from_d_to_another_class_is_asked_how_sure_he_is() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("D")
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")
    bench.say("nothing")
    bench.say("A then")
    assert asks(bench) == ("confidence",)


def contradicted(bench: Bench) -> None:
    bench.to_reverse()
    bench.say("her boss signs it off", authority="second")
    assert asks(bench) == ("contradiction",)


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
    assert "verdict.dispute_kept" not in {key for key, _ in d.lines_used}


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
    "text", ["不知道老板怎么想 B 五成", "不知道老板怎么想，B，五成", "no idea what the boss thinks, B, 50"]
)
def test_a_judgement_beside_what_he_does_not_know_is_not_asked_for_again(text: str) -> None:
    bench = Bench("zh")
    bench.to_reverse()
    bench.say(text)
    assert bench.talk.debrief.after_reverse == ("B", 50)


def test_what_he_did_is_heard_where_he_is_asked_what_stopped_it() -> None:
    bench = Bench("zh")
    bench.say("见了李姐，没签，我开口了", names={"customer": "Acme", "contact": "李姐"}, signed="no")
    bench.say("A，八成")
    bench.say("都齐了", authority="first", need="yes", power="yes", value="yes")
    assert asks(bench) == ("blockers",)
    bench.say("我说行那我下周四过来")
    assert bench.talk.debrief.close.gave_in is True
    assert "gave_in" not in asks(bench)


@pytest.mark.parametrize(
    ("words", "fact", "value"),
    [
        ("/改 谁拍板 自己拍板", "authority", "first"),
        ("/改 谁拍板 上面一道", "authority", "second"),
        ("/改 拍板 上面两道", "authority", "third"),
        ("/改 谁拍板 不是他拍板", "authority", "not_first"),
        ("/改 需求 要", "need", "yes"),
        ("/改 需求 不要", "need", "no"),
        ("/改 钱 有钱", "power", "yes"),
        ("/改 钱 付不起", "power", "no"),
        ("/改 购买能力 没钱", "power", "no"),
        ("/改 认不认可价值 不认", "value", "no"),
        ("/改 价值 认可", "value", "yes"),
        ("/改谁拍板 上面还有一道", "authority", "second"),
        ("/edit decides one above", "authority", "second"),
        ("/edit who decides signs alone", "authority", "first"),
        ("/edit the need no", "need", "no"),
        ("/edit money: not there", "power", "no"),
        ("/edit value to not sure", "value", "unsure"),
        ("/edit authority first", "authority", "first"),
    ],
)
def test_edit_takes_every_word_that_is_shown_for_a_fact(words: str, fact: str, value: str) -> None:
    bench = Bench("zh" if "改" in words else "en")
    bench.say(words)
    assert bench.talk.debrief.facts[fact].value == value  # type: ignore[index]


def test_every_label_of_the_board_is_understood_by_edit() -> None:
    for language in ("zh", "en"):
        for key, (label, *_) in load(language).entries.items():
            if key.startswith("screen.value."):
                fact, value = key.split(".")[2:]
                bench = Bench(language)
                bench.say(f"/edit {load(language).say(f'screen.fact.{fact}')} {label}")
                assert bench.talk.debrief.facts[fact].value == value, (key, label)  # type: ignore[index]


@pytest.mark.parametrize("words", ["她没推啊，走流程", "she didn't put me off, it's going its way"])
def test_not_having_been_put_off_is_heard_wherever_it_is_told(words: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say(words, ("other",), close_attempted="yes")
    bench.say("nothing. A, 60")
    assert "gave_in" not in asks(bench)
    question = bench.talk.debrief.question
    assert question is not None
    assert question.line == "push.line_to_pen"
    bench.say("B, 50")
    assert bench.talk.debrief.next_line == ""


def test_a_question_of_an_earlier_version_whose_line_is_gone_is_restated_in_its_own_words() -> None:
    bench = Bench()
    bench.open_visit()
    state = bench.talk.debrief
    words = "Nerves or fear? And the sentence for next time?"
    old = e.QuestionAsked(step="push", asks=("push_reason", "next_line"), line="push.reason_and_line", variant=0, text=words)  # fmt: skip
    bench.journal.append(state.rep, state.id, state.version, [e.StepReached(step="push"), old], Day().now())
    again = bench.desk.resume(state.id)
    reply = again.say("what?")
    assert reply.question is not None
    assert words in reply.question.text
    assert reply.question.asks == old.asks


def test_what_he_said_of_something_else_vouches_for_no_guess() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, needs it, should have the money", authority="first", need="yes", power="unsure", value="yes")
    bench.say("I asked, she said her partner has to agree", authority="second", close_attempted="yes")
    fact = bench.talk.debrief.facts["power"]
    assert (fact.value, fact.words) == ("unsure", "owner, needs it, should have the money")
