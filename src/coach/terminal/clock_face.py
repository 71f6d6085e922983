"""View model of the rehearsal clock: minutes and seconds to the deadline, and what the time is for (R17)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.domain.cleaning import clean
from coach.phrases import Phrasebook
from coach.terminal.spans import Span

if TYPE_CHECKING:
    from coach.conduct.practising import Rehearsing

LATE = 300
"""Seconds left at which it is time to ask for the signature."""


def clock(seconds: int) -> str:
    """Seconds as minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def phase(left: int) -> str:
    """What the time is for: finding out, answering, asking."""
    return "late" if left <= LATE else "middle" if left <= 2 * LATE else "early"


def face(talk: "Rehearsing", book: Phrasebook, working: str, *, over: bool) -> Sequence[Span]:
    """The clock, its advice, the scenario, and the operation in progress."""
    left = talk.seconds_left()
    now = "over" if over else "paused" if talk.state.stopped_at else phase(left)
    advice = (
        book.say(f"rehearsal.phase.{now}", count=talk.state.pauses)
        if now == "paused"
        else book.say(f"rehearsal.phase.{now}")
    )
    title = talk.scenario.text_in(talk.opened.language).title
    return (
        Span(f" {clock(left)}  ", "warn" if left <= LATE else "strong"),
        Span(f"{advice}  ", "warn" if now == "paused" else "dim"),
        Span(f"{clean(title)}  ", "coach"),
        Span(working, "warn"),
    )
