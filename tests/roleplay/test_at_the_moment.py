"""What a question asks for at which moment: before a put-off what is wrong is his need, what he fears is a worry."""

import pytest
from scripts.rehearsing.playing import office

from coach.roleplay.scenario_files import shipped
from coach.wiring import listener
from tests.roleplay.test_hearing import by_ear, pool


@pytest.mark.parametrize("scenario", ["school-canteen", "cold-store"])
@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("What went wrong with the last lot?", "en"),
        ("What's the matter with the one you have?", "en"),
        ("Why are you even looking?", "en"),
        ("现在用的哪里不好？", "zh"),
        ("现在这家哪儿让您不满意？", "zh"),
        ("是什么原因让您想换的？", "zh"),
        ("怎么想到找我们？", "zh"),
    ],
)
def test_what_is_wrong_is_his_need(line: str, language: str, scenario: str) -> None:
    talk = office(listener()).open("rep", language, shipped()[scenario], seed=5)
    talk.say(line, 20)
    assert "need" in talk.state.exchanges[-1].told
    assert not talk.state.exchanges[-1].found


@pytest.mark.parametrize("scenario", ["school-canteen", "cold-store"])
@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("What holds you back?", "en"),
        ("Any concerns?", "en"),
        ("您有什么顾虑？", "zh"),
        ("什么拦着您？", "zh"),
        ("嗯……那您要是不买，是因为啥呀？", "zh"),
        ("什么会让您不买？", "zh"),
    ],
)
def test_what_he_fears_is_a_worry(line: str, language: str, scenario: str) -> None:
    talk = office(listener()).open("rep", language, shipped()[scenario], seed=5)
    talk.say(line, 20)
    assert talk.state.exchanges[-1].found


def test_it_always_is_no_question_for_what_is_behind() -> None:
    talk = office(listener()).open("rep", "en", shipped()["plant-sensors"], seed=10)
    talk.say("Ears are fine thanks. Is it always this dusty in here?", 20)
    assert not talk.state.exchanges[-1].told
    assert not talk.state.exchanges[-1].found


def test_an_hour_is_proposed_and_a_point_is_none() -> None:
    assert not by_ear("您怕在丁总跟前哪一点说不清？", "zh", shipped()["hotel-linen"]).dated
    assert by_ear("礼拜四下午一点，我陪您见丁总。", "zh", shipped()["hotel-linen"]).dated


def test_who_ever_says_so_is_no_question_for_the_decider() -> None:
    assert "authority" not in by_ear("谁说自己行都没用，您直接问我的客户。", "zh").asked


@pytest.mark.parametrize("line", ["printers ok?", "all ok?"])
def test_a_few_first_words_are_no_ask(line: str) -> None:
    talk = office(listener()).open("rep", "en", shipped()["office-printers"], seed=9)
    talk.say(line, 20)
    assert "ask" not in talk.state.exchanges[-1].acts


def test_a_gain_of_his_is_no_gift() -> None:
    line = "One hundred and twenty flats. If the saw cuts twice as fast, you take that job. Shall we sign?"
    assert by_ear(line, "en", shipped()["joinery-cnc"]).acts == {"ask", "value"}


def test_how_often_it_breaks_is_his_need_though_he_put_the_rep_off() -> None:
    talk = office(listener()).open("rep", "zh", shipped()["haulage-tyres"], level="hard", seed=5)
    talk.say("今天签了吧？", 20)
    talk.say("一个月爆几回胎，停一天亏多少？", 20)
    assert "need" in talk.state.exchanges[-1].told


@pytest.mark.parametrize(
    ("name", "first", "again"),
    [
        ("hotel-linen", "What are you worried about?", "Grey sheets and wrong counts. Who signs for it?"),
        (
            "haulage-tyres",
            "What hurt most last month?",
            "Two loads late, docked for both. And who says yes, you alone?",
        ),
    ],
)
def test_to_say_his_words_again_settles_no_worry_and_is_no_gain(name: str, first: str, again: str) -> None:
    talk = office(listener()).open("rep", "en", shipped()[name], seed=34 if name == "hotel-linen" else 33)
    talk.say(first, 20)
    talk.say(again, 20)
    turn = talk.state.exchanges[-1]
    assert "authority" in turn.told
    assert not turn.eased
    assert not turn.met


def test_a_gift_is_remarked_on_only_if_something_was_given() -> None:
    talk = office(listener()).open("rep", "zh", shipped()["language-school"], seed=22)
    talk.say("一个学期漏掉多少？", 20)
    answer = talk.say("不愁就好。那咱今天签了，下周一我给三个校区装上？", 20)
    assert not any(one in answer.text for one in pool(talk, "conceded"))


def test_a_fact_told_is_not_asked_for_where_but_what() -> None:
    talk = office(listener()).open("rep", "zh", shipped()["school-canteen"], seed=26)
    talk.say("钱从哪儿出？", 20)
    assert talk.say("您看这笔餐费从哪儿出？", 20).text not in pool(talk, "aside.where")
