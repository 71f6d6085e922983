"""The state of a rehearsal: customer, turns, clock; the fold over `practice_events`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from coach.domain import practice_events as p
from coach.domain.event import Recorded

MINUTES_20 = 1200
"""Seconds of the last 20 minutes (R17)."""


class Mind(BaseModel):
    """The customer's state between turns; worries and wishes by their ids in the scenario."""

    model_config = ConfigDict(frozen=True)
    patience: int
    """At 0 he ends the talk."""
    clock: int = MINUTES_20
    """Seconds left."""
    turn: int = 0
    """Number of the rep's lines."""
    told: tuple[str, ...] = ()
    """Facts he gave: authority, need, power; no: his real reason to refuse."""
    voiced: tuple[str, ...] = ()
    """Wishes he named."""
    met: tuple[str, ...] = ()
    """Those of them that a gain was tied to."""
    raised: tuple[str, ...] = ()
    """Worries for which he put the rep off."""
    found: tuple[str, ...] = ()
    """Worries he told."""
    eased: tuple[str, ...] = ()
    """Those of them that were answered."""
    evaded: tuple[str, ...] = ()
    """Worries, or "no", once for each question of his reason that he evaded."""
    heard: tuple[str, ...] = ()
    """Worries that were argued before he told them."""
    open: str | None = None
    """The worry behind the current put-off."""
    refused: int = 0
    """His no, and his lines after it."""
    asks: int = 0
    """How often he was asked for the signature."""
    pushes: int = 0
    """Asks since the last progress."""
    idle: int = 0
    """Lines since the last progress that were about nothing."""
    silent: int = 0
    """Silences in a row."""
    let_go: int = 0
    """How often in a row the rep accepted the put-off."""
    dated: bool = False
    """A next step has its day."""
    used: tuple[str, ...] = ()
    """Wordings already spoken, as `pool:number`."""

    @property
    def put_offs(self) -> tuple[str, ...]:
        """Those of them with which he put the rep off, in order."""
        return tuple(one for one in self.used if one.startswith("customer.put_off."))


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
    """A criterion of the scorecard."""

    id: str
    passed: bool | None
    """None if there is not enough evidence."""
    share: float
    """How much of it was reached, 0 to 1."""
    quote: str = ""
    """A line of the rep, or of the customer if that is the evidence."""
    turn: int | None = None
    """The turn that the quote belongs to."""
    parts: tuple[tuple[str, bool], ...] = ()
    """Its halves as (name, reached)."""

    @property
    def half(self) -> bool:
        """Whether it was partly fulfilled."""
        return self.passed is False and self.share > 0

    @property
    def mark(self) -> str:
        """Its glyph: passed, half passed, failed, or not enough evidence."""
        return "½" if self.half else {True: "✓", False: "✗", None: "·"}[self.passed]


@dataclass(frozen=True)
class Scorecard:
    """The result of a rehearsal."""

    outcome: p.RehearsalOutcome
    checks: tuple[Check, ...]
    score: int
    """0 to 100."""
    gap: str | None
    """Id of the check most worth improving."""
    turn: int | None
    """The rep's turn to try again."""
    elicited: tuple[str, ...]
    """The facts that he told."""
    hidden_class: str
    signed: bool = False
    lost: str = ""
    """How one thing alone lost the customer: `insulted`, or `let_go` (he could sign, and the rep left without asking);
    or `untold`: what the gap is about never came out.
    """


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
