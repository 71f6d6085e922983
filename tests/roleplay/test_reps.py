"""Scripted reps with the product's own ear: a slice of what `scripts/rehearse` runs in full."""

from collections import Counter

import pytest
from scripts.rehearsing.playing import play
from scripts.rehearsing.reps import REPS

from coach.conduct.practising import Rehearsing
from coach.domain.practice_events import Level
from coach.roleplay.scenario_files import shipped

SCENARIOS = shipped()
A = [name for name, one in SCENARIOS.items() if one.hidden_class == "A"]
D = [name for name, one in SCENARIOS.items() if one.hidden_class == "D"]


def lines_of(talk: Rehearsing) -> list[str]:
    return [talk.state.greeting, *(turn.reply for turn in talk.state.exchanges)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("habit", ["strong", "echoing"])
def test_a_reactive_strong_rep_signs_nine_of_ten_as(habit: str, language: str) -> None:
    talks = [play(habit, SCENARIOS[name], "normal", seed, language) for name in A for seed in range(2)]
    assert sum(talk.state.outcome == "signed" for talk in talks) >= 0.9 * len(talks)


@pytest.mark.parametrize("habit", sorted(set(REPS) - {"strong", "echoing"}))
@pytest.mark.parametrize("level", ["easy", "normal", "hard"])
def test_nobody_signs_without_good_work(habit: str, level: Level) -> None:
    for scenario in SCENARIOS.values():
        for language in scenario.languages:
            assert play(habit, scenario, level, 1, language).state.outcome != "signed"


@pytest.mark.parametrize("habit", sorted(REPS))
def test_a_d_signs_for_nobody_and_no_line_is_said_twice(habit: str) -> None:
    for name in D:
        for language in ("zh", "en"):
            talk = play(habit, SCENARIOS[name], "easy", 3, language)
            assert talk.state.outcome != "signed"
            assert max(Counter(lines_of(talk)).values()) == 1


@pytest.mark.parametrize("habit", ["pushy", "nagging", "discounter"])
def test_a_d_who_is_pushed_ends_it_himself(habit: str) -> None:
    talks = [
        play(habit, SCENARIOS[name], level, seed, "en") for name in D for level in ("easy", "hard") for seed in range(2)
    ]
    assert all(talk.state.outcome in ("walked_out", "refused") for talk in talks)


def test_a_strong_rep_beats_every_other_on_every_a() -> None:
    for name in A:
        best = play("strong", SCENARIOS[name], "normal", 1, "zh").scorecard().score
        others = [
            play(habit, SCENARIOS[name], "normal", 1, "zh").scorecard().score
            for habit in REPS
            if habit not in ("strong", "echoing")
        ]
        assert best > max(others)


def test_five_runs_of_one_scenario_differ() -> None:
    talks = [lines_of(play("nagging", SCENARIOS["bakery"], "normal", seed, "zh")) for seed in range(5)]
    assert len(set(map(tuple, talks))) == 5
