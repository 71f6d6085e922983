"""The customer of a debrief holds back what the rep found that he was weighing (R17: the put-off is a lid)."""

from datetime import UTC, datetime

import pytest

from coach.conduct.practising import Practising
from coach.domain.debrief import Debrief, Utterance
from coach.roleplay.debrief_scenario import from_debrief
from coach.roleplay.topics import topics
from tests.roleplay.test_hearing import heard, pool

NOW = datetime(2026, 11, 23, tzinfo=UTC)
TOLD = {
    "zh": (
        "其实是怕换机器那两天停产。他问了两遍",
        "怕换机器那两天停产",
        "挑您歇业的那天夜里装，停产的事不会有，写进合同。",
    ),
    "en": (
        "honestly the downtime while we swap the unit. she asked about it twice",
        "honestly the downtime while we swap the unit",
        "We swap it overnight, so there is no downtime at all, in the contract.",
    ),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_worry_the_rep_named_is_the_customers_in_the_reps_words(language: str) -> None:
    told, words, answer = TOLD[language]
    debrief = Debrief("x", language=language, worry=told, blockers=("customer_thinking",))
    scenario = from_debrief(debrief)
    first = next(iter(scenario.worries))
    assert scenario.worries[first].kind == "downtime"
    assert all(words in line for line in scenario.text_in(language).worries[first].says)
    assert first in heard(answer, language, scenario, "answer").worries
    assert "worry" not in scenario.guesses


def test_asked_about_another_worry_he_says_so_before_he_tells_his_own(desk: Practising) -> None:
    debrief = Debrief("x", language="zh", blockers=("customer_thinking",))
    talk = desk.open("rep", "zh", from_debrief(debrief), seed=3)
    said = talk.say("您上回说再想想，是不是担心换机器那两天货没地方放？", 20).text
    assert any(said.startswith(one) for one in pool(talk, "not_that"))


@pytest.mark.parametrize(
    ("language", "told", "words"),
    [
        ("zh", "没签，说要再比比，我觉得他是怕换机那几天停产。我也怕他烦", "怕换机那几天停产"),
        ("en", "Wants to compare. I think she's afraid of the downtime when we swap. I was nervous too.", "downtime"),
    ],
)
def test_a_worry_told_in_passing_is_the_customers_too(language: str, told: str, words: str) -> None:
    debrief = Debrief("x", language=language, blockers=("competitor",))
    debrief.transcript.append(Utterance("rep", told, NOW))
    scenario = from_debrief(debrief)
    first = next(iter(scenario.worries))
    assert scenario.worries[first].kind == "downtime"
    assert all(words in line for line in scenario.text_in(language).worries[first].says)


def test_the_reps_own_fear_is_no_worry_of_the_customers() -> None:
    debrief = Debrief("x", language="zh", blockers=("competitor",))
    debrief.transcript.append(Utterance("rep", "没敢再问，怕他烦", NOW))
    assert next(iter(from_debrief(debrief).worries)) == "switching"


def test_that_nobody_comes_is_a_worry_about_service_and_a_tripped_chiller_a_need() -> None:
    debrief = Debrief("x", language="en", blockers=("customer_thinking",))
    debrief.transcript.append(Utterance("rep", "she is afraid nobody comes on a sunday", NOW))
    scenario = from_debrief(debrief)
    assert scenario.worries[next(iter(scenario.worries))].kind == "service"
    assert topics("en").sense["needs"].search("two of the three chillers tripped in august")
