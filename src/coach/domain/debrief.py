"""The state of a debrief at one version of its stream. It is computed by `domain.history` and never stored."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a plan has a field named date
from datetime import datetime
from typing import NamedTuple

from coach.domain import debrief_events as e
from coach.domain.facts import ANSWERS, FACTS, Answer, CustomerClass, Fact, FactName
from coach.domain.rulebook import CustomerFacts, Ruling, classify, no_longer_a


class Judgement(NamedTuple):
    """The rep's own class, and his confidence in percent that the customer signs within its term."""

    customer_class: CustomerClass | None = None
    confidence: int | None = None


def spelt_out(text: str, chosen: str) -> str:
    """A line of the transcript, with the words of the choice that a bare number stood for."""
    return f"{text}  {chosen}" if chosen else text


class Utterance(NamedTuple):
    """A line of the transcript; `who` is `rep` or `coach`; `chosen`: the words of the choice that the rep took by its
    number.
    """

    who: str
    text: str
    at: datetime
    chosen: str = ""

    @property
    def spelt_out(self) -> str:
        """`spelt_out` of the line."""
        return spelt_out(self.text, self.chosen)


class Contradiction(NamedTuple):
    """Two quotes about one fact that contradict each other (R15)."""

    fact: FactName
    first: str
    first_value: str
    second: str
    second_value: str

    def quote_for(self, value: str) -> str | None:
        """The quote of the side with this value; None if neither side has it."""
        if value == self.first_value:
            return self.first
        return self.second if value == self.second_value else None


@dataclass
class Close:
    """The closing push as the rep told it (R17-R21); None means unknown."""

    attempted: bool | None = None
    times: int | None = None
    gave_in: bool | None = None
    reason: str | None = None
    quotes: tuple[str, ...] = ()
    put_off: bool | None = None


@dataclass
class Plan:
    """The next step. `own`: planned by the rep, not merely proposed; `phrase`: his wording of the date."""

    what: str = ""
    who: str = ""
    date: Day | None = None
    phrase: str = ""
    own: bool = False


@dataclass
class Debrief:
    """Everything known about one debrief at one version of its stream."""

    id: str
    version: int = 0
    """Of the stream: the number of its last event."""
    rep: str = ""
    language: str = "en"
    opened_at: datetime | None = None
    today: Day | None = None
    seed: int = 0
    """Selects the wordings of the coach's lines."""
    again: str | None = None
    """Id of the debrief that this one judges again."""
    copy_of: str | None = None
    """Id of the debrief of another store that this one continues."""
    expired: CustomerClass | None = None
    """The class of the debrief judged again, if its term ran out (R8)."""
    product: str = ""
    hand: str = ""
    """Id of the store it began in."""
    step: e.Step = "opening"
    question: e.QuestionAsked | None = None
    """The question asked last."""
    customer: str = ""
    contact: str = ""
    visit_date: Day | None = None
    claimed: Judgement = Judgement()
    """The rep's class before anything was challenged (R16)."""
    after_reverse: Judgement = Judgement()
    """His class after the reverse questions, as far as he judged anew."""
    facts: dict[FactName, Fact] = field(default_factory=lambda: {name: Fact() for name in FACTS})
    contradictions: tuple[Contradiction, ...] = ()
    signed: bool | None = None
    signed_quote: str = ""
    close: Close = field(default_factory=Close)
    """The closing push as he told it."""
    blockers: tuple[str, ...] = ()
    """Why it was not signed, of `domain.hearing.BLOCKERS` (R18)."""
    blocker_quotes: tuple[str, ...] = ()
    put_off_quote: str = ""
    """The words for the customer's wanting to think."""
    worry: str = ""
    """What is behind the put-off, in the rep's words (R19)."""
    unknowns: str = ""
    """What he says he does not know."""
    away_until: Day | None = None
    """The day until which whoever decides is away, with the words that say so."""
    away_quote: str = ""
    next_line: str = ""
    """The sentence that he will say to the customer (R21)."""
    plan: Plan = field(default_factory=Plan)
    verdict: e.VerdictGiven | None = None
    dispute: str = ""
    """Why he holds the verdict for wrong."""
    outcome: e.OutcomeRecorded | None = None
    outcome_at: datetime | None = None
    outcome_by: str = ""
    """Who reported the outcome; empty if the rep did."""
    skipped: frozenset[str] = frozenset()
    """The questions left out, as `step:field`."""
    asked: tuple[e.QuestionAsked, ...] = ()
    """The questions asked up to this step; a step gone back to forgets those from there on."""
    reached: tuple[e.Step, ...] = ()
    """The steps entered, in order."""
    turns: int = 0
    """Number of the rep's lines."""
    lines_used: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By key of a coach line, the variants said so far, in order."""
    transcript: list[Utterance] = field(default_factory=list)
    feminine_pronouns: int = 0
    """How much more often the rep wrote 她 than 他."""
    recorded: bool = False

    @property
    def standing(self) -> Judgement:
        """The judgement that the rep stands by now: his first one, as far as he has not judged anew since (R16)."""
        now, first = self.after_reverse, self.claimed
        return Judgement(
            now.customer_class or first.customer_class, first.confidence if now.confidence is None else now.confidence
        )

    @property
    def asks(self) -> tuple[str, ...]:
        """The fields that the open question asks for; empty if none is open."""
        return self.question.asks if self.question else ()

    @property
    def about(self) -> tuple[str, ...]:
        """What the open question is about; empty if none is open."""
        return self.question.about if self.question else ()

    @property
    def choices(self) -> tuple[e.Choice, ...]:
        """The numbered answers to the open question."""
        return self.question.choices if self.question else ()

    def apart(self) -> "Debrief":
        """An independent copy, to which further events can be applied."""
        other = copy(self)
        other.transcript = [*self.transcript]
        return other

    @property
    def customer_facts(self) -> CustomerFacts:
        """The facts as the rulebook takes them."""

        def answer(name: FactName) -> Answer | None:
            return next((one for one in ANSWERS if one == self.facts[name].value), None)

        return CustomerFacts(self.facts["authority"].approvals, answer("need"), answer("power"), answer("value"))

    @property
    def ruling(self) -> Ruling:
        """The class by the rules as of now; an A whose term ran out cannot be an A again (R8)."""
        ruled = classify(self.customer_facts)
        return no_longer_a(ruled) if self.expired == "A" else ruled

    @property
    def lost(self) -> bool:
        """Whether the deal is recorded as lost (R23)."""
        return self.outcome is not None and self.outcome.outcome == "lost"

    @property
    def day(self) -> Day:
        """The day of the visit; the day of the debrief if the rep named none."""
        return self.visit_date or self.today or Day.min

    @property
    def last_said(self) -> str:
        """The rep's last words."""
        return next((said.text for said in reversed(self.transcript) if said.who == "rep"), "")
