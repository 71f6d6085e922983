"""The step table: every step is reached, every destination exists, and unsigned visits miss nothing."""

import pytest
from transitions import MachineError

from coach.dialogue.machine import next_step
from coach.dialogue.steps import STAGE, TRANSITIONS
from coach.domain.vocabulary import STEPS


def way(signed: bool) -> list[str]:
    steps = ["opening"]
    while steps[-1] != "recorded":
        steps.append(next_step(steps[-1], signed=signed))  # type: ignore[arg-type]
    return steps


def test_every_step_of_the_table_exists_and_is_reached() -> None:
    assert {row["source"] for row in TRANSITIONS} | {row["dest"] for row in TRANSITIONS} == set(STEPS)
    assert set(way(signed=False)) == set(STEPS)
    assert set(STAGE) == set(STEPS)


def test_an_unsigned_visit_goes_through_forward_unsigned_reverse_and_push() -> None:
    assert way(signed=False) == [
        "opening",
        "claim",
        "forward",
        "unsigned",
        "reverse",
        "push",
        "verdict",
        "plan",
        "recorded",
    ]


def test_a_signed_visit_takes_the_short_way() -> None:
    assert way(signed=True) == ["opening", "push", "verdict", "plan", "recorded"]


def test_a_signature_told_late_leads_to_the_short_way_from_there() -> None:
    assert next_step("unsigned", signed=True) == "push"


def test_nothing_comes_after_recorded() -> None:
    with pytest.raises(MachineError):
        next_step("recorded", signed=False)
