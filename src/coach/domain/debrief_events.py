"""What happens in a debrief. Its events form a stream; the debrief is the fold over it (`domain.history`)."""

from datetime import date as Day  # noqa: N812 - some events have a field named date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from coach.domain.event import Event as Event
from coach.domain.event import Recorded as Recorded
from coach.domain.event import decode as decode
from coach.domain.event import encode as encode
from coach.domain.facts import CustomerClass, FactName
from coach.domain.vocabulary import Language
from coach.domain.vocabulary import Step as Step

Outcome = Literal["signed", "lost", "open"]


class Choice(BaseModel):
    """A numbered answer: the key to press, the value it stands for, the words shown."""

    model_config = ConfigDict(frozen=True)
    key: str
    value: str
    label: str


class DebriefOpened(Event):
    """A debrief began on `today` (the rep's own calendar day). `seed` picks the coach's variants; `again` names the debrief
    judged anew (R8); `product` what is sold, where the rep sells more than one thing; `hand` the store it began in; `copy_of` the debrief begun at
    another store that goes on in this one, and which it supersedes; `expired` the class whose term ran out, of the one judged anew (R8)."""

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
    """The rep went on in the other language."""

    kind: Literal["language_chosen"] = "language_chosen"
    language: Language


class RepSaid(Event):
    """The rep's words, kept before anything thinks about them. `meant` is the value of the choice a key stood for."""

    kind: Literal["rep_said"] = "rep_said"
    text: str
    meant: str | None = None
    cut: bool = False


class CoachSaid(Event):
    """A line of the coach: its key in the catalogue, the variant shown, and the words."""

    kind: Literal["coach_said"] = "coach_said"
    line: str
    variant: int
    text: str


class QuestionAsked(Event):
    """The question now open. `asks` names the fields of contract 4, `about` what it turns on (a fact, a contradiction)."""

    kind: Literal["question_asked"] = "question_asked"
    step: Step
    asks: tuple[str, ...]
    line: str
    variant: int
    text: str
    choices: tuple[Choice, ...] = ()
    about: tuple[str, ...] = ()


class StepReached(Event):
    """The debrief moved on to a step."""

    kind: Literal["step_reached"] = "step_reached"
    step: Step


class QuestionSkipped(Event):
    """The rep would not or could not answer: these fields are left unknown and not asked again."""

    kind: Literal["question_skipped"] = "question_skipped"
    asks: tuple[str, ...]


class CustomerNamed(Event):
    """Who was visited: the customer, the person met."""

    kind: Literal["customer_named"] = "customer_named"
    customer: str | None = None
    contact: str | None = None


class VisitDated(Event):
    """The day of the visit, and the rep's own words for it."""

    kind: Literal["visit_dated"] = "visit_dated"
    date: Day
    phrase: str = ""


class FactHeard(Event):
    """A fact was heard in the rep's words (R22); the quote is empty where he picked the value with a key."""

    kind: Literal["fact_heard"] = "fact_heard"
    fact: FactName
    value: str
    approvals: int | None = None
    quote: str
    confidence: float = 1.0


class FactCorrected(Event):
    """The rep set a fact by hand; his word stands over what was heard."""

    kind: Literal["fact_corrected"] = "fact_corrected"
    fact: FactName
    value: str | None
    approvals: int | None = None


class ClaimMade(Event):
    """The rep's own judgement, before anything was challenged (R16). `confidence` in per cent."""

    kind: Literal["claim_made"] = "claim_made"
    customer_class: CustomerClass | None = None
    confidence: int | None = None


class JudgedAgain(Event):
    """The rep's judgement after the reverse question (R14)."""

    kind: Literal["judged_again"] = "judged_again"
    customer_class: CustomerClass | None = None
    confidence: int | None = None


class SigningHeard(Event):
    """Whether it was signed on this visit."""

    kind: Literal["signing_heard"] = "signing_heard"
    signed: bool
    quote: str = ""


class CloseHeard(Event):
    """The closing push (R17, R21): asked or not, how often, put off or not, gave in to that or not. None: not told."""

    kind: Literal["close_heard"] = "close_heard"
    attempted: bool | None = None
    times: int | None = None
    gave_in: bool | None = None
    put_off: bool | None = None
    quote: str = ""


class ReasonHeard(Event):
    """Which of R18's two reasons it was: courage (R18a), fear of a bad impression (R18b), or neither."""

    kind: Literal["reason_heard"] = "reason_heard"
    reason: Literal["courage", "fear", "neither"]


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
    """Two things told do not go together (R15); the rep said which stands, or None: neither is sure."""

    kind: Literal["contradiction_settled"] = "contradiction_settled"
    fact: FactName
    stands: str | None


class AbsenceHeard(Event):
    """Somebody who has a say is away until a day; the quote says who and when."""

    kind: Literal["absence_heard"] = "absence_heard"
    until: Day
    quote: str


class NextLineKept(Event):
    """The sentence the rep will say next time (R21)."""

    kind: Literal["next_line_kept"] = "next_line_kept"
    text: str


class NextStepPlanned(Event):
    """What happens next, who does it and on which day; `own` tells the rep's plan from the coach's proposal."""

    kind: Literal["next_step_planned"] = "next_step_planned"
    what: str
    who: str = ""
    date: Day | None = None
    phrase: str = ""
    own: bool = True


class VerdictGiven(Event):
    """The class by the rules (R1-R9), the rules, what is unknown, the last day."""

    kind: Literal["verdict_given"] = "verdict_given"
    customer_class: CustomerClass | None
    rules: tuple[str, ...]
    unknown: tuple[str, ...]
    deadline: Day | None
    pending: CustomerClass | None = None


class VerdictDisputed(Event):
    """The rep does not agree; kept beside the verdict, which stands."""

    kind: Literal["verdict_disputed"] = "verdict_disputed"
    text: str


class WentBack(Event):
    """The rep took back his last answer: what it brought no longer counts from version `to` on; the transcript keeps it."""

    kind: Literal["went_back"] = "went_back"
    to: int


class DebriefRecorded(Event):
    """The debrief is complete."""

    kind: Literal["debrief_recorded"] = "debrief_recorded"


class OutcomeRecorded(Event):
    """What became of it (R23): signed on a day, lost with a reason, or still open."""

    kind: Literal["outcome_recorded"] = "outcome_recorded"
    outcome: Outcome
    on: Day
    reason: str = ""
