"""A debrief with its review in words, as the documents and the commands print it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from coach.domain.debrief import spelt_out
from coach.domain.facts import CLASSES, FACTS
from coach.domain.review import Review
from coach.domain.rulebook import in_short
from coach.phrases import Phrasebook


class FactLine(NamedTuple):
    """A fact, its value, and the rep's own words."""

    name: str
    value: str
    quotes: tuple[str, ...]


class Case(NamedTuple):
    """A debrief prepared for printing. `transcript` has the speaker and the words of each line."""

    title: str
    subtitle: str
    verdict: tuple[str, ...]
    facts: tuple[FactLine, ...]
    plan: tuple[str, ...]
    remarks: tuple[str, ...]
    transcript: Sequence[tuple[str, str]]


def case(record: Mapping[str, Any], review: Mapping[str, Any], book: Phrasebook, *, run_out: bool = False) -> Case:
    """A debrief from its record and its review as plain data (`review_data`), with the class as it was decided or, with
    `run_out`, as what it may be now that its term is over (R8).
    """
    facts = tuple(
        FactLine(
            book.say(f"fact.{name}"),
            book.say(f"fact_value.{record['facts'][name]['value'] or 'none'}"),
            tuple(record["facts"][name]["quotes"]),
        )
        for name in FACTS
    )
    subtitle = [book.say("report.subtitle", rep=record["rep"], date=record["visit_date"], id=record["id"])]
    if record["product"]:
        subtitle.append(book.say("show.product", product=record["product"]))
    title = " · ".join(part for part in (record["customer"] or book.say("show.unnamed"), record["contact"]) if part)
    return Case(
        title,
        book.join(subtitle),
        tuple(_verdict(record, review, book, run_out)),
        facts,
        tuple(_plan(record, book)),
        tuple(remarks(review, book)),
        [(said["who"], spelt_out(said["text"], said.get("chosen", ""))) for said in record["transcript"]],
    )


def review_data(review: Review) -> dict[str, Any]:
    """A review as plain data."""
    return {
        "comments": [{**comment._asdict(), "at": _seconds(comment.at)} for comment in review.comments],
        "overrulings": [{**overruling._asdict(), "at": _seconds(overruling.at)} for overruling in review.overrulings],
        "requests": [
            {
                **request._asdict(),
                "at": _seconds(request.at),
                "answered_at": _seconds(request.answered_at) if request.answered_at else None,
            }
            for request in review.requests
        ],
        "outcomes": [
            {**outcome._asdict(), "on": outcome.on.isoformat(), "at": _seconds(outcome.at)}
            for outcome in review.outcomes
        ],
        "read_by": {name: _seconds(at) for name, at in review.read_by.items()},
    }


def remarks(review: Mapping[str, Any], book: Phrasebook) -> Iterator[str]:
    """The remarks on a debrief, each kind oldest first."""
    for comment in review["comments"]:
        where = book.say("review.at_line", line=comment["line"]) if comment["line"] else book.say("review.at_all")
        yield book.say("review.comment_row", by=comment["by"], where=where, text=comment["text"])
    for overruling in review["overrulings"]:
        before = overruling["before"] or book.say("list_.no_class")
        yield book.say(
            "review.overruled_row",
            by=overruling["by"],
            before=before,
            after=overruling["after"],
            reason=overruling["reason"],
        )
    for request in review["requests"]:
        answer = (
            book.say("review.answer", text=request["answer"]) if request["answered_at"] else book.say("review.waiting")
        )
        yield book.say("review.request_row", by=request["by"], text=request["text"], answer=answer)
    for outcome in review["outcomes"]:
        yield book.say(
            "review.outcome_row",
            by=outcome["by"],
            text=became(outcome["outcome"], outcome["on"], outcome["reason"], book),
        )


def _seconds(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def became(outcome: str, on: object, reason: str, book: Phrasebook) -> str:
    """The outcome of a visit, with the reason if one was given."""
    said = book.say(f"list_.outcome_{outcome}", on=on)
    return book.join([said, reason]) if reason else said


def _verdict(record: Mapping[str, Any], review: Mapping[str, Any], book: Phrasebook, run_out: bool) -> Iterator[str]:
    verdict = record["verdict"]
    rules = book.names(verdict["rules"])
    if record["signed"]:
        yield book.say("show.signed")
    elif verdict["class"]:
        shown = in_short(verdict["class"], run_out=run_out)
        yield book.say("show.class", **{"class": shown}, rules=rules)
    else:
        unknown = book.names(book.say(f"fact.{name}") for name in verdict["unknown"])
        yield book.say("show.no_class", facts=unknown, rules=rules)
    for overruling in review["overrulings"][-1:]:
        yield book.say("review.now", after=overruling["after"], by=overruling["by"])
    if verdict["deadline"] and not record["signed"]:
        yield book.say("show.deadline", date=verdict["deadline"])
    before, after = _judged(record["claimed"], book), _judged(record["after_reverse"], book)
    if before and not after:
        yield book.say("show.claimed_once", before=before)
    elif after:
        yield book.say("show.claimed", before=before or book.say("show.judgement_none"), after=after)
    if record["dispute"]:
        yield book.say("show.dispute", text=record["dispute"])


def _judged(judged: Mapping[str, Any], book: Phrasebook) -> str:
    if judged["class"] not in CLASSES and judged["confidence"] is None:
        return ""
    confidence = "-" if judged["confidence"] is None else judged["confidence"]
    return book.say("show.judgement", **{"class": judged["class"] or "-"}, confidence=confidence)


def _plan(record: Mapping[str, Any], book: Phrasebook) -> Iterator[str]:
    step, outcome = record["next_step"], record["outcome"]
    if step["what"]:
        yield book.say("show.next", step=book.join(filter(None, (step["what"], step["date"]))))
    if record["next_line"]:
        yield book.say("show.line", line=record["next_line"])
    if outcome:
        said = became(outcome["outcome"], outcome["on"], outcome["reason"], book)
        yield book.say("show.outcome_by" if outcome["by"] else "show.outcome", text=said, by=outcome["by"])
