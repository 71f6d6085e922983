"""A debrief as lines of text, for `coach show`."""

from collections.abc import Iterator
from datetime import date

from coach.cli.rows import column, options_of
from coach.domain.cleaning import clean_line
from coach.domain.clock_skew import first_implausible
from coach.domain.debrief import Debrief, Judgement
from coach.domain.facts import FACTS
from coach.domain.review import Review
from coach.domain.rulebook import Expiry, expiry_of, in_short
from coach.domain.summarise import summarise
from coach.phrases import Line, Names, Phrasebook, day
from coach.reports.cases import became, remarks, review_data


def lines_of(debrief: Debrief, review: Review, book: Phrasebook, today: date, own: bool) -> Iterator[str]:
    """The record with what was said about it, then the talk, its lines numbered; another's debrief (not `own`) names
    its rep.
    """
    rep = book.say("screen.rep") if own else clean_line(debrief.rep)
    if not own:
        yield book.say("show.rep", rep=rep)
    row, due = summarise(debrief), debrief.plan.date
    yield from _head(debrief, review, book, expiry_of(row, today))
    for name in FACTS:
        fact = debrief.facts[name]
        quotes = "  ".join(f"“{clean_line(quote.text)}”" for quote in fact.quotes)
        value = book.say(f"fact_value.{fact.value or 'none'}")
        yield book.say("show.fact", fact=book.say(f"fact.{name}"), value=value, quotes=quotes).rstrip()
    yield from _plan(debrief, book, late=due is not None and due < today and row.undecided)
    moment = first_implausible(said.at for said in debrief.transcript)
    if moment is not None:
        yield book.say("show.doubtful_times", at=moment.isoformat(timespec="minutes"))
    said_about = list(remarks(review_data(review), book))
    if said_about:
        yield from ("", book.say("report.remarks"), *(f"  {text}" for text in said_about))
    yield ""
    yield book.say("show.talk")
    speakers = column([book.say("screen.coach"), rep])
    for number, said in enumerate(debrief.transcript, 1):
        who = speakers[said.who != "coach"]
        yield book.say("show.said", number=f"{number:>3}", who=who, text=said.spelt_out)


def _head(d: Debrief, review: Review, book: Phrasebook, over: Expiry) -> Iterator[str]:
    customer = clean_line(d.customer) or book.say("show.unnamed")
    yield book.say(
        "show.title", customer=customer, contact=clean_line(d.contact) or "-", date=book.render(day(d.day)), id=d.id
    )
    if d.product:
        yield book.say("show.product", product=clean_line(d.product))
    verdict = d.verdict
    if d.signed:
        yield book.say("show.signed")
    elif verdict:
        rules = book.names(verdict.rules)
        if verdict.customer_class is None:
            yield book.say("show.no_class", facts=Names(Line(f"fact.{name}") for name in verdict.unknown), rules=rules)
        else:
            shown = in_short(verdict.customer_class, run_out=over.overdue)
            yield book.say("show.class", **{"class": shown}, rules=rules)
        if verdict.deadline:
            yield book.say("show.deadline", date=day(verdict.deadline))
        if over.overdue:
            yield book.say("show.run_out", options=options_of(over, book))
    for one in review.overrulings[-1:]:
        yield book.say("show.overruled", after=one.after, by=clean_line(one.by), reason=clean_line(one.reason))
    before, after = _judgement(d.claimed, book), _judgement(d.after_reverse, book)
    if before and not after:
        yield book.say("show.claimed_once", before=before)
    elif after:
        yield book.say("show.claimed", before=before or book.say("show.judgement_none"), after=after)


def _judgement(judged: Judgement, book: Phrasebook) -> str:
    if judged.customer_class is None and judged.confidence is None:
        return ""
    confidence = "-" if judged.confidence is None else judged.confidence
    return book.say("show.judgement", **{"class": judged.customer_class or "-"}, confidence=confidence)


def _plan(d: Debrief, book: Phrasebook, late: bool) -> Iterator[str]:
    if d.plan.what:
        step = [clean_line(d.plan.what), *([book.render(day(d.plan.date))] if d.plan.date else ())]
        yield book.say("show.next_late" if late else "show.next", step=book.join(step))
    if d.next_line:
        yield book.say("show.line", line=clean_line(d.next_line))
    if d.dispute:
        yield book.say("show.dispute", text=clean_line(d.dispute))
    if d.outcome:
        said = became(d.outcome.outcome, d.outcome.on, clean_line(d.outcome.reason), book)
        yield book.say("show.outcome_by" if d.outcome_by else "show.outcome", text=said, by=clean_line(d.outcome_by))
