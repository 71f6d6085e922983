"""What happens in a rehearsal. Practice is private: its streams are named `practice:<id>` and never enter a list, a share or a manager's view."""

from datetime import date as Day  # noqa: N812 - as in domain.events
from typing import Any, Literal

from coach.domain.debrief_events import Event
from coach.domain.vocabulary import Language
from coach.domain.vocabulary import Level as Level

ReplyKind = Literal["greeting", "put_off", "objection", "answer", "agree", "refuse", "leave", "sign"]
RehearsalOutcome = Literal["signed", "next_fixed", "refused", "walked_out", "left", "time_up"]

PREFIX = "practice:"
"""How the stream of a rehearsal begins."""


class RehearsalOpened(Event):
    """A rehearsal began. `scenario` is the whole scenario as it was then, so that a changed file changes no attempt.

    `origin` and `turn` name the attempt it branched from and the rep's turn tried again; `swapped`: the rep plays the customer.
    """

    kind: Literal["rehearsal_opened"] = "rehearsal_opened"
    rep: str
    language: Language
    scenario_id: str
    scenario: dict[str, Any]
    level: Level = "normal"
    seed: int = 0
    today: Day
    swapped: bool = False
    origin: str | None = None
    turn: int | None = None


class LineTried(Event):
    """The rep's words, kept before the customer thinks. `took` in seconds; an empty text is a silence."""

    kind: Literal["line_tried"] = "line_tried"
    text: str
    took: int = 60


class CustomerReplied(Event):
    """The other side's words, what was understood of the rep's line (`acts`, `asked`), what it brought (`told`, `found`, `eased`, `met`), and the mind after it."""

    kind: Literal["customer_replied"] = "customer_replied"
    reply: ReplyKind
    text: str
    mind: dict[str, Any]
    acts: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    outcome: RehearsalOutcome | None = None


class HintTaken(Event):
    """The rep asked for a hint; it costs a mark."""

    kind: Literal["hint_taken"] = "hint_taken"
    text: str


class ClockStopped(Event):
    """The rep paused; the time until `ClockStarted` is counted as pause."""

    kind: Literal["clock_stopped"] = "clock_stopped"


class ClockStarted(Event):
    """The rep went on after a pause."""

    kind: Literal["clock_started"] = "clock_started"


class RehearsalEnded(Event):
    """It is over: how, and the score of the transcript (0-100, None where the roles were swapped)."""

    kind: Literal["rehearsal_ended"] = "rehearsal_ended"
    outcome: RehearsalOutcome
    score: int | None = None
