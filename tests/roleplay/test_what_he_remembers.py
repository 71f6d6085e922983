"""He remembers what he said, answers just these words, and takes an answer for one when it is one."""

import pytest

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Check, Mind
from coach.roleplay import customer, echoes
from coach.roleplay.scenario_files import shipped
from tests.roleplay.test_hearing import BAKERY, by_ear, heard, pool

ASK = {"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}
BEHIND = {"zh": "您想再考虑的，具体是什么？", "en": "What is it that you want to think over?"}


def check(talk: Rehearsing, name: str) -> Check:
    return next(one for one in talk.scorecard().checks if one.id == name)


@pytest.mark.parametrize(
    ("language", "name", "figure", "line"),
    [
        ("zh", "language-school", "三四十", "一学期大概漏掉几个？"),
        ("en", "joinery-cnc", "forty", "How many sets do you get out in a day?"),
    ],
)
def test_a_figure_of_his_own_he_knows(desk: Practising, language: str, name: str, figure: str, line: str) -> None:
    for seed in range(4):
        talk = desk.open("rep", language, shipped()[name], seed=seed)
        talk.say({"zh": "现在最头疼的是什么？", "en": "What bothers you most today?"}[language], 20)
        known = figure in talk.state.last_line
        answer = talk.say(line, 20)
        assert answer.text not in pool(talk, "aside.count")
        assert known or figure in answer.text or answer.text in pool(talk, "told_before")


@pytest.mark.parametrize("number", ["four", "twelve", "a hundred", "3"])
def test_a_number_is_one_however_long_the_word_for_it(number: str) -> None:
    assert echoes.counts(f"We lose {number} hours every month", "How many hours do you lose?", "en")


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("Do you believe in ghosts?", "en", "whether"),
        ("老板，您相信外星人吗", "zh", "whether"),
        ("您孩子结婚了没", "zh", "private"),
        ("How are things going with the laundry?", "en", "open"),
    ],
)
def test_a_whimsical_question_brings_nothing_out_and_one_about_his_trade_is_none(text: str, language: str, form: str) -> None:  # fmt: skip
    reading = by_ear(text, language)
    assert reading.form == form
    assert reading.acts == {"discover"}
    assert ("need" in reading.asked) is (form == "open")
    assert "behind" not in reading.asked


@pytest.mark.parametrize(("text", "language"), [("这机器能切西瓜不", "zh"), ("打印机一个礼拜罢工几回呀", "zh"), ("您跟您爱人商量过了没", "zh")])  # fmt: skip
def test_a_question_without_its_mark_is_one(text: str, language: str) -> None:
    assert heard(text, language).question


def test_who_writes_his_name_under_it_is_a_question_and_no_ask() -> None:
    reading = heard("我想问，这事最后谁落笔", "zh", BAKERY, "ask")
    assert reading.asked == ("authority",)
    assert "ask" not in reading.acts


def test_a_few_words_at_the_end_ask_for_what_was_said_before_them() -> None:
    assert heard("我猜您心里还有个疙瘩，方便说不？", "zh").asked == ("behind",)


@pytest.mark.parametrize(("text", "language"), [("您愿意往上递吗？", "zh"), ("Would you recommend it?", "en"), ("Would you be willing to give it a go?", "en")])  # fmt: skip
def test_asked_to_stand_up_for_it_he_does_not_tell_who_decides(text: str, language: str) -> None:
    reading = heard(text, language, shipped()["office-printers"])
    assert not reading.asked
    assert "ask" in reading.acts


def test_the_decider_named_first_is_no_form_of_address() -> None:
    reading = heard("Mrs Okafor, you and me, Thursday at half nine in her office?", "en", shipped()["school-canteen"])
    assert reading.knows_decider


def test_those_his_wish_is_about_are_his_matter(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["school-canteen"], seed=9)
    talk.say("What do the parents say?", 20)
    assert talk.state.exchanges[-1].told


@pytest.mark.parametrize(("language", "line"), [("zh", "晚十点前送到，超一分钟这趟白送"), ("en", "Two false ones and you get every penny back.")])  # fmt: skip
def test_what_is_given_only_if_it_fails_is_no_gift(language: str, line: str) -> None:
    assert "concede" not in heard(line, language, shipped()["hotel-linen"], "concede", "answer").acts


@pytest.mark.parametrize(
    ("language", "name", "worry", "line"),
    [
        (
            "en",
            "plant-sensors",
            "false-alarms",
            "For two months it only records and doesn't ring, and we set the thresholds with your lads. More than two false ones a month after that, you get every penny back.",
        ),
        ("zh", "ward-beds", "ignored", "那我替您把两家医院的数做成一张表，您只管签个名，我陪您去讲"),
    ],
)
def test_an_offer_made_to_the_worry_on_the_table_is_an_answer_in_any_words(desk: Practising, language: str, name: str, worry: str, line: str) -> None:  # fmt: skip
    scenario = shipped()[name]
    mind = Mind(patience=6, turn=4, open=worry, raised=(worry,), found=(worry,), used=(f"worry.{worry}:0",), told=("authority", "need"))  # fmt: skip
    acts = ("ask",) if language == "zh" else ("answer", "value")
    reading = heard(line, language, scenario, *acts, mind=mind)
    reply = customer.reply(scenario, language, "easy", 3, mind, reading, 20)
    assert reply.eased == (worry,)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_he_says_to_a_gift_is_no_put_off(desk: Practising, language: str) -> None:
    talk = desk.open("rep", language, shipped()["haulage-tyres"], level="easy", seed=7)
    talk.say({"zh": "给您打八五折。", "en": "I could do you fifteen per cent off."}[language], 20)
    talk.say({"zh": "这事谁拍板？", "en": "Whose decision is it?"}[language], 20)
    talk.say(ASK[language], 20)
    talk.say(BEHIND[language], 20)
    assert check(talk, "diagnosed").passed


def test_the_answer_to_a_worry_he_has_not_raised_brings_it_out_and_settles_nothing(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2)
    talk.say("Mm.", 20)
    talk.say("It needs a baker, so I spend the first week with Kev, and the lads are the ones who run it.", 20)
    assert talk.state.mind["found"] == ["crew"]
    assert not talk.state.mind["eased"]
    assert not check(talk, "diagnosed").passed


@pytest.mark.parametrize(
    ("text", "language"), [("Honestly, are you always this slow?", "en"), ("您总是这么磨蹭吗？", "zh")]
)
def test_a_jibe_put_as_a_question_is_an_insult(text: str, language: str) -> None:
    assert heard(text, language).insults


@pytest.mark.parametrize(
    ("language", "line"), [("en", "How far behind are you on the rent?"), ("zh", "房租欠了多久了？")]
)
def test_how_long_it_is_he_knows_if_he_said_it(desk: Practising, language: str, line: str) -> None:
    for seed in range(6):
        talk = desk.open("rep", language, shipped()["gym-machines"], seed=seed)
        told = talk.say({"zh": "这笔钱有着落吗？", "en": "Is there money for it?"}[language], 20).text
        if {"zh": "三个月", "en": "three months"}[language] in told:
            assert talk.say(line, 20).text in pool(talk, "told_before")
            return
    raise AssertionError("no seed says for how long")


@pytest.mark.parametrize(
    ("language", "again"), [("zh", "这数您账上方便不？"), ("en", "Is that within what the company can spend?")]
)
def test_the_money_asked_for_again_in_other_words_he_has_told(desk: Practising, language: str, again: str) -> None:
    talk = desk.open("rep", language, shipped()["haulage-tyres"], seed=4)
    talk.say({"zh": "这笔钱有着落吗？", "en": "Is there money for it?"}[language], 20)
    assert talk.say(again, 20).text in pool(talk, "told_before")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "这柜子得有手艺的人来调，让徒弟小刘管，谁也不会走，写进合同。"),
        ("en", "It needs a baker to set it, so Kev runs it and the lads stay, we put that in the contract."),
    ],
)
def test_an_answer_given_too_early_he_comes_back_to(desk: Practising, language: str, line: str) -> None:
    """On hard he lets on nothing at first; but he has heard it."""
    talk = desk.open("rep", language, BAKERY, level="hard", seed=2)
    talk.say({"zh": "嗯。", "en": "Mm."}[language], 20)
    talk.say(line, 20)
    assert "crew" not in talk.state.mind["found"]
    talk.say(ASK[language], 20)
    for _ in range(3):
        talk.say(BEHIND[language], 20)
        if "crew" in talk.state.mind["found"]:
            break
    assert any(line in talk.state.last_line for line in pool(talk, "heard_before"))


@pytest.mark.parametrize(("language", "line"), [("zh", "能省一个服务员呢"), ("zh", "还能接外卖呢")])
def test_a_boast_that_ends_softly_is_no_question(language: str, line: str) -> None:
    assert not heard(line, language, shipped()["restaurant-till"], "value").question


def test_an_ask_with_a_gain_before_it_is_answered_as_one() -> None:
    reading = heard(
        "牙冠当场看边缘，一次就戴上，返工就没了。沈院长，今天签？", "zh", shipped()["dental-scanner"], "ask"
    )
    assert not reading.asked
    assert {"ask", "value"} <= reading.acts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_to_argue_on_after_a_real_no_is_trying_on(desk: Practising, language: str) -> None:
    """R20: thank him and leave."""
    talk = desk.open("rep", language, shipped()["restaurant-till"], level="easy", seed=2)
    talk.say({"zh": "现在收银用的什么？", "en": "How's the till you have now?"}[language], 20)
    talk.say({"zh": "您用我们的就能省下一个服务员。", "en": "With ours you save a waitress."}[language], 20)
    talk.say({"zh": "不耽误您了，告辞。", "en": "I won't take more of your time, goodbye."}[language], 20)
    assert not dict(check(talk, "real_no").parts)["at_once"]


def test_to_take_the_old_one_back_is_a_gift() -> None:
    assert "concede" in heard("I'll take the old one back for two hundred.", "en", BAKERY, "other").acts


@pytest.mark.parametrize(
    ("text", "language"),
    [("Put your name here and it's yours.", "en"), ("I'll write up the order.", "en"), ("我给您开单了啊", "zh"), ("来一台？", "zh"), ("So you'll have one?", "en")],
)  # fmt: skip
def test_a_statement_like_an_ask_is_one(text: str, language: str) -> None:
    assert "ask" in heard(text, language, BAKERY, "ask").acts


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "活儿多开一倍，那楼盘您就吃得下了。签了？"), ("en", "Twice the sets, and those flats are yours. Sign?")],
)
def test_his_wish_named_while_asking_is_tied(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, shipped()["joinery-cnc"], level="easy", seed=3)
    talk.say({"zh": "现在最头疼的是什么？", "en": "What bothers you most today?"}[language], 20)
    assert "orders" in talk.state.mind["voiced"]
    talk.say(line, 20)
    assert "orders" in talk.state.mind["met"]


def test_more_of_the_wish_he_told_is_told_when_asked_about(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["ward-beds"], level="easy", seed=8)
    talk.say("现在最头疼的是什么？", 20)
    talk.say("那您排班怎么排？", 20)
    assert talk.state.last_line in shipped()["ward-beds"].text_in("zh").interests["backs"].says


def test_a_remark_with_a_tag_is_no_matter_of_perhaps(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=3)
    talk.say("Mm.", 20)
    assert talk.say("Warm in here, isn't it?", 20).text in pool(talk, "small_talk")


def test_what_he_said_of_his_need_he_does_not_doubt_afterwards(desk: Practising) -> None:
    for seed in range(6):
        talk = desk.open("rep", "en", shipped()["language-school"], seed=seed)
        if "fight" in talk.say("What bothers you most today?", 20).text:
            assert talk.say("Do the teachers often fight over rooms?", 20).text in pool(talk, "confirm")
            return
    raise AssertionError("no seed tells of the teachers")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_kept_an_a_from_signing_is_the_gap_when_time_is_up(desk: Practising, language: str) -> None:
    """R19: there is no A who cannot be closed."""
    talk = desk.open("rep", language, BAKERY, seed=2)
    for line in ({"zh": "现在最头疼的是什么？", "en": "What bothers you most today?"}, {"zh": "谁拍板？", "en": "Who decides?"}, {"zh": "预算够吗？", "en": "Is there money for it?"}, ASK, BEHIND):  # fmt: skip
        talk.say(line[language], 60)
    talk.say({"zh": "嗯。", "en": "Mm."}[language], 1200)
    assert talk.state.outcome == "time_up"
    assert talk.scorecard().gap == "worry"
    assert talk.scorecard().score < 60


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "梁校长问啥我去答，每天七点给您发检测单"),
        ("en", "Whatever Mrs Okafor asks, I answer, and the sheet's with you at seven each day."),
    ],
)
def test_what_comes_every_day_is_no_day_fixed(language: str, line: str) -> None:
    assert not heard(line, language, shipped()["school-canteen"], "answer").dated


@pytest.mark.parametrize("language", ["zh", "en"])
def test_leave_taken_at_a_plain_no_is_no_giving_in(desk: Practising, language: str) -> None:
    """R20: thank him and leave."""
    talk = desk.open("rep", language, shipped()["farm-drone"], seed=5)
    for _ in range(2):
        talk.say(ASK[language], 20)
    assert talk.state.last_kind == "refuse"
    talk.say({"zh": "行，我听明白了，不打扰您了，告辞。", "en": "Fair enough, I won't take more of your time. Goodbye."}[language], 20)  # fmt: skip
    assert check(talk, "held_on").passed is None
    assert check(talk, "real_no").passed


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [("叔，您跟我说句心里话", "zh", "behind"), ("还有呢", "zh", "behind"), ("您签还是院里签？", "zh", "authority")],
)
def test_what_asks_without_looking_like_it_is_heard(text: str, language: str, topic: str) -> None:
    assert topic in heard(text, language).asked


def test_asked_what_he_would_do_with_his_stock_he_is_asked_for_no_advice() -> None:
    assert heard("What would you do with the stock during the swap?", "en").form != "advice"


@pytest.mark.parametrize("text", ["There's only one set left, and others want it.", "Don't say I didn't warn you."])
def test_the_last_one_left_is_pressure(text: str) -> None:
    assert "pressure" in heard(text, "en", BAKERY, "other").acts


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ("中午一般吃什么？", "zh", "cold-store"),
        ("这附近有停车场吗？", "zh", "haulage-tyres"),
        ("Who painted that picture?", "en", "bakery"),
    ],
)
def test_small_talk_brings_out_neither_a_need_nor_a_wish(desk: Practising, line: str, language: str, name: str) -> None:
    talk = desk.open("rep", language, shipped()[name], seed=5)
    talk.say(line, 20)
    assert not {"need", "interest"} & {one.partition(":")[0] for one in talk.state.exchanges[-1].told}


def test_who_names_the_worry_first_and_asks_again_gets_that_one_and_no_other(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["haulage-tyres"], level="hard", seed=71)
    talk.say("Is it a breakdown on the moor at night you're afraid of, with nobody coming?", 20)
    talk.say("Then what is it that worries you?", 20)
    assert list(talk.state.mind["found"]) == ["roadside"]


def test_terms_on_a_worry_with_an_ask_behind_them_are_an_answer_and_an_ask_and_no_gift() -> None:
    line = "新机跟老机器一块儿跑三个月，不行我拉走，老陈那边照旧喝酒。今天签？"
    told = Mind(patience=6, turn=3, found=tuple(shipped()["joinery-cnc"].worries))
    assert by_ear(line, "zh", shipped()["joinery-cnc"], mind=told).acts >= {"answer", "ask"}


@pytest.mark.parametrize(("line", "language"), [("不签我不走。", "zh"), ("I'm not leaving until you sign.", "en")])
def test_not_to_leave_before_he_signs_is_pressure(line: str, language: str) -> None:
    assert "pressure" in heard(line, language, BAKERY, "other").acts
