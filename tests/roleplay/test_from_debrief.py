"""The customer of a debrief holds back what the rep found that he was weighing (R17: the put-off is a lid)."""

import pytest

from coach.domain.debrief import Debrief
from coach.roleplay.debrief_scenario import from_debrief
from tests.roleplay.test_hearing import heard

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
