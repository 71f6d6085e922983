"""The events of a rehearsal.

Practice is private: its streams (`practice:<id>`) never enter a list, a share file or a manager's view.
"""

from datetime import date as Day  # noqa: N812 - as in domain.events
from typing import Any, Literal

from coach.domain.event import Event
from coach.domain.vocabulary import Language
from coach.domain.vocabulary import Level as Level

ReplyKind = Literal["greeting", "put_off", "objection", "answer", "agree", "refuse", "leave", "sign"]
RehearsalOutcome = Literal["signed", "next_fixed", "refused", "walked_out", "left", "time_up"]


class RehearsalOpened(Event):
    """A rehearsal began. `scenario`: the whole scenario as of then, so that later edits do not change the attempt.

    `origin`, `turn`: the attempt it branched from and the rep's turn tried again; `swapped`: the rep plays the
    customer.
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
    """The rep's words, stored before the customer reacts. `took` in seconds; an empty text is silence."""

    kind: Literal["line_tried"] = "line_tried"
    text: str
    took: int = 60


class CustomerReplied(Event):
    """The other side's reply, the interpretation of the rep's line (`acts`, `asked`), what it achieved (`told`,
    `found`, `eased`, `met`), and the customer's state after it.
    """

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
    """The rep asked for a hint, which costs points."""

    kind: Literal["hint_taken"] = "hint_taken"
    text: str


class ClockStopped(Event):
    """The rep paused; the time until `ClockStarted` is counted as pause."""

    kind: Literal["clock_stopped"] = "clock_stopped"


class ClockStarted(Event):
    """The rep continued after a pause."""

    kind: Literal["clock_started"] = "clock_started"


class RehearsalEnded(Event):
    """The rehearsal ended. `score`: 0-100, None if the roles were swapped."""

    kind: Literal["rehearsal_ended"] = "rehearsal_ended"
    outcome: RehearsalOutcome
    score: int | None = None
