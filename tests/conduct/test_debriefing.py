"""One debrief at a time: what the coach does with what he hears."""

import random
from datetime import date, timedelta

import pytest

from coach.conduct.debriefing import Debriefing, Talk
from coach.domain import debrief_events as e
from coach.domain.hearing import Heard, Hearing
from coach.journal.memory import MemoryJournal
from coach.phrases import load
from coach.ports import JournalError, RefusedError
from tests.conduct.reps import Day, Told, heard
from tests.failing import Failing


class Bench:
    """A desk with a journal and a listener that hears what it is told to hear."""

    def __init__(self, language: str = "en") -> None:
        self.ear, self.journal = Told(), Failing()
        self.desk = Debriefing(self.journal, self.ear, Day(), random.Random(4).randrange)
        self.talk: Talk = self.desk.open("Rep", language)

    def say(
        self,
        text: str,
        blockers: tuple[str, ...] = (),
        names: dict[str, str] | None = None,
        day: str = "",
        **facts: str,
    ) -> list[str]:
        """Says a line that tells these facts, each with the line as its quote, a day with its words or the last ones;
        what the coach said, the question last.
        """
        self.ear.meant[text] = Hearing(
            facts={key: heard(value, text) for key, value in facts.items()},
            blockers=tuple(Heard(blocker, text, 1.0) for blocker in blockers),
            days=(heard(facts["next_date"], day or text.split()[-1]),)
            if facts.get("next_date", "") >= "2026-11-23"
            else (),
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
    return bench.talk.debrief.asks


def test_the_reps_words_are_kept_before_anything_thinks() -> None:
    bench = Bench()

    def deaf(*_: object) -> Hearing:
        kept = [r.event for r in bench.journal.read(bench.talk.id) if isinstance(r.event, e.RepSaid)]
        assert kept[-1].text == "saw Ms Lee"
        return Hearing()

    bench.ear.hear = deaf  # type: ignore[method-assign, assignment]
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
    bench.talk.release()
    assert bench.desk.resume(bench.talk.id).debrief.question == question


def test_a_second_window_on_the_same_debrief_is_told_so() -> None:
    bench = Bench()
    other = Debriefing(MemoryJournal(other_window=bench.journal), bench.ear, Day(), lambda n: 1)
    with pytest.raises(RefusedError, match="held"):
        other.resume(bench.talk.id)


def test_an_unknown_number_is_named() -> None:
    with pytest.raises(RefusedError, match="unknown_debrief"):
        Bench().desk.resume("zzzz")


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
    assert bench.talk.debrief.facts["authority"].value is None
    bench.say("C, 50")
    assert "authority" in asks(bench)
    assert bench.talk.debrief.ruling.customer_class is None


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


def test_a_key_adds_no_words_to_a_fact_the_rep_has_set_right() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, probably needs it", authority="first", need="unsure")
    told = [e.FactCorrected(fact="need", value="yes"), e.FactHeard(fact="need", value="unsure", quote="")]
    state = bench.talk.debrief
    bench.journal.append(state.rep, state.id, state.version, told, Day().now())
    fact = bench.desk.resume(state.id).debrief.facts["need"]
    assert (fact.value, fact.corrected, [quote.text for quote in fact.quotes]) == ("yes", True, ["owner, probably needs it"])  # fmt: skip


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


@pytest.mark.parametrize(
    ("blocker", "why", "word"), [("no_courage", "I froze", "one in ten"), ("fear_impression", "too pushy", "was a D")]
)
def test_each_of_the_two_reasons_gets_its_own_answer_r18(blocker: str, why: str, word: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    said = bench.say(f"I didn't ask, {why}", (blocker,), close_attempted="no")
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


def test_empty_words_change_nothing_and_get_a_word() -> None:
    bench = Bench()
    version = bench.talk.debrief.version
    assert bench.talk.say(" \n\u200b ").notices
    assert bench.talk.debrief.version == version


def test_a_full_disk_leaves_the_talk_where_it_was_and_the_words_can_be_sent_again() -> None:
    bench = Bench()
    before = bench.talk.debrief
    bench.journal.left = 1
    with pytest.raises(JournalError, match="disk_error"):
        bench.talk.say("saw Ms Lee")
    assert bench.talk.debrief == before
    assert bench.talk.say("saw Ms Lee").question


def test_an_expired_a_is_judged_again_in_a_debrief_of_its_own_r8() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("yes")
    again = bench.desk.open("Rep", "en", again=bench.talk.id)
    assert again.debrief.customer == "Acme"
    assert "Acme" in (again.debrief.question.text if again.debrief.question else "")


def test_an_a_that_ran_out_is_none_again_whatever_is_told_r8() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("yes")
    assert bench.talk.debrief.verdict is not None
    assert bench.talk.debrief.verdict.deadline is not None
    late = bench.talk.debrief.verdict.deadline + timedelta(days=1)
    was = bench.talk.debrief.ruling.customer_class
    in_time = bench.desk.open("Rep", "en", again=bench.talk.id, today=late - timedelta(days=1)).debrief
    overdue = bench.desk.open("Rep", "en", again=bench.talk.id, today=late).debrief
    assert (was, in_time.ruling.customer_class, in_time.expired) == ("A", "A", None)
    assert (overdue.ruling.customer_class, overdue.ruling.rules, overdue.ruling.term_days) == ("B", ("R8",), 20)


@pytest.mark.parametrize("text", ["not sure how many are above him", "上面有几道我不清楚"])
def test_how_many_are_above_is_not_asked_again_where_the_rep_does_not_know(text: str) -> None:
    """R7, R9: not known is an answer."""
    bench = Bench()
    bench.open_visit()
    bench.say(text)
    assert "authority" not in asks(bench)


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


def test_what_is_unknown_of_a_fact_is_no_new_evidence_for_it_r14() -> None:
    bench = Bench()
    bench.to_reverse()
    bench.say("what her husband thinks", authority="first")
    assert [quote.text for quote in bench.talk.debrief.facts["authority"].quotes] == [
        "owner, pumps fail, budget set, loves it"
    ]


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
