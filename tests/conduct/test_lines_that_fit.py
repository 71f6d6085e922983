"""What the coach says fits what happened: no question, comfort or praise that belongs to another visit."""

from typing import Any

import pytest

from coach.conduct.pending_write import Reply
from coach.domain.hearing import Act, Heard, Hearing
from coach.phrases import load
from tests.conduct.reps import TEMPERS, heard, hold
from tests.conduct.test_debriefing import Bench, asks


def line(bench: Bench) -> str:
    question = bench.talk.debrief.question
    return question.line if question else ""


def said(bench: Bench) -> set[str]:
    return set(bench.talk.debrief.lines_used)


def refused(bench: Bench) -> None:
    bench.say("saw Ms Lee at Acme, no sale", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("D, 5")
    bench.say("they don't need it, they just bought one", need="no")


@pytest.mark.parametrize(("claimed", "power", "authority", "expected"), [("D, 5", "no", "first", "reverse.d"), ("B, 50", "yes", "second", "reverse.lower"), ("A, 80", "yes", "first", "reverse.main")])  # fmt: skip
def test_r14_is_asked_so_that_it_fits_the_reps_own_class(
    claimed: str, power: str, authority: str, expected: str
) -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say(claimed)
    bench.say("pumps fail, budget as told, loves it", authority=authority, need="yes", power=power, value="yes")
    bench.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")
    question = bench.talk.debrief.question
    assert question is not None
    assert any(one.format(claimed=claimed[0]) in question.text for one in load("en").entries[expected])
    assert {"unknowns", "not_a"} <= set(asks(bench))


def test_after_a_clear_no_the_coach_asks_how_it_came_out_and_not_for_courage() -> None:
    bench = Bench()
    refused(bench)
    assert line(bench) == "unsigned.refused_need"
    bench.say("he told me straight out")
    fact = bench.talk.debrief.facts["need"]
    assert (fact.value, fact.quotes[-1].text) == ("no", "they don't need it, they just bought one")
    assert "reply.evasive" not in said(bench)
    assert bench.talk.debrief.step == "reverse"


def test_a_d_who_refused_is_not_lectured_about_short_terms() -> None:
    bench = Bench()
    refused(bench)
    while bench.talk.debrief.verdict is None:
        bench.say("nothing more to tell, D, 5")
    assert "once.r11" not in said(bench)


def test_who_could_not_be_signed_with_that_day_is_no_question_of_courage() -> None:
    bench = Bench()
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("C, 40")
    bench.say("two above her, loves it", authority="third", need="yes", power="yes", value="yes")
    bench.say("didn't ask, no point before the board", close_attempted="no")
    bench.say("nothing. C, 40")
    assert line(bench) == "push.line_to_decider"
    bench.say("Ms Lee, could we see the board together on Thursday?")
    assert "line.to_decider" in said(bench)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_while_nobody_told_who_signs_the_line_is_to_find_that_out_and_says_of_nobody_that_he_does_not_r9(
    language: str,
) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no", need="yes", power="yes", value="yes")  # fmt: skip
    bench.say("A, 60")
    while line(bench) not in ("push.line", "push.line_to_decider", "push.line_to_find_out", "push.line_on_worry"):
        bench.say("/skip")
    assert line(bench) == "push.line_to_find_out"
    bench.say("/help")
    bench.say("怎么说好呢" if language == "zh" else "how would you put it?")
    assert "line.help_to_find_out" in said(bench)


def test_r18a_for_one_who_asked_does_not_tell_what_comes_of_never_asking() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked twice, then let it go", ("price",), close_attempted="yes", gave_in="yes")
    bench.say("nothing. A, 60")
    reply: Reply = bench.talk.say("1")
    assert line(bench).startswith("push.line")
    assert "once.r18a_asked" in said(bench), reply.said
    assert "once.r18a" not in said(bench)


def test_the_label_of_a_choice_not_to_know_is_nobodys_words() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("pumps fail, budget set, loves it", need="yes", power="yes", value="yes")
    assert line(bench) == "forward.rank"
    bench.talk.say("4")
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.quotes) == ("unsure", ())
    assert line(bench) != "forward.rank"


@pytest.mark.parametrize(("language", "shown"), [("zh", "上面还有一道（按你选的）"), ("en", "one approval above (as you chose)")])  # fmt: skip
def test_a_fact_picked_with_a_key_is_read_back_as_picked_and_the_label_is_nobodys_words(
    language: str, shown: str
) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("pumps fail, budget set, loves it", need="yes", power="yes", value="yes")
    reply = bench.talk.say("2")
    assert shown in reply.said[0]
    fact = bench.talk.debrief.facts["authority"]
    assert (fact.value, fact.quotes, fact.words) == ("second", (), "")


@pytest.mark.parametrize("bare", ["1", "he said so himself", "yes, he told me", "他说的", "嗯，他亲口说的"])
def test_vouching_for_a_guess_keeps_the_words_that_were_asked_about(bare: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("should have the money", authority="first", need="yes", power="unsure", value="yes")
    bench.say(bare)
    fact = bench.talk.debrief.facts["power"]
    assert (fact.value, fact.words) == ("yes", "should have the money")


def test_what_was_chosen_and_then_told_otherwise_is_laid_side_by_side_in_words() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("pumps fail, budget set, loves it", need="yes", power="yes", value="yes")
    bench.say("1")
    bench.say("asked, she has to ask her boss", ("price",), authority="second", close_attempted="yes", gave_in="no")
    bench.say("nothing")
    question = bench.talk.debrief.question
    assert question is not None
    assert "decides alone" in question.text


def all_told_at_once(bench: Bench, claim: str, **facts: str) -> None:
    told: dict[str, Any] = {"authority": "first", "need": "yes", "power": "yes", "value": "yes"} | facts
    bench.say(
        "he has to ask his boss, pumps fail, budget set",
        names={"customer": "Acme", "contact": "Ms Lee"},
        signed="no",
        **told,
    )
    bench.say(claim)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("claim", "facts", "side"),
    [
        ("A, 80", {"authority": "second"}, "second"),
        ("A, 80", {"authority": "third"}, "third"),
        ("B, 50", {}, "first"),
        ("C, 50", {"authority": "second"}, "second"),
        ("A, 80", {"need": "no"}, "need"),
        ("D, 0", {"authority": "second"}, "no_sign"),
    ],
)
def test_a_class_that_what_was_told_does_not_carry_is_laid_beside_it_and_not_praised_r15(
    language: str, claim: str, facts: dict[str, str], side: str
) -> None:
    bench = Bench(language)
    all_told_at_once(bench, claim, **facts)
    bench.say("asked, he said wait", ("price",), close_attempted="yes", gave_in="no")
    question = bench.talk.debrief.question
    assert question is not None
    assert "forward.all_told" not in said(bench)
    assert {"unknowns", "not_a"} <= set(question.asks)
    told = load(language).entries[f"side.{side}"][0].partition("{")[0]
    assert told in question.text
    assert claim[0] in question.text


@pytest.mark.parametrize("claim", ["A, 80", "not sure yet"])
def test_facts_that_carry_the_reps_class_are_acknowledged(claim: str) -> None:
    bench = Bench()
    all_told_at_once(bench, claim)
    while bench.talk.debrief.step == "claim":
        bench.say("hard to say")
    assert "forward.all_told" in said(bench)


def test_a_class_waiting_for_one_fact_is_held_against_the_class_it_would_become() -> None:
    bench = Bench()
    bench.say("saw Ms Lee", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("A, 80")
    bench.say("her boss signs, pumps fail, loves it, no idea on money", authority="second", need="yes", value="yes")
    while bench.talk.debrief.step in ("forward", "unsigned"):
        bench.say("asked, said wait", ("price",), close_attempted="yes", gave_in="no")
    question = bench.talk.debrief.question
    assert question is not None
    assert "her boss signs" in question.text
    assert "a B" in question.text


@pytest.mark.parametrize(("language", "words"), [("zh", "没签，我怕催急了他烦，没开口"), ("en", "not signed, I was afraid to look pushy, so I didn't ask")])  # fmt: skip
def test_fear_told_at_once_is_answered_before_the_reverse_question_and_not_asked_again_r18b(
    language: str, words: str
) -> None:
    bench = Bench(language)
    bench.say(words, names={"customer": "Acme", "contact": "Lee"}, signed="no", close_attempted="no")
    bench.say("A, 80")
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    question = bench.talk.debrief.question
    assert question is not None
    assert question.step == "reverse"
    assert "once.r18b" in said(bench)
    while bench.talk.debrief.next_line == "" and bench.talk.debrief.step != "plan":
        assert "push_reason" not in asks(bench)
        bench.say("nothing. A, 60" if "unknowns" in asks(bench) else "Shall we sign today, 签?")


@pytest.mark.parametrize(("language", "words"), [("zh", "3"), ("en", "3"), ("zh", "他没推啊 我不用再要 周三合同回来我直接过去找他盖章"), ("en", "he didn't put me off, the contract is back on Wednesday")])  # fmt: skip
def test_who_was_not_put_off_is_asked_how_he_gets_the_pen_moving(language: str, words: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, price", ("price",), close_attempted="yes")
    bench.say("nothing. A, 60")
    assert asks(bench) == ("gave_in",)
    bench.say(words)
    close = bench.talk.debrief.close
    assert (close.gave_in, close.put_off) == (None, False)
    assert line(bench) == "push.line_to_pen"


def test_an_answer_that_tells_no_fact_is_never_said_to_have_nothing_to_do_with_it() -> None:
    for language, snubs in (
        ("zh", ("没听出", "对不上", "没抓住", "无关")),
        ("en", ("no fact", "slipped", "can't tell")),
    ):
        for wording in load(language).entries["reply.evasive"]:
            assert not any(snub in wording for snub in snubs), wording


def test_reason_and_sentence_are_never_asked_in_one_breath() -> None:
    for temper in TEMPERS:
        for seed in range(4):
            talk, _ = hold(temper, seed, "en")
            assert not any({"push_reason", "next_line"} <= set(q.asks) for q in talk.debrief.asked)


def sentence(bench: Bench, told: str, line: str, act: Act) -> list[str]:
    """What the coach says to a sentence for next time that the ear takes for `act`, after the rep told `told`."""
    bench.ear.acts = lambda *_: (act,)  # type: ignore[method-assign]
    bench.say(told, names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("A, 80")
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("asked, price", ("price",), close_attempted="yes", gave_in="no")
    bench.say("nothing. A, 60")
    bench.say(line)
    assert bench.talk.debrief.next_line == line
    return [key for key in said(bench) if key.startswith("line.")]


@pytest.mark.parametrize(
    ("told", "line_said", "worth"),
    [
        ("她说再不换年底的单都赶不出来", "姐 要不我陪您去见一下哥 当面把章盖了 年底的单不等人", "line.asks"),
        ("saw Ms Lee, her orders are due by Christmas", "Christmas won't wait; shall we sign today?", "line.asks"),
        ("见了李姐", "姐，年底的单不等人，再不签就没货了", "line.pressure"),
        ("saw Ms Lee", "The price goes up on Friday, so sign now", "line.pressure"),
        ("院长说护理床坏了，老人摔过一次", "院长，老人摔过一次，这床降到底就不怕摔，能定咱今天就签", "line.asks"),
        ("院长说护理床坏了", "院长，再摔死一个老人您担得起吗，趁早今天签了", "line.pressure"),
    ],
)
def test_the_customers_own_day_or_trouble_in_the_sentence_is_no_invented_pressure_r20(
    told: str, line_said: str, worth: str
) -> None:
    assert sentence(Bench(), told, line_said, "pressure") == [worth]


@pytest.mark.parametrize(
    "line_said",
    [
        "李姐，今天定了我下周一就来装",
        "礼拜三下午三点我带着合同来，您当场签，行不行",
        "if we settle today I install on Monday",
        "I'll bring the contract at three; will you sign it there and then?",
    ],
)
def test_a_sentence_that_plainly_asks_is_not_told_to_ask_r21(line_said: str) -> None:
    assert sentence(Bench(), "saw Ms Lee", line_said, "next") == ["line.asks"]


@pytest.mark.parametrize(
    "line_said", ["您不用今天签，先看看", "you needn't sign anything today", "I'll send you the brochure"]
)
def test_a_sentence_that_asks_for_nothing_is_told_so(line_said: str) -> None:
    assert sentence(Bench(), "saw Ms Lee", line_said, "next") == ["line.does_not_ask"]


@pytest.mark.parametrize(("language", "words"), [("zh", "老板12月20号才回来，他说等老板"), ("en", "the boss is back on 20 December, he said wait")])  # fmt: skip
def test_who_is_away_past_the_last_day_is_named_before_the_step_is_agreed_to_r8(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("B, 60")
    bench.say("one above, pumps fail, budget set, loves it", authority="second", need="yes", power="yes", value="yes")
    days = (heard("2026-12-20", "12月20号" if language == "zh" else "20 December"),)
    step = {"next_step": heard("yes", words.split("，")[0].split(",")[0]), "next_date": days[0]}
    bench.ear.meant[words] = Hearing(facts=step, days=days, blockers=(Heard("absent_decider", words, 1.0),))
    bench.talk.say(words)
    assert not bench.talk.debrief.plan.what
    while bench.talk.debrief.step != "plan":
        bench.say("nothing. B, 60" if "unknowns" in asks(bench) else "no, I didn't", close_attempted="no")
    assert "once.away" in said(bench)


@pytest.mark.parametrize(
    ("language", "words", "step"),
    [
        ("zh", "我说我回去找领导批罚款的事，批下来马上过来", "我回去找领导批罚款的事，批下来马上过来"),
        ("en", "I told him I'd get the fine approved and come straight back", "I'd get the fine approved and come straight back"),
    ],
)  # fmt: skip
def test_the_step_the_rep_announced_is_offered_and_not_the_stock_one(language: str, words: str, step: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say(words, ("other",), close_attempted="yes", gave_in="no")
    bench.say("nothing. A, 60")
    bench.say("Ms Lee, shall we sign today, 签?")
    assert bench.talk.debrief.plan.what == step
    assert asks(bench) == ("next_date",)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_step_read_out_again_after_a_dispute_is_not_called_changed(language: str) -> None:
    for key in ("plan.confirm_again", "plan.confirm_undated_again"):
        assert not any("改成" in one or "now reads" in one for one in load(language).entries[key])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_proposed_step_says_when_and_then_what(language: str) -> None:
    for key, (wording, *_) in load(language).entries.items():
        if key.startswith("plan.propose."):
            assert wording.startswith(("如果", "if ")), wording


@pytest.mark.parametrize(("language", "words"), [("zh", "我就说运费我们包了，您看今天把章盖了行不行，他说行"), ("en", "I said freight's on us, shall we settle it today, and she said yes")])  # fmt: skip
def test_a_signed_visit_lacks_no_fact_and_its_asking_is_on_record(language: str, words: str) -> None:
    bench = Bench(language)
    bench.say("signed with Ms Lee at Acme!", names={"customer": "Acme", "contact": "Ms Lee"}, signed="yes")
    bench.say(words)
    d = bench.talk.debrief
    assert d.verdict is not None
    assert (d.verdict.customer_class, d.verdict.rules, d.verdict.unknown) == (None, (), ())
    assert d.close.attempted is True
    question = d.question
    assert question is not None
    assert [choice.value for choice in question.choices] == ["yes", "change"]
    bench.say("1")
    assert bench.talk.debrief.recorded
    assert bench.talk.debrief.outcome is not None


@pytest.mark.parametrize(
    ("words", "contact", "woman"),
    [
        ("见了店主，她说了算", "店主", True),
        ("见了刘姐，店里说了算", "刘姐", True),
        ("见了王女士，他挺喜欢", "王女士", True),
        ("见了陈总，他说了算", "陈总", False),
        ("见了陈总，他说了算，不过钱归她管", "陈总", False),
        ("见了陈总", "陈总", False),
    ],
)
def test_the_customer_is_a_woman_where_the_rep_speaks_of_one(words: str, contact: str, woman: bool) -> None:
    bench = Bench("zh")
    bench.say(words, names={"customer": "宏达", "contact": contact}, signed="no")
    told = "".join(bench.say("A，八成"))
    assert ("她" in told, "他" in told) == (woman, not woman), told


def test_only_the_customer_becomes_a_woman() -> None:
    book = load("zh")
    assert book.feminine.entries["glossary.kp.text"] == book.entries["glossary.kp.text"]
    assert not any("其她" in one or "她们" in one for lines in book.feminine.entries.values() for one in lines)
    assert load("en").feminine is load("en")


def test_let_me_think_is_not_taken_for_a_reason_r13() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("/back")
    bench.say(
        "owner, all of it told, asked, he said let me think, i said fair enough", ("customer_thinking",),
        authority="first", need="yes", power="yes", value="yes", close_attempted="yes", gave_in="yes",
    )  # fmt: skip
    assert "unsigned.put_off" in said(bench)
    assert "unsigned.all_told" not in said(bench)


@pytest.mark.parametrize(
    ("authority", "text", "told"),
    [
        ("second", "didn't ask her, no point, she can't sign", {"close_attempted": "no"}),
        ("first", "asked, it's a rip-off he said", {"close_attempted": "yes", "gave_in": "no"}),
    ],
)
def test_nerve_is_not_asked_of_whom_it_does_not_fit_r18(authority: str, text: str, told: dict[str, Any]) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("pumps fail, budget set, loves it", authority=authority, need="yes", power="yes", value="yes")
    bench.say(text, ("price",), **told)
    while bench.talk.debrief.step != "plan":
        assert "push_reason" not in asks(bench)
        bench.say("nothing. B, 50" if bench.talk.debrief.step == "reverse" else "Ms Lee, shall we sign on Friday?")
