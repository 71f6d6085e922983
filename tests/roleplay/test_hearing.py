"""What the customer hears: plain questions get plain answers, and nothing is told that was not asked."""

import pytest

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Mind
from coach.phrases import load
from coach.roleplay.good_faith import in_good_faith
from coach.roleplay.reader import read
from coach.roleplay.reading import Reading
from coach.roleplay.scenario import Scenario
from coach.roleplay.scenario_files import shipped
from coach.wiring import listener

BAKERY = shipped()["bakery"]


def heard(text: str, language: str, scenario: Scenario = BAKERY, *acts: str, mind: Mind | None = None) -> Reading:
    return in_good_faith(read(scenario, language, text, acts or ("discover",)), mind or Mind(patience=6, turn=3))


def by_ear(text: str, language: str, scenario: Scenario = BAKERY, *, mind: Mind | None = None) -> Reading:
    """The line as the program itself hears it after a put-off."""
    acts = listener().acts({"zh": "我再考虑考虑。", "en": "I'd have to think about it."}[language], text, language)
    return in_good_faith(read(scenario, language, text, acts), mind or Mind(patience=6, turn=3))


def pool(talk: Rehearsing, name: str) -> tuple[str, ...]:
    return load(talk.opened.language, "practice").entries[f"customer.{name}"]


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("How long have you had the old one?", "en", "duration"),
        ("这店开了几年了？", "zh", "duration"),
        ("When is the next bid week?", "en", "when"),
        ("下回是什么时候？", "zh", "when"),
        ("How many ovens do you run?", "en", "count"),
        ("这一炉出多少个？", "zh", "count"),
        ("Did you see the match last night?", "en", "private"),
        ("您周末爱钓鱼吗？", "zh", "private"),
        ("What would your brother say to that?", "en", "others"),
        ("那位院长好说话吗？", "zh", "others"),
        ("May I sit down?", "en", "favour"),
        ("我能坐这儿吗？", "zh", "favour"),
        ("Are you a robot?", "en", "odd"),
        ("你是机器人吧？", "zh", "odd"),
        ("你哪个嘛", "zh", "identity"),
        ("Who are you?", "en", "identity"),
        ("你觉得我该咋办", "zh", "advice"),
        ("what should I do?", "en", "advice"),
        ("Sorry?", "en", "pardon"),
        ("我没听清，您再说一遍？", "zh", "pardon"),
    ],
)
def test_a_question_has_a_form(text: str, language: str, form: str) -> None:
    assert heard(text, language).form == form


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ("How many people work here?", "en", "count"),
        ("这儿一共几个人？", "zh", "count"),
        ("Are you a robot?", "en", "odd"),
        ("您家孩子爱看球赛吗？", "zh", "private"),
    ],
)
def test_a_question_that_touches_nothing_of_his_is_answered_by_its_form_and_brings_nothing(
    desk: Practising, line: str, language: str, name: str
) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say("Hm." if language == "en" else "嗯。", 20)
    assert talk.say(line, 20).text in pool(talk, f"aside.{name}")
    assert talk.state.exchanges[-1].told == ()


def test_after_the_third_idle_question_he_wants_to_come_to_the_point(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2)
    lines = ["Did you see the match?", "Do you like golf?", "Any good beer round here?"]
    said = [talk.say(line, 20).text for line in lines]
    assert any(said[-1].endswith(line) for line in pool(talk, "steer"))


def test_what_was_not_caught_is_said_again_in_other_words(cold_store: Rehearsing) -> None:
    first = cold_store.say("Who decides this?", 20)
    again = cold_store.say("Sorry?", 20)
    own = shipped()["cold-store"].text_in("en").authority
    assert {first.text, again.text} == set(own)
    put_off = cold_store.say("Shall we sign today?", 20)
    assert cold_store.say("Pardon?", 20).kind == put_off.kind


def test_asking_pardon_is_no_digging(cold_store: Rehearsing) -> None:
    cold_store.say("Shall we sign today?", 20)
    cold_store.say("Sorry?", 20)
    diagnosed = next(one for one in cold_store.scorecard().checks if one.id == "diagnosed")
    assert not diagnosed.passed


@pytest.mark.parametrize(
    ("language", "line"), [("en", "您今天能定吗？这个价很好"), ("zh", "Could you please sign this today?")]
)
def test_the_other_language_is_not_understood_and_costs_nothing(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    assert talk.say(line, 20).text in pool(talk, "foreign")
    assert talk.state.exchanges[-1].acts == ("other",)


def test_an_argument_on_the_worry_behind_the_put_off_brings_it_out_but_settles_nothing(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2)
    talk.say("Shall we sign today?", 20)
    talk.say("It needs a baker, so I spend the first week with Kev, and the lads are the ones who run it.", 20)
    assert list(talk.state.mind["found"]) == ["crew"]
    assert not talk.state.mind["eased"]


def test_a_meeting_without_a_day_is_asked_for_its_day(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["office-printers"], seed=2)
    work = "Put two on trial for a month, we take them back if they jam, in writing, and nobody hammers on your door in bid week."
    for line in (
        "What bothers you most today?",
        "Who decides?",
        "Shall we sign today?",
        "What is it that you want to think over?",
        work,
    ):
        talk.say(line, 20)
    assert talk.say("Could you and I sit down with Martin?", 20).text in pool(talk, "which_day")
    assert talk.say("Thursday at ten.", 20).outcome == "next_fixed"


def test_a_farewell_after_a_real_no_is_leave_taken(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["gym-machines"], seed=2)
    talk.say("Shall we sign today?", 20)
    talk.say("What's really behind that?", 20)
    assert talk.say("Good luck with it, Dez, I'll be on my way.", 20).outcome == "left"


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("I did, sorry. Who signs this?", "en", False),
        ("If it doesn't save, you pay nothing.", "en", False),
        ("省不下来，一分钱不收。", "zh", False),
        ("I'll knock ten per cent off.", "en", True),
        ("我给您打九折。", "zh", True),
    ],
)
def test_a_gift_is_something_given_and_a_guarantee_is_none(text: str, language: str, kept: bool) -> None:
    assert ("concede" in by_ear(text, language).acts) is kept


@pytest.mark.parametrize(("text", "language"), [("This price is only today.", "en"), ("过了今天可没这个价了。", "zh")])
def test_now_or_never_is_pressure_however_kindly_it_is_put(text: str, language: str) -> None:
    assert "pressure" in heard(text, language, BAKERY, "value").acts


def test_a_plain_question_is_no_pressure_and_no_ask() -> None:
    assert by_ear("How much did they dock you for the late loads?", "en").acts == {"discover"}
    assert by_ear("I heard the last ones went yellow, is that so?", "en").acts == {"discover"}


def test_a_good_line_never_costs_patience(cold_store: Rehearsing) -> None:
    for line in ("What bothers you most today?", "Shall we sign?", "Shall we sign now?"):
        cold_store.say(line, 20)
    before = cold_store.state.mind["patience"]
    cold_store.say("And you keep your stock, the salmon stays frozen. Shall we sign today?", 20)
    assert cold_store.state.mind["patience"] >= before


def test_a_d_whose_reason_is_known_has_its_fact_known_too(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["gym-machines"], seed=2)
    talk.say("Shall we sign today?", 20)
    talk.say("What's really behind that?", 20)
    checks = {one.id: one.passed for one in talk.scorecard().checks}
    assert checks["money"]
    assert checks["decider"] is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("六万八这笔钱您是现成的还是得凑", "zh"),
        ("这钱您手头有没", "zh"),
        ("您账上够不够", "zh"),
        ("六万八您拿得出来不", "zh"),
        ("这笔账您走公司还是自己掏", "zh"),
        ("is the eight grand sitting in the bank or do you need to scrape it together", "en"),
        ("would you have to borrow for it", "en"),
        ("can you stretch to eight four", "en"),
        ("do you have 8,400 spare", "en"),
    ],
)
def test_the_money_is_asked_for_in_many_words(text: str, language: str) -> None:
    assert "power" in heard(text, language).asked


@pytest.mark.parametrize(
    ("text", "language"),
    [("给您打八折行吗", "zh"), ("七折呢", "zh"), ("六折，不能再低了", "zh"), ("Thirty percent then.", "en")],
)
def test_a_lower_price_is_a_gift_however_short_the_line(text: str, language: str) -> None:
    assert by_ear(text, language).acts == {"concede"}


@pytest.mark.parametrize(
    ("text", "language", "insults"),
    [
        ("你是不是没钱啊，没钱早说", "zh", True),
        ("你这人脑子有毛病吧", "zh", True),
        ("这么点钱都舍不得？", "zh", True),
        ("您是不是没文化啊，这都不懂", "zh", True),
        ("You're broke, aren't you? Should have said so.", "en", True),
        ("You must be out of your mind.", "en", True),
        ("Does your wife wear the trousers then?", "en", True),
        ("您是不是预算不够", "zh", False),
        ("您这机器有毛病吧，几年没修了", "zh", False),
        ("您别嫌我笨，您再讲讲", "zh", False),
        ("Are you mad at me?", "en", False),
        ("Can't you afford it this year?", "en", False),
        ("How thick are the walls?", "en", False),
    ],
)
def test_an_insult_is_pressure_and_a_plain_question_is_no_insult(text: str, language: str, insults: bool) -> None:
    reading = heard(text, language)
    assert reading.insults is insults
    assert ("pressure" in reading.acts) is insults


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("行，那我不打扰您了，再见", "zh"),
        ("I don't think you need this. I won't take more of your time, goodbye.", "en"),
    ],
)
def test_goodbye_is_leave_taken_whatever_else_was_heard(text: str, language: str) -> None:
    assert heard(text, language, BAKERY, "pressure", "value").acts == {"leave"}


def test_a_meeting_with_the_one_who_decides_asks_for_no_name() -> None:
    assert "authority" not in heard("Then Thursday at ten, you, me and the one who decides, shall we?", "en").asked
    assert "authority" in heard("And who decides?", "en").asked


@pytest.mark.parametrize(("text", "language"), [("你好", "zh"), ("赵老板好", "zh"), ("师傅，您好", "zh"), ("在吗", "zh"), ("hello there", "en"), ("good morning", "en")])  # fmt: skip
def test_a_greeting_is_greeted(desk: Practising, text: str, language: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    assert talk.say(text, 20).text in pool(talk, "hail")


@pytest.mark.parametrize(("text", "language"), [("这个价好", "zh"), ("那就好", "zh"), ("morning shifts are hard", "en"), ("hi-speed models cost more", "en")])  # fmt: skip
def test_what_is_no_greeting_is_not_greeted(text: str, language: str) -> None:
    assert not heard(text, language).hails


@pytest.mark.parametrize(
    "text",
    [
        "and the money, is that sorted or is there a bank involved",
        "right. and if it breaks in january what does that cost you in members",
        "everybody who, what you worried about",
        "early how come, whats on your mind",
        "nothing, so what's holding you back then",
        "and when the oven goes down who do you ring",
    ],
)
def test_a_question_typed_without_its_mark_is_a_question(text: str) -> None:
    reading = by_ear(text, "en")
    assert reading.question
    assert reading.acts == {"discover"}


@pytest.mark.parametrize("text", ["I know what it is you need, it saves you two hours", "that's how we do it. It saves you the night.", "you can sign now or you can forget it"])  # fmt: skip
def test_a_statement_with_a_question_word_in_it_is_none(text: str) -> None:
    assert not heard(text, "en", BAKERY, "value").question


@pytest.mark.parametrize(("text", "given"), [("sign today and you get it for 8000", True), ("sign today, I take 10 per cent off", True),
        ("今天签了，我10号就送到店里", False),
        ("今天签了，10号就能装好", False),
        ("今天签，8000拿走", True),
        ("今天签，我再送您一年保养", True),])  # fmt: skip
def test_a_day_of_the_month_is_no_gift(text: str, given: bool) -> None:
    assert ("concede" in by_ear(text, "zh" if text[-1] > "z" else "en").acts) is given
