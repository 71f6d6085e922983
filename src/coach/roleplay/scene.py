"""One turn of a rehearsal: the scenario, the mind before it, the rep's line as interpreted, and the customer's reply
being built.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import ConfigDict

from coach.domain.practice import Mind
from coach.domain.practice_events import CustomerReplied, Level, RehearsalOutcome, ReplyKind
from coach.roleplay.echoes import is_about
from coach.roleplay.levels import RULES
from coach.roleplay.reading import Reading
from coach.roleplay.scenario import OBJECTIONS, Face, Scenario
from coach.roleplay.voice import Voice

_PLAIN: tuple[Face, ...] = ("think", "later", "busy")


@dataclass(frozen=True)
class CustomerReply:
    """The customer's reply: its words and kind, his mind afterwards, the effect of the rep's line, and the outcome if
    the talk ends here. `evaded`: a question for what is behind was put and not answered.
    """

    kind: ReplyKind
    text: str
    mind: Mind
    told: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    outcome: RehearsalOutcome | None = None
    evaded: bool = False

    def as_event(self, acts: tuple[str, ...] = (), asked: tuple[str, ...] = ()) -> CustomerReplied:
        """The reply as an event, with the interpretation of the rep's line."""
        return CustomerReplied(
            reply=self.kind,
            text=self.text,
            mind=self.mind.model_dump(mode="json"),
            acts=acts,
            asked=tuple(dict.fromkeys((*asked, *(("behind",) if self.evaded else ())))),
            told=self.told,
            found=self.found,
            eased=self.eased,
            met=self.met,
            fixed=self.fixed,
            outcome=self.outcome,
        )


_Listed = Literal["told", "voiced", "met", "raised", "found", "eased", "heard"]
_Counted = Literal["turn", "patience", "refused", "asks", "pushes", "idle", "silent", "let_go"]


class _Draft(Mind):
    """A mind that may still change."""

    model_config = ConfigDict(frozen=False)


@dataclass
class Scene:
    """The builder of one turn: `mind` is the customer's before it, `now` the one he will have after it."""

    scenario: Scenario
    language: str
    level: Level
    seed: int
    mind: Mind
    reading: Reading
    said: list[str] = field(default_factory=list)
    dated: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.now = _Draft(**dict(self.mind))
        self.rules = RULES[self.level]
        self.tongue = self.scenario.text_in(self.language)
        start = max(2, self.rules.patience + self.scenario.patience)
        self.voice = Voice(
            self.language, f"{self.scenario.id}:{self.seed}", self.mind.used, self.mind.patience * 2 > start
        )
        self.active = tuple(self.scenario.worries)[: self.rules.worries]
        self.max_patience = start

    def add(self, name: _Listed, value: str) -> None:
        """Adds to a list of the mind unless already in it."""
        if value not in getattr(self.now, name):
            setattr(self.now, name, (*getattr(self.now, name), value))

    def count(self, name: _Counted, by: int = 1) -> int:
        """Increments a number of the mind and returns it."""
        number = int(getattr(self.now, name)) + by
        setattr(self.now, name, number)
        return number

    def say(self, text: str | None) -> bool:
        """Adds a line to the reply; False if none was left."""
        if text:
            self.said.append(text)
        return bool(text)

    def own(self, name: str, lines: Sequence[str]) -> str | None:
        """A line of his own not used yet, that fits the questions best; None if none was left."""
        return self.voice.own(name, lines, self.reading.questions)

    @property
    def is_d(self) -> bool:
        """Whether this customer never signs (R4)."""
        return self.scenario.hidden_class == "D"

    @property
    def can_sign(self) -> bool:
        """Whether he can sign by himself (R1)."""
        return self.scenario.hidden_class == "A"

    @property
    def settled(self) -> bool:
        """Whether every worry he would raise has been disclosed and answered."""
        return all(name in self.now.eased for name in self.active)

    @property
    def ready(self) -> bool:
        """Whether he would sign if asked: worries disclosed and answered, and value tied to a stated interest (R19)."""
        return self.can_sign and self.settled and bool(self.now.met)

    @property
    def unanswered(self) -> str | None:
        """A disclosed worry not answered yet: the one behind his put-off, or an earlier one."""
        left = [name for name in self.now.found if name not in self.now.eased]
        return self.now.open if self.now.open in left else next(iter(left), None)

    def put_off(self) -> ReplyKind | None:
        """Raises the next worry behind one of its faces, or an empty put-off if none is left; None if no words are
        left.
        """
        name = self.now.open or next((one for one in self.active if one not in self.now.eased), None)
        faces = self.scenario.worries[name].faces if name else self.scenario.put_offs
        if name:
            self.add("raised", name)
            self.now.open = name
        order: list[Face] = [*faces, *(face for face in _PLAIN if face not in faces)]
        turn = 0 if name and name not in self.mind.raised else len(self.now.put_offs)
        for step in range(len(order)):
            face = order[(turn + step) % max(1, len(faces))] if step < len(faces) else order[step]
            if self.say(self.voice.pool(f"put_off.{face}")):
                return "objection" if face in OBJECTIONS else "put_off"
        return None

    @property
    def face(self) -> str:
        """The put-off spoken last, empty if there was none."""
        return self._last_put_off.removeprefix("customer.put_off.").partition(".")[0].partition(":")[0]

    @property
    def is_quoted(self) -> bool:
        """Whether a question has words of the put-off spoken last."""
        last = self._last_put_off
        return bool(last) and is_about(self.voice.wording(last), self.reading.questions, self.language)

    @property
    def _last_put_off(self) -> str:
        return next(reversed(self.mind.put_offs), "")

    def holds_back(self, name: str) -> bool:
        """Whether he evades a question for this worry, or for his `no`: as often as the level has it, which is counted."""
        held = self.mind.evaded.count(name) < self.rules.evasions
        if held:
            self.now.evaded = (*self.mind.evaded, name)
        return held

    def evade(self) -> bool:
        """Answers a question about his put-off without disclosing its reason."""
        fits = self.face in self.reading.faces or self.face in OBJECTIONS
        return self.say((fits and self.voice.pool(f"evade.{self.face}")) or self.voice.pool("evade.think"))

    def done(self, kind: ReplyKind, outcome: RehearsalOutcome | None = None) -> CustomerReply:
        """The finished reply of this turn."""
        mind = self.mind.model_copy(update={**dict(self.now), "used": self.voice.used})
        before = self.mind

        def new(name: str) -> tuple[str, ...]:
            return tuple(one for one in getattr(mind, name) if one not in getattr(before, name))

        told = (*new("told"), *(f"interest:{one}" for one in new("voiced")))
        text = (" " if self.language == "en" else "").join(self.said)
        evaded = self.reading.question and len(mind.evaded) > len(before.evaded)
        return CustomerReply(
            kind, text, mind, told, new("found"), new("eased"), new("met"), self.dated, outcome, evaded
        )

    def end(self, pool: str, kind: ReplyKind, outcome: RehearsalOutcome) -> CustomerReply:
        """The finished reply that ends the talk."""
        self.say(self.voice.pool(pool))
        return self.done(kind, outcome)
