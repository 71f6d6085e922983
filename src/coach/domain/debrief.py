"""A debrief as it stands at one version of its stream; `domain.history` computes it, nothing stores it."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a plan has a field named date
from datetime import datetime
from typing import NamedTuple, get_args

from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, Answer, CustomerClass, Fact, FactName
from coach.domain.rulebook import CustomerFacts, Ruling, classify, no_longer_a


class Judgement(NamedTuple):
    """The rep's own class and how sure he is, in per cent, that it signs within its term."""

    customer_class: CustomerClass | None = None
    confidence: int | None = None


class Utterance(NamedTuple):
    """A line of the talk: who (`rep` or `coach`), the words, when."""

    who: str
    text: str
    at: datetime


class Contradiction(NamedTuple):
    """Two quotes about one fact that do not go together (R15)."""

    fact: FactName
    first: str
    first_value: str
    second: str
    second_value: str


@dataclass
class Close:
    """The last 20 minutes as told (R17-R21); None where it was not told."""

    attempted: bool | None = None
    times: int | None = None
    gave_in: bool | None = None
    reason: str | None = None
    quotes: tuple[str, ...] = ()
    put_off: bool | None = None


@dataclass
class Plan:
    """The next step; `own` is False while it is only the coach's proposal."""

    what: str = ""
    who: str = ""
    date: Day | None = None
    phrase: str = ""
    own: bool = False


@dataclass
class Debrief:
    """Everything known of one debrief at one version of its stream.

    `hand` is the store it began in; `expired` the class that ran out, of the one judged anew (R8); `outcome_by` names who told the outcome
    where it was not the rep; `feminine_pronouns` counts by how much more often the rep wrote 她 than 他; `lines_used` has of each line of the coach
    the variants said so far, in order.
    """

    id: str
    version: int = 0
    rep: str = ""
    language: str = "en"
    opened_at: datetime | None = None
    today: Day | None = None
    seed: int = 0
    again: str | None = None
    copy_of: str | None = None
    expired: CustomerClass | None = None
    product: str = ""
    hand: str = ""
    step: e.Step = "opening"
    question: e.QuestionAsked | None = None
    customer: str = ""
    contact: str = ""
    visit_date: Day | None = None
    claimed: Judgement = Judgement()
    after_reverse: Judgement = Judgement()
    facts: dict[FactName, Fact] = field(default_factory=lambda: {name: Fact() for name in FACTS})
    contradictions: tuple[Contradiction, ...] = ()
    signed: bool | None = None
    signed_quote: str = ""
    close: Close = field(default_factory=Close)
    blockers: tuple[str, ...] = ()
    blocker_quotes: tuple[str, ...] = ()
    worry: str = ""
    unknowns: str = ""
    away_until: Day | None = None
    away_quote: str = ""
    next_line: str = ""
    plan: Plan = field(default_factory=Plan)
    verdict: e.VerdictGiven | None = None
    dispute: str = ""
    outcome: e.OutcomeRecorded | None = None
    outcome_at: datetime | None = None
    outcome_by: str = ""
    skipped: frozenset[str] = frozenset()
    asked: tuple[e.QuestionAsked, ...] = ()
    reached: tuple[str, ...] = ()
    turns: int = 0
    lines_used: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    transcript: list[Utterance] = field(default_factory=list)
    feminine_pronouns: int = 0
    recorded: bool = False

    def apart(self) -> "Debrief":
        """A copy to which events can happen while this one stays as it is."""
        other = copy(self)
        other.transcript = [*self.transcript]
        return other

    @property
    def customer_facts(self) -> CustomerFacts:
        """What the rulebook is asked with."""

        def answer(name: FactName) -> Answer | None:
            value = self.facts[name].value
            return value if value in get_args(Answer) else None  # type: ignore[return-value]

        return CustomerFacts(self.facts["authority"].approvals, answer("need"), answer("power"), answer("value"))

    @property
    def ruling(self) -> Ruling:
        """The class by the rules as things stand now; an A that ran out is none again (R8)."""
        ruled = classify(self.customer_facts)
        return no_longer_a(ruled) if self.expired == "A" else ruled

    @property
    def lost(self) -> bool:
        """Whether the rep told in this very talk, or later, that the deal is lost (R23)."""
        return self.outcome is not None and self.outcome.outcome == "lost"

    @property
    def day(self) -> Day:
        """The day of the visit: the one told, else the day of the debrief."""
        return self.visit_date or self.today or Day.min

    @property
    def last_said(self) -> str:
        """The rep's last words."""
        return next((said.text for said in reversed(self.transcript) if said.who == "rep"), "")
