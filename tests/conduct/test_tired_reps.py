"""What tired reps say beside the point: a key with words, a reminder, a refusal, a question to the coach behind the
answer, a tale where a sentence was asked for.
"""

from dataclasses import replace

import pytest

from coach.dialogue import asides, line_answer, visits
from coach.dialogue.cues import read
from coach.dialogue.naming import name_told
from coach.dialogue.own_part import with_own_part
from coach.dialogue.step_answer import orders
from coach.domain.debrief import Debrief
from coach.domain.debrief_events import Choice
from coach.domain.hearing import Heard, Hearing
from tests.conduct.test_asides import said
from tests.conduct.test_debriefing import Bench, asks

RANKS = tuple(Choice(key=str(key), value=value, label=value) for key, value in enumerate(("first", "second", "third", "unsure"), 1))  # fmt: skip
CONFIRM = tuple(Choice(key=str(key), value=value, label=value) for key, value in enumerate(("yes", "change"), 1))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 obviously", "second"),
        ("3, head then trustees, I said", "third"),
        ("4. why do you keep asking that", "unsure"),
        ("1 mate", "first"),
        ("2吧", "second"),
        ("2当然", "second"),
        ("2 当然了", "second"),
        ("2，上面还有老板", "second"),
        ("2 approvals above", None),
        ("2 of them have to sign", None),
        ("2个人要点头", None),
        ("3.5k a month", None),
        ("2, 10 people", None),
    ],
)
def test_a_key_with_words_after_it_is_still_that_key(text: str, value: str | None) -> None:
    assert read(text, ("authority",), RANKS).chosen == value


@pytest.mark.parametrize("text", ["1, but on Tuesday", "1，不过改周二"])
def test_words_beside_a_yes_to_the_whole_may_change_it(text: str) -> None:
    assert read(text, ("confirm",), CONFIRM).chosen is None


def test_what_is_told_behind_a_key_is_heard_as_well() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("she just runs the place", need="yes")
    assert asks(bench) == ("authority",)
    bench.say("2, Colin has to nod, he has 40k put by", power="yes", authority="first")
    facts = bench.talk.debrief.facts
    assert (facts["authority"].value, facts["power"].value) == ("second", "yes")


@pytest.mark.parametrize(
    "text", ["rather not say", "I'd prefer not to say", "im not telling you", "不方便透露", "保密"]
)
def test_who_will_not_name_the_customer_is_not_asked_on_and_names_none(text: str) -> None:
    bench = Bench()
    bench.say("saw Ms Lee", names={"contact": "Ms Lee"}, need="yes")
    assert "customer" in asks(bench)
    bench.say(text)
    assert bench.talk.debrief.customer == ""
    assert "customer" not in asks(bench)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("why do I have to do this every night", "aside.worth"),
        ("whats the point of this", "aside.worth"),
        ("为什么天天要搞这个", "aside.worth"),
        ("why do you keep asking that", "why.forward"),
        ("你怎么老问这个", "why.forward"),
        ("what would you do if he keeps dodging", "mine.forward"),
        ("换你怎么办", "mine.forward"),
        ("can we just stop", "aside.stop"),
        ("先到这吧", "aside.stop"),
    ],
)
def test_a_question_to_the_coach_gets_its_answer_and_the_open_one_comes_again(text: str, line: str) -> None:
    bench = Bench()
    bench.open_visit()
    before = asks(bench)
    bench.say(text)
    assert line in said(bench)
    assert asks(bench) == before


@pytest.mark.parametrize(
    ("told", "asked"), [("the board decides", ", what would you do?"), ("董事会定", "，换你怎么办")]
)
def test_a_question_behind_an_answer_is_answered_and_the_answer_counts(told: str, asked: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.ear.meant[told] = Hearing(facts={"authority": Heard("second", told, 0.9)})
    bench.talk.say(told + asked)
    assert said(bench).count("mine.forward") == 1
    assert bench.talk.debrief.facts["authority"].value == "second"


@pytest.mark.parametrize("text", ["he asked me, what would you do?", "he would rather not say", "他问我怎么办", "stop losses are their thing"])  # fmt: skip
def test_the_customers_questions_are_not_the_reps(text: str) -> None:
    assert asides.read(text) is None
    assert asides.parted(text).aside is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he was scared the tag would bother the bird I think, he asked how heavy it was twice", "report"),
        ("she kept asking about the downtime", "report"),
        ("他怕停机，问了两回", "report"),
        ("Gareth, eleven grams. Sign and I fit it Saturday", "line"),
        ("They pay for themselves in a month, shall we sign?", "line"),
        ("tell him it is eleven grams", "line"),
    ],
)
def test_a_tale_about_the_customer_is_no_sentence_for_next_time_r21(text: str, kind: str) -> None:
    assert line_answer.read_line(text, Hearing()).kind == kind


@pytest.mark.parametrize(("quote", "confidence", "value"), [("thats it", 0.604, None), ("her brother's the ops director", 0.77, None), ("her brother has to agree", 0.77, "second"), ("就这样了", 0.6, None), ("她哥要点头", 0.6, "second")])  # fmt: skip
def test_somebody_above_who_is_only_half_heard_needs_words_about_approval(
    quote: str, confidence: float, value: str | None
) -> None:
    bench = Bench()
    bench.open_visit()
    bench.ear.meant[quote] = Hearing(facts={"authority": Heard("second", quote, confidence)})
    bench.talk.say(quote)
    assert bench.talk.debrief.facts["authority"].value == value


@pytest.mark.parametrize("text", ["Hobbs like I said", "like I said", "我说过了"])
def test_a_reminder_is_no_guess_about_a_fact(text: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.say(text, value="unsure")
    assert bench.talk.debrief.facts["value"].value is None


def test_what_a_customer_lost_is_not_the_reps_next_step() -> None:
    bench = Bench()
    told = "the cooler died friday and she threw out the shrimp"
    bench.say(told, need="yes", next_step="yes", next_date="2026-11-27")
    assert bench.talk.debrief.plan.what == ""
    bench.say("I call her friday", next_step="yes", next_date="2026-11-27")
    assert bench.talk.debrief.plan.what == "I call her friday"


@pytest.mark.parametrize(("text", "step", "day"), [("friday was the cooler. next step is I go back monday", "I go back monday", "monday"), ("周五是机器坏。下一步是我周一带合同去", "我周一带合同去", "周一")])  # fmt: skip
def test_a_step_named_as_one_replaces_what_was_noted(text: str, step: str, day: str) -> None:
    bench = Bench()
    bench.to_plan()
    bench.ear.meant[text] = replace(
        Hearing(), facts={"next_step": Heard("yes", text, 0.95)}, days=(Heard("2026-11-30", day, 0.95),)
    )
    bench.talk.say(text)
    assert bench.talk.debrief.plan.what == step


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("went to a bakery in Leeds, oven contract, and the bloke wasn't even there. got fobbed off with the girl on reception", True),
        ("drove to Hull, he wasn't there, receptionist said he's at the wholesaler", True),
        ("drove two hours, owner not in, never even met him", True),
        ("跑了四十公里，老板不在，白跑一趟", True),
        ("the boss wasn't in but the foreman showed me the oven", False),
        ("she wasn't in favour of it", False),
        ("老板不在，跟他老婆聊了半小时", False),
    ],
)  # fmt: skip
def test_a_customer_who_was_not_there_is_no_visit(text: str, none: bool) -> None:
    assert visits.none_made(text) is none


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("two today. first one Marlow & Finch, want new locks. second was Coral Corner, no money", "two today. first one Marlow & Finch, want new locks."),
        ("今天两家。第一家是大华印刷，要换设备；第二家鼎盛物流，没钱", "今天两家。第一家是大华印刷，要换设备"),
        ("first one to sign is Bob, second one to sign is Ann", "first one to sign is Bob, second one to sign is Ann"),
    ],
)  # fmt: skip
def test_two_customers_in_a_breath_are_not_mixed(text: str, first: str) -> None:
    assert visits.first(Debrief("x"), text) == first


def test_the_customers_own_name_once_more_is_nobody_met() -> None:
    bench = Bench()
    bench.say("saw Marlow & Finch", names={"customer": "Marlow & Finch"}, need="yes")
    assert "contact" in asks(bench)
    bench.say("I said Marlow and Finch. B maybe 50")
    assert bench.talk.debrief.contact == ""


@pytest.mark.parametrize("text", ["who can't pay? that's Jess, not Tariq", "谁没钱？那是另一家"])
def test_asking_back_of_whom_the_coach_speaks_tells_nothing(text: str) -> None:
    bench = Bench()
    bench.open_visit()
    bench.ear.meant[text] = Hearing(facts={"power": Heard("no", text[: max(text.find("?"), text.find("？"))], 0.9)})
    bench.talk.say(text)
    assert bench.talk.debrief.facts["power"].value is None


@pytest.mark.parametrize("text", ["skip it, I never met him", "like I said, never saw him", "他不在，没见着人"])
def test_nobody_met_is_noticed_after_the_opening_too(text: str) -> None:
    bench = Bench()
    bench.say("went to Hobbs", names={"customer": "Hobbs"})
    assert bench.talk.debrief.step == "claim"
    bench.say(text)
    assert said(bench)[-1] == "visit.none"


def test_a_boss_who_was_away_is_no_missed_visit_once_somebody_was_met() -> None:
    bench = Bench()
    bench.open_visit()
    bench.say("the boss wasn't there")
    assert "visit.none" not in said(bench)


@pytest.mark.parametrize(("text", "kind"), [("my trainer makes me do this. can we just stop", "stop"), ("一言难尽，我得走了", "stop"), ("he liked it, let's leave it there for now", None), ("I told him, can we stop here", None)])  # fmt: skip
def test_a_wish_to_stop_behind_an_answer_is_the_reps_own(text: str, kind: str | None) -> None:
    assert asides.parted(text).aside == kind


def test_an_act_of_the_reps_told_when_its_day_is_asked_for_takes_the_place_of_what_the_customer_said() -> None:
    bench = Bench()
    bench.to_plan()
    bench.say("2")
    bench.say("he laughed and said speak to me soon", next_step="yes", vague_date="")
    assert asks(bench) == ("next_date",)
    bench.say("ring him monday", next_step="yes", next_date="2026-11-30")
    assert bench.talk.debrief.plan.what == "ring him monday"


@pytest.mark.parametrize(("text", "own"), [("ring him monday 9am", True), ("周一给他打电话", True), ("he rings me on monday", False), ("他说周一再谈", False), ("monday", False)])  # fmt: skip
def test_a_note_to_himself_is_an_act_of_the_reps(text: str, own: bool) -> None:
    assert orders(text) is own


@pytest.mark.parametrize(("text", "confidence"), [("ten minutes at chapter on the 1st", None), ("C, the 21st is the meeting", None), ("C 35", 35), ("A, 90 by the 1st", 90)])  # fmt: skip
def test_a_day_of_the_month_is_no_percentage(text: str, confidence: int | None) -> None:
    assert read(text, ("claimed_class", "confidence")).confidence == confidence


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("lost the Whitby Lifeboat Gala marquee job. they went with the lads from Scarborough", True),
        ("we lost the school uniform contract", True),
        ("they lost the cleaning contract with Tesco and need cash", False),
        ("he lost the big order last year", False),
    ],
)
def test_a_deal_lost_by_its_name_is_lost(text: str, lost: bool) -> None:
    bench = Bench()
    bench.say(text)
    assert bench.talk.debrief.lost is lost


@pytest.mark.parametrize("language", ["en", "zh"])
def test_several_guesses_are_challenged_in_one_question_and_not_in_one_mould(language: str) -> None:
    bench = Bench(language)
    guesses = {"authority": "first", "need": "unsure", "power": "unsure", "value": "unsure"}
    bench.ear.meant["x"] = Hearing(facts={key: Heard(value, f"{key} 1", 0.9) for key, value in guesses.items()}, names={"customer": "Acme", "contact": "Lee"})  # fmt: skip
    bench.talk.say("x")
    question = bench.talk.say("B 50").question
    assert question is not None
    assert asks(bench) == ("need", "power", "value")
    assert [question.text.count(f"{key} 1") for key in ("need", "power", "value")] == [1, 1, 1]
    assert question.text.count("?") + question.text.count("？") <= 1 + ("One after" in question.text)


@pytest.mark.parametrize(
    ("text", "attempted"),
    [
        ("no didnt ask whats the point, chapter decides", False),
        ("didn't ask, he had a bird on his arm", False),
        ("I didn't ask about the budget", None),
        ("didn't ask what he pays now", None),
        ("didn't ask who signs", None),
    ],
)
def test_not_having_asked_is_heard_with_the_reason_behind_it(text: str, attempted: bool | None) -> None:
    d = Debrief("x", step="unsigned")
    told = with_own_part(d, text, Hearing()).facts.get("close_attempted")
    assert (told and told.value) == (None if attempted is None else "no")


@pytest.mark.parametrize("text", ["yes, I have to go", "对，我得走了", "can we stop", "对，换你怎么办"])
def test_a_yes_to_the_whole_is_taken_without_a_reply_to_what_stands_beside_it(text: str) -> None:
    bench = Bench()
    bench.to_plan()
    assert "confirm" in asks(bench)
    bench.say(text)
    assert bench.talk.debrief.recorded
    assert not {"aside.stop", "mine.plan"} & set(said(bench))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have to go now", "stop"),
        ("我还要接娃", "hurry"),
        ("what's the point", "worth"),
        ("what's the point of asking", "why"),
        ("这个有什么用", "worth"),
        ("問這個有什麼用", "why"),
        ("複盤有啥用啊", "worth"),
        ("换你呢", "mine"),
        ("how should I handle him if he says no", "mine"),
        ("有招吗", "mine"),
        ("你怎么看", "asks_back"),
        ("no comment", "unwilling"),
    ],
)
def test_kinds_of_words_to_the_coach_are_told_apart(text: str, kind: str) -> None:
    assert asides.read(text) == kind


@pytest.mark.parametrize(("text", "kind"), [("I didn't ask, what would you do?", "mine"), ("他说不签，我得走了", None), ("he said, what would you do", None)])  # fmt: skip
def test_a_question_that_nobody_asked_is_not_quoted_from_somebody(text: str, kind: str | None) -> None:
    assert asides.parted(text).aside == kind


@pytest.mark.parametrize(("language", "text"), [("en", "B 60, what would you do?"), ("zh", "B 六成，换你怎么办")])
def test_a_judgement_with_a_plea_for_advice_is_not_asked_for_once_more_in_the_reply(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say(text)
    assert bench.talk.debrief.claimed == ("B", 60)
    assert "mine.claim" not in said(bench)
    assert said(bench)[-2] == "aside.beside_asks_back"


@pytest.mark.parametrize("text", ["I dont want to do this tonight", "i really can't face this tonight", "can we do this tomorrow", "今晚真不想弄这个", "复盘明天再弄吧"])  # fmt: skip
def test_who_does_not_want_to_tonight_hears_how_to_leave_it(text: str) -> None:
    assert asides.read(text) == "stop"


@pytest.mark.parametrize("text", ["he doesn't want to do this tonight", "I don't want it", "can't face it", "let's do it tomorrow", "改天再聊吧"])  # fmt: skip
def test_what_may_be_a_step_or_a_reason_is_no_wish_to_stop(text: str) -> None:
    assert asides.read(text) is None


@pytest.mark.parametrize("text", ["i can't tell you, it's confidential", "I can't tell you the name", "it's private"])
def test_what_is_confidential_is_no_name(text: str) -> None:
    assert asides.read(text) == "unwilling"
    assert name_told("cant say, its confidential") == ""


@pytest.mark.parametrize("text", ["can't say", "can't tell, maybe 50", "he can't say"])
def test_who_cannot_say_how_much_does_not_refuse(text: str) -> None:
    assert asides.read(text) is None
