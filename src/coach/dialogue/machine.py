"""Stateless adapter to the `transitions` state machine."""

from functools import cache
from typing import Any

from transitions import Machine

from coach.dialogue.steps import TRANSITIONS
from coach.domain.debrief_events import Step
from coach.domain.vocabulary import STEPS


class _Walker:
    """The model whose state is the step, for a single query."""

    state: Step

    def __init__(self, signed: bool) -> None:
        self._signed = signed

    def signed(self) -> bool:
        """The condition named in the table."""
        return self._signed


@cache
def _machine() -> Any:
    return Machine(
        model=None,
        states=list(STEPS),
        transitions=[dict(row) for row in TRANSITIONS],
        initial="opening",
        auto_transitions=False,
    )


def next_step(step: Step, *, signed: bool) -> Step:
    """The step after `step`. Raises transitions.MachineError where there is none (`recorded`)."""
    walker, machine = _Walker(signed), _machine()
    machine.add_model(walker, initial=step)
    try:
        walker.trigger("done")  # type: ignore[attr-defined]
        return walker.state
    finally:
        machine.remove_model(walker)
