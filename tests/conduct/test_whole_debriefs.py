"""Whole debriefs with reps of every kind: nothing is asked twice, no line comes twice, every path ends."""

from collections import Counter
from statistics import median

import pytest

from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.history import fold
from tests.conduct.reps import TEMPERS, hold

SEEDS = range(12)


def answered_already(state: Debrief, asked: e.QuestionAsked) -> list[str]:
    """Fields the question asks for although the rep has told them."""
    known = {
        "customer": bool(state.customer),
        "authority": state.facts["authority"].approvals is not None,
        "need": state.facts["need"].value is not None,
        "power": state.facts["power"].value is not None,
        "value": state.facts["value"].value is not None,
        "signed": state.signed is not None,
        "close_attempted": state.close.attempted is not None,
        "blockers": bool(state.blockers) and asked.step == "unsigned",
        "gave_in": state.close.gave_in is not None,
        "push_reason": state.close.reason is not None,
        "next_line": bool(state.next_line),
    }
    judged = state.after_reverse if asked.step == "reverse" else state.claimed
    known |= {"claimed_class": judged.customer_class is not None, "confidence": judged.confidence is not None}
    return [field for field in asked.asks if known.get(field) and field not in asked.about]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("temper", TEMPERS)
def test_no_question_already_answered_is_asked_again(temper: str, language: str) -> None:
    for seed in SEEDS:
        talk, _ = hold(temper, seed, language)
        for n, recorded in enumerate(talk.history):
            if isinstance(recorded.event, e.QuestionAsked) and not recorded.event.restated:
                before = fold(talk.id, talk.history[:n])
                assert not answered_already(before, recorded.event), (temper, seed, recorded.event.text)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("temper", TEMPERS)
def test_no_coach_line_comes_twice_in_one_talk(temper: str, language: str) -> None:
    for seed in SEEDS:
        talk, _ = hold(temper, seed, language)
        said = Counter(s.text for s in talk.debrief.transcript if s.who == "coach")
        assert [text for text, count in said.items() if count > 1] == [], (temper, seed)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("temper", TEMPERS)
def test_every_path_ends(temper: str, language: str) -> None:
    for seed in SEEDS:
        talk, _ = hold(temper, seed, language)
        assert talk.debrief.recorded, (temper, seed, talk.debrief.question)


@pytest.mark.parametrize("temper", TEMPERS)
def test_forward_unsigned_reverse_and_push_are_never_skipped(temper: str) -> None:
    for seed in SEEDS:
        talk, _ = hold(temper, seed, "en")
        if talk.debrief.signed:
            continue
        spoken: set[str] = set()
        step = "opening"
        for recorded in talk.history:
            if isinstance(recorded.event, e.StepReached):
                step = recorded.event.step
            if isinstance(recorded.event, e.CoachSaid):
                spoken.add(recorded.event.line.split(".")[0])
            if isinstance(recorded.event, e.QuestionAsked):
                spoken.add(recorded.event.step)
        assert {"forward", "unsigned", "reverse", "push"} <= spoken, (temper, seed, spoken, step)


def test_a_median_debrief_needs_at_most_eight_turns() -> None:
    turns = [
        hold(temper, seed, language)[0].debrief.turns
        for temper in TEMPERS
        for seed in SEEDS
        for language in ("zh", "en")
    ]
    assert median(turns) <= 8, sorted(turns)


@pytest.mark.parametrize("temper", TEMPERS)
def test_a_log_replays_to_the_state_it_was_left_in(temper: str) -> None:
    talk, _ = hold(temper, 3, "zh")
    assert fold(talk.id, talk.history) == talk.debrief
