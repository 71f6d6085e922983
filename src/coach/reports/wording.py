"""A record, a review and a ledger as lines of text, shared by Markdown and the HTML page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from coach.domain.debrief import spelt_out
from coach.domain.facts import CLASSES, FACTS
from coach.domain.review import Review
from coach.domain.rulebook import in_short
from coach.domain.tally import MIN_OUTCOMES
from coach.phrases import Phrasebook
from coach.reports.bars import Bar
from coach.reports.ledger import Calibration, Change, Ledger, Push
from coach.reports.rates import Rate


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


def percent(rate: Rate, book: Phrasebook, *, short: bool = False) -> str:
    """A share with its interval, or the counts alone below ten outcomes."""
    if rate.share is None or rate.low is None or rate.high is None:
        if short and not rate.of:
            return "-"
        return book.say(
            "ledger.too_few_short" if short else "ledger.too_few", hits=rate.hits, of=rate.of, fewest=MIN_OUTCOMES
        )
    return book.say(
        "ledger.share_short" if short else "ledger.share",
        share=round(100 * rate.share),
        low=round(100 * rate.low),
        high=round(100 * rate.high),
        of=rate.of,
    )


def findings(ledger: Ledger, book: Phrasebook) -> Iterator[str]:
    """The ledger in sentences, the most costly finding first."""
    yield book.say("ledger.debriefs", count=ledger.debriefs)
    yield book.say("ledger.hours", count=ledger.taken_for_a, hours=ledger.hours_lost)
    yield book.say("ledger.later", share=percent(ledger.later, book), expected=round(100 * ledger.later_expected))
    yield _calibrated("ledger.brier_claim", ledger.claim, book)
    yield _calibrated("ledger.brier_second", ledger.second, book)
    yield _changed("ledger.by_verdict", ledger.by_verdict, book)
    yield _changed("ledger.by_reverse", ledger.by_reverse, book)
    for push in (*ledger.pushes, *ledger.reasons):
        if push.visits:
            yield _pushed(push, book)


def class_table(ledger: Ledger, book: Phrasebook, basis: str = "claimed") -> list[tuple[str, ...]]:
    """The outcomes by class: a header and a row for A, B, C, D. Raises KeyError for a basis the ledger does not have."""
    head = ("class", "debriefs", "within", "later", "lost", "open", "hit")
    rows = [tuple(book.say(f"ledger.head.{name}") for name in head)]
    for line in ledger.classes[basis]:
        counts = (line.debriefs, line.within, line.later, line.lost, line.open)
        rows.append((line.customer_class, *map(str, counts), percent(line.hit, book, short=line.hit.share is None)))
    return rows


def group_table(groups: Sequence[Any], kind: str, book: Phrasebook, *, short: bool = False) -> list[tuple[str, ...]]:
    """Reps, products or months: a header and a row each.

    `kind` is rep, product or month; `short` formats shares in fewer cells.
    """
    rows = [
        tuple(
            book.say(f"ledger.head.{name}")
            for name in (kind, "debriefs", "too_high", "not_asked", "a_hit", "hours", "later_share")
        )
    ]
    for group in groups:
        name = group.key or book.say("ledger.no_product")
        rows.append(
            (
                name,
                str(group.debriefs),
                f"{group.too_high.hits}/{group.too_high.of}",
                f"{group.not_asked.hits}/{group.not_asked.of}",
                percent(group.a_hit, book, short=short),
                str(group.hours_lost),
                percent(group.later, book, short=short),
            )
        )
    return rows


def hit_bars(ledger: Ledger, basis: str, book: Phrasebook) -> list[Bar]:
    """How often each class proved right, with its interval."""
    return [Bar(line.customer_class, line.hit.share, line.hit.low, line.hit.high, None, _held(line.hit, book)) for line in ledger.classes[basis]]  # fmt: skip


def reliability_bars(ledger: Ledger, basis: str, book: Phrasebook) -> list[Bar]:
    """The reliability plot: the share signed within the term against the share stated; bins without an outcome are
    omitted.
    """
    calibration = ledger.second if basis == "after" else ledger.claim
    rows = []
    for bin_ in calibration.bins:
        signed = bin_.signed
        if signed.share is not None:
            numbers = {"share": round(100 * signed.share), "stated": round(bin_.stated), "count": signed.of}
            rows.append(Bar(f"{bin_.low}–{bin_.high} %", signed.share, signed.low, signed.high, bin_.stated / 100, book.say("ledger.bar", **numbers)))  # fmt: skip
        elif signed.of:
            note = book.say("ledger.bar_few", count=signed.of)
            rows.append(Bar(f"{bin_.low}–{bin_.high} %", None, None, None, bin_.stated / 100, note))
    return rows


def plotted(shown: list[Bar]) -> bool:
    """Whether any bar has a share; otherwise the plot would be empty."""
    return any(bar.share is not None for bar in shown)


def _held(rate: Rate, book: Phrasebook) -> str:
    if rate.share is None or rate.low is None or rate.high is None:
        return book.say("ledger.bar_few", count=rate.of)
    share, low, high = (round(100 * value) for value in (rate.share, rate.low, rate.high))
    return book.say("ledger.bar_class", share=share, low=low, high=high, count=rate.of)


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


def _calibrated(key: str, calibration: Calibration, book: Phrasebook) -> str:
    if calibration.brier is None or calibration.brier_of_mean is None or calibration.stated is None:
        return book.say(f"{key}_none", count=calibration.outcomes, fewest=MIN_OUTCOMES)
    scores = {"brier": f"{calibration.brier:.2f}", "mean": f"{calibration.brier_of_mean:.2f}"}
    return book.say(key, stated=round(calibration.stated), kept=percent(calibration.kept, book), **scores)


def _changed(key: str, change: Change, book: Phrasebook) -> str:
    sentence = book.say(key, changed=change.changed, of=change.debriefs)
    if change.decided < MIN_OUTCOMES:
        return sentence + book.say("ledger.too_early", count=change.decided, fewest=MIN_OUTCOMES)
    return sentence + book.say(
        f"{key}_right", second=change.second_right, first=change.first_right, neither=change.neither
    )


def _pushed(push: Push, book: Phrasebook) -> str:
    return book.say(
        f"ledger.push.{push.name}", visits=push.visits, there=push.signed_there, later=push.signed_later,
        lost=push.lost, open=push.open, share=percent(push.signed, book, short=push.signed.share is None),
    )  # fmt: skip
