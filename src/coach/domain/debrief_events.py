"""The events of a debrief. They form a stream; `domain.history` folds them into the debrief's state."""

from datetime import date as Day  # noqa: N812 - some events have a field named date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from coach.domain.event import Event as Event
from coach.domain.event import Recorded as Recorded
from coach.domain.facts import CustomerClass, FactName
from coach.domain.vocabulary import Language, PushReason
from coach.domain.vocabulary import Outcome as Outcome
from coach.domain.vocabulary import Step as Step


class Choice(BaseModel):
    """A numbered answer: the key to press, the value it stands for, the words shown."""

    model_config = ConfigDict(frozen=True)
    key: str
    value: str
    label: str


class DebriefOpened(Event):
    """A debrief began on `today`, the rep's local date.

    `seed` selects the coach's variants. `product`: what is sold, if the rep sells several products. `hand`: id of the
    store. `again`: the debrief that this one judges again, `expired`: its class, if the term ran out (R8). `copy_of`:
    the debrief of another store that this one continues and supersedes.
    """

    kind: Literal["debrief_opened"] = "debrief_opened"
    rep: str
    language: Language
    today: Day
    seed: int = 0
    again: str | None = None
    product: str = ""
    hand: str = ""
    copy_of: str | None = None
    expired: CustomerClass | None = None


class LanguageChosen(Event):
    """The rep switched to the other language."""

    kind: Literal["language_chosen"] = "language_chosen"
    language: Language


class RepSaid(Event):
    """The rep's words, stored before they are processed.

    `meant`: the value of the choice that a key stood for; `cut`: truncated.
    """

    kind: Literal["rep_said"] = "rep_said"
    text: str
    meant: str | None = None
    cut: bool = False


class CoachSaid(Event):
    """A line of the coach: its key in the catalogue, the variant shown, and the rendered text."""

    kind: Literal["coach_said"] = "coach_said"
    line: str
    variant: int
    text: str


RESTATED = "restated"
"""What a question is about that only asks the open one again, in other words."""


class QuestionAsked(Event):
    """The question that is now open.

    `asks`: the fields it asks for (contract 4); `about`: its subjects (facts, a contradiction), and `RESTATED`.
    """

    kind: Literal["question_asked"] = "question_asked"
    step: Step
    asks: tuple[str, ...]
    line: str
    variant: int
    text: str
    choices: tuple[Choice, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def restated(self) -> bool:
        """Whether it only asks the one before it again."""
        return RESTATED in self.about


class StepReached(Event):
    """The debrief reached a step."""

    kind: Literal["step_reached"] = "step_reached"
    step: Step


class QuestionSkipped(Event):
    """The rep did not answer: these fields stay unknown and are not asked again."""

    kind: Literal["question_skipped"] = "question_skipped"
    asks: tuple[str, ...]


class CustomerNamed(Event):
    """The customer visited, and the person met."""

    kind: Literal["customer_named"] = "customer_named"
    customer: str | None = None
    contact: str | None = None


class ProductNamed(Event):
    """What is sold, named or renamed after the debrief was opened."""

    kind: Literal["product_named"] = "product_named"
    product: str


class VisitDated(Event):
    """The day of the visit, and the rep's wording of it."""

    kind: Literal["visit_dated"] = "visit_dated"
    date: Day
    phrase: str = ""


class FactHeard(Event):
    """A fact was extracted from the rep's words (R22); `quote` is empty if he picked the value with a key."""

    kind: Literal["fact_heard"] = "fact_heard"
    fact: FactName
    value: str
    approvals: int | None = Field(default=None, ge=0)
    quote: str
    confidence: float = 1.0


class FactCorrected(Event):
    """The rep set a fact by hand, which overrides what was heard."""

    kind: Literal["fact_corrected"] = "fact_corrected"
    fact: FactName
    value: str | None
    approvals: int | None = Field(default=None, ge=0)


class ClaimMade(Event):
    """The rep's own judgement before anything was challenged (R16); `confidence` in percent."""

    kind: Literal["claim_made"] = "claim_made"
    customer_class: CustomerClass | None = None
    confidence: int | None = None


class JudgedAgain(Event):
    """The rep's judgement after the reverse question (R14)."""

    kind: Literal["judged_again"] = "judged_again"
    customer_class: CustomerClass | None = None
    confidence: int | None = None


class SigningHeard(Event):
    """Whether the visit ended with a signature."""

    kind: Literal["signing_heard"] = "signing_heard"
    signed: bool
    quote: str = ""


class CloseHeard(Event):
    """The closing push (R17, R21): whether and how often the signature was asked for, whether he was put off, and gave
    in.

    None means unknown.
    """

    kind: Literal["close_heard"] = "close_heard"
    attempted: bool | None = None
    times: int | None = None
    gave_in: bool | None = None
    put_off: bool | None = None
    quote: str = ""


class ReasonHeard(Event):
    """Which of R18's two reasons it was: courage (R18a), fear of a bad impression (R18b), or neither."""

    kind: Literal["reason_heard"] = "reason_heard"
    reason: PushReason


class BlockersHeard(Event):
    """Reasons for not signing, each with its quote."""

    kind: Literal["blockers_heard"] = "blockers_heard"
    blockers: tuple[str, ...]
    quotes: tuple[str, ...] = ()


class WorryNamed(Event):
    """What the rep thinks stood behind the put-off."""

    kind: Literal["worry_named"] = "worry_named"
    text: str


class UnknownsNamed(Event):
    """What the rep says he does not know (R14)."""

    kind: Literal["unknowns_named"] = "unknowns_named"
    text: str


class ContradictionSettled(Event):
    """The rep said which of two contradictory values stands (R15); None: neither is certain."""

    kind: Literal["contradiction_settled"] = "contradiction_settled"
    fact: FactName
    stands: str | None


class AbsenceHeard(Event):
    """A decision maker is away until a day; the quote says who and when."""

    kind: Literal["absence_heard"] = "absence_heard"
    until: Day
    quote: str


class NextLineKept(Event):
    """The sentence the rep will say next time (R21)."""

    kind: Literal["next_line_kept"] = "next_line_kept"
    text: str


class NextStepPlanned(Event):
    """The next step: what, who, when. `own`: planned by the rep, not merely proposed by the coach."""

    kind: Literal["next_step_planned"] = "next_step_planned"
    what: str
    who: str = ""
    date: Day | None = None
    phrase: str = ""
    own: bool = True


class VerdictGiven(Event):
    """The class by the rules (R1-R9), the rules applied, the unknown facts, and the last day of the term."""

    kind: Literal["verdict_given"] = "verdict_given"
    customer_class: CustomerClass | None
    rules: tuple[str, ...]
    unknown: tuple[str, ...]
    deadline: Day | None
    pending: CustomerClass | None = None


class VerdictDisputed(Event):
    """The rep disagrees. The dispute is stored; the verdict stands."""

    kind: Literal["verdict_disputed"] = "verdict_disputed"
    text: str


class WentBack(Event):
    """The rep undid his last answer: its effects from version `to` on no longer count; the transcript keeps it."""

    kind: Literal["went_back"] = "went_back"
    to: int


class DebriefRecorded(Event):
    """The debrief is complete."""

    kind: Literal["debrief_recorded"] = "debrief_recorded"


class OutcomeRecorded(Event):
    """The outcome (R23): signed on a day, lost for a reason, or still open."""

    kind: Literal["outcome_recorded"] = "outcome_recorded"
    outcome: Outcome
    on: Day
    reason: str = ""
