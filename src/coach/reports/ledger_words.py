"""The ledger in words: findings, tables, and bars with their notes."""

from collections.abc import Iterator, Sequence

from coach.domain.tally import MIN_OUTCOMES
from coach.phrases import Phrasebook
from coach.reports.bars import Bar
from coach.reports.ledger import Calibration, Change, Group, Ledger, Push
from coach.reports.rates import Rate


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


def group_table(groups: Sequence[Group], kind: str, book: Phrasebook, *, short: bool = False) -> list[tuple[str, ...]]:
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
    return [
        Bar(line.customer_class, line.hit.share, line.hit.low, line.hit.high, None, _held(line.hit, book))
        for line in ledger.classes[basis]
    ]


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
            rows.append(
                Bar(
                    f"{bin_.low}–{bin_.high} %",
                    signed.share,
                    signed.low,
                    signed.high,
                    bin_.stated / 100,
                    book.say("ledger.bar", **numbers),
                )
            )
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
