"""The state of a rehearsal: customer, turns, clock; the fold over `practice_events`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from coach.domain import practice_events as p
from coach.domain.event import Recorded


def check_mark(passed: bool | None, half: bool) -> str:
    """The glyph of a check: passed, half passed, failed, or (None) not enough evidence."""
    return {True: "✓", False: "½" if half else "✗", None: "·"}[passed]


MINUTES_20 = 1200
"""Seconds of the last 20 minutes (R17)."""


class Mind(BaseModel):
    """The customer's state between turns; worries and interests by their ids in the scenario.

    `told`: facts he gave (authority, need, power; no: his real reason to refuse). `open`: the worry behind the current
    put-off. `heard`: worries that were argued before he told them. `used`: wordings already spoken. `clock`: seconds
    left. `pushes`: asks since the last progress.
    """

    model_config = ConfigDict(frozen=True)
    patience: int
    clock: int = MINUTES_20
    turn: int = 0
    told: tuple[str, ...] = ()
    voiced: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    evaded: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    open: str | None = None
    refused: int = 0
    asks: int = 0
    pushes: int = 0
    idle: int = 0
    silent: int = 0
    let_go: int = 0
    dated: bool = False
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exchange:
    """One turn: the customer's line before it, the rep's line, its interpretation, the reply, and what it achieved."""

    number: int
    before: str
    before_kind: str
    rep: str
    took: int
    acts: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    reply: str = ""
    reply_kind: str = ""
    told: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    clock: int = MINUTES_20


@dataclass(frozen=True)
class Check:
    """A criterion of the scorecard.

    `passed`: None if there is not enough evidence. `parts`: its halves as (name, reached).

    `quote`: a line of the rep, or of the customer if that is the evidence; `turn`: the turn it belongs to.
    """

    id: str
    passed: bool | None
    share: float
    quote: str = ""
    turn: int | None = None
    parts: tuple[tuple[str, bool], ...] = ()

    @property
    def half(self) -> bool:
        """Whether it was partly fulfilled."""
        return self.passed is False and self.share > 0


@dataclass(frozen=True)
class Scorecard:
    """The result of a rehearsal.

    `score`: 0-100. `gap`: id of the check most worth improving; `turn`: the rep's turn to try again. `lost`: how one
    thing alone lost the customer: `insulted`, or `let_go` (he could sign, and the rep left without asking); or
    `untold`: what the gap is about never came out.
    """

    outcome: p.RehearsalOutcome
    checks: tuple[Check, ...]
    score: int
    gap: str | None
    turn: int | None
    elicited: tuple[str, ...]
    hidden_class: str
    signed: bool = False
    lost: str = ""


@dataclass
class Rehearsal:
    """Everything known about one rehearsal at one version of its stream."""

    id: str
    version: int = 0
    opened: p.RehearsalOpened | None = None
    opened_at: datetime | None = None
    greeting: str = ""
    mind: dict[str, Any] = field(default_factory=dict)
    exchanges: tuple[Exchange, ...] = ()
    waiting: p.LineTried | None = None
    hints: tuple[str, ...] = ()
    outcome: p.RehearsalOutcome | None = None
    score: int | None = None
    ended: bool = False
    last_at: datetime | None = None
    stopped_at: datetime | None = None
    pauses: int = 0
    minds: tuple[dict[str, Any], ...] = ()
    left: bool = False

    @property
    def last_turn(self) -> int:
        """The last of the rep's turns that can be tried again; where he left without a word, that is the next one."""
        return max(1, len(self.exchanges) + self.left)

    @property
    def last_line(self) -> str:
        """The other side's last line."""
        return self.exchanges[-1].reply if self.exchanges else self.greeting

    @property
    def last_kind(self) -> str:
        """The kind of the last line."""
        return self.exchanges[-1].reply_kind if self.exchanges else "greeting"

    @property
    def clock(self) -> int:
        """Seconds left when the other side last spoke."""
        return int(self.mind.get("clock", MINUTES_20))


def fold(stream: str, history: Iterable[Recorded]) -> Rehearsal:
    """The rehearsal after `history`."""
    state = Rehearsal(stream)
    for recorded in history:
        apply(state, recorded)
    return state


def apply(state: Rehearsal, recorded: Recorded) -> None:
    """Applies one event to `state` in place; ignores events of other streams."""
    event = recorded.event
    state.version = recorded.version
    if isinstance(event, p.RehearsalOpened):
        state.opened, state.opened_at, state.last_at = event, recorded.at, recorded.at
    elif isinstance(event, p.LineTried):
        state.waiting = event
    elif isinstance(event, p.CustomerReplied):
        _replied(state, event)
        state.last_at = recorded.at
    elif isinstance(event, p.HintTaken):
        state.hints = (*state.hints, event.text)
    elif isinstance(event, p.ClockStopped):
        state.stopped_at = state.stopped_at or recorded.at
        state.pauses += 1
    elif isinstance(event, p.ClockStarted):
        _went_on(state, recorded.at)
    elif isinstance(event, p.RehearsalEnded):
        state.left = event.outcome == "left" and state.outcome is None
        state.ended, state.outcome, state.score = True, event.outcome, event.score


def _replied(state: Rehearsal, event: p.CustomerReplied) -> None:
    line = state.waiting
    state.mind = event.mind
    state.minds = (*state.minds, event.mind)
    state.outcome = event.outcome or state.outcome
    if line is None:
        state.greeting = event.text
        return
    turn = Exchange(
        number=len(state.exchanges) + 1,
        before=state.last_line,
        before_kind=state.last_kind,
        rep=line.text,
        took=line.took,
        acts=event.acts,
        asked=event.asked,
        reply=event.text,
        reply_kind=event.reply,
        told=event.told,
        found=event.found,
        eased=event.eased,
        met=event.met,
        fixed=event.fixed,
        clock=int(event.mind.get("clock", 0)),
    )
    state.exchanges = (*state.exchanges, turn)
    state.waiting = None


def _went_on(state: Rehearsal, at: datetime) -> None:
    """Counts the time from the stop (or, if the terminal was closed, from the last line) to `at` as pause, never
    negative.
    """
    stopped = state.stopped_at or state.last_at
    if stopped is None or state.last_at is None:
        return
    pause = max(timedelta(0), at - stopped)
    state.last_at = min(at, state.last_at + pause)
    state.stopped_at = None
