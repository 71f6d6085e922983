"""The short form of scripts/torture/run kills: talks on a real terminal, ended in every way; and controls that must be
caught.
"""

import pytest
from scripts.torture.killing import ENDINGS, FORGETFUL, HUP, KILL, KINDS, trial


@pytest.mark.parametrize("kind", KINDS)
def test_a_turn_shown_survives_a_kill_once_and_in_order(kind: str) -> None:
    assert trial(1, KILL, kind).faults == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_other_end_hands_the_terminal_back_and_keeps_what_is_half_typed(ending: str) -> None:
    kind = KINDS[ENDINGS.index(ending) % 2]
    assert trial(2, ending, kind, longest=1.8).faults == []


def test_the_harness_catches_a_program_that_keeps_nothing() -> None:
    assert "no store" in trial(0, KILL, program=FORGETFUL, longest=2.5, shortest=2.0).faults


def test_the_harness_catches_a_program_that_leaves_the_terminal_as_it_is() -> None:
    assert any("modes left on" in fault for fault in trial(0, HUP, program=FORGETFUL, longest=0.5).faults)
