"""The record of a debrief (R22): the published form for display, export and the JSON schema."""

from datetime import date as Day  # noqa: N812 - the record has fields named date
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, CustomerClass, Fact
from coach.domain.vocabulary import Outcome


class Part(BaseModel):
    """A part of the record."""

    model_config = ConfigDict(frozen=True)


class JudgementPart(Part):
    """The rep's own class and how sure he was, in per cent."""

    class_: CustomerClass | None = None
    confidence: int | None = None
    model_config = ConfigDict(frozen=True, alias_generator=lambda name: name.rstrip("_"), populate_by_name=True)


class FactPart(Part):
    """A fact and the rep's own words about it."""

    value: str | None = None
    quotes: tuple[str, ...] = ()
    corrected: bool = False


class AuthorityPart(FactPart):
    """Who was met, with the number of approvals above."""

    approvals: int | None = None


class FactsPart(Part):
    """The four facts."""

    authority: AuthorityPart
    need: FactPart
    power: FactPart
    value: FactPart


class ClosePart(Part):
    """The closing push."""

    attempted: bool | None = None
    times: int | None = None
    gave_in: bool | None = None
    reason: str | None = None


class VerdictPart(Part):
    """The verdict.

    `pending`: the class that it becomes once the unknown facts are settled; `deadline` is then the end of that class's
    term.
    """

    class_: CustomerClass | None = None
    rules: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    deadline: Day | None = None
    pending: CustomerClass | None = None
    model_config = ConfigDict(frozen=True, alias_generator=lambda name: name.rstrip("_"), populate_by_name=True)


class StepPart(Part):
    """The next step."""

    what: str = ""
    who: str = ""
    date: Day | None = None


class OutcomePart(Part):
    """The outcome (R23); `by`: who reported it, empty if the rep did."""

    outcome: Outcome
    on: Day
    reason: str = ""
    by: str = ""


class LinePart(Part):
    """A line of the transcript; `chosen`: the words of the choice that the rep took by its number, left out where he
    took none.
    """

    who: str
    text: str
    at: datetime
    chosen: str = Field("", exclude_if=lambda words: not words)


class Record(Part):
    """Everything recorded of one debrief."""

    id: str
    rep: str
    customer: str
    contact: str
    visit_date: Day
    product: str = ""
    language: str
    complete: bool
    claimed: JudgementPart
    after_reverse: JudgementPart
    facts: FactsPart
    signed: bool | None
    close: ClosePart
    blockers: tuple[str, ...]
    worry: str
    unknowns: str
    verdict: VerdictPart
    next_step: StepPart
    next_line: str
    disputed: bool
    dispute: str
    outcome: OutcomePart | None
    transcript: tuple[LinePart, ...]


def record_of(d: Debrief) -> Record:
    """The record of a debrief, complete or not."""
    verdict, ruling = d.verdict, d.ruling
    facts = {name: _fact(d.facts[name]) for name in FACTS if name != "authority"}
    authority = AuthorityPart(**_fact(d.facts["authority"]).model_dump(), approvals=d.facts["authority"].approvals)
    return Record(
        id=d.id,
        rep=d.rep,
        customer=d.customer,
        contact=d.contact,
        visit_date=d.day,
        product=d.product,
        language=d.language,
        complete=d.recorded,
        claimed=JudgementPart(class_=d.claimed.customer_class, confidence=d.claimed.confidence),
        after_reverse=JudgementPart(class_=d.after_reverse.customer_class, confidence=d.after_reverse.confidence),
        facts=FactsPart(authority=authority, **facts),
        signed=d.signed,
        close=ClosePart(
            attempted=d.close.attempted, times=d.close.times, gave_in=d.close.gave_in, reason=d.close.reason
        ),
        blockers=d.blockers,
        worry=d.worry,
        unknowns=d.unknowns,
        verdict=VerdictPart(
            class_=verdict.customer_class if verdict else ruling.customer_class,
            rules=verdict.rules if verdict else ruling.rules,
            unknown=verdict.unknown if verdict else ruling.unknown,
            deadline=verdict.deadline if verdict else None,
            pending=verdict.pending if verdict else ruling.pending,
        ),
        next_step=StepPart(what=d.plan.what, who=d.plan.who, date=d.plan.date),
        next_line=d.next_line,
        disputed=bool(d.dispute),
        dispute=d.dispute,
        outcome=_outcome(d),
        transcript=tuple(LinePart(**said._asdict()) for said in d.transcript),
    )


def as_json(record: Record) -> dict[str, object]:
    """The record as JSON-like data with the published keys."""
    return record.model_dump(mode="json", by_alias=True)


def _outcome(d: Debrief) -> OutcomePart | None:
    outcome = d.outcome
    return (
        OutcomePart(outcome=outcome.outcome, on=outcome.on, reason=outcome.reason, by=d.outcome_by) if outcome else None
    )


def _fact(fact: Fact) -> FactPart:
    return FactPart(value=fact.value, quotes=tuple(quote.text for quote in fact.quotes), corrected=fact.corrected)
