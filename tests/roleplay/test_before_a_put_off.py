"""What is asked before he has put anybody off: what is wrong is his need, what he fears is a worry."""

import pytest
from scripts.rehearsing.playing import office

from coach.roleplay.scenario_files import shipped
from coach.wiring import listener


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
