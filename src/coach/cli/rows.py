"""A debrief as one line: of a list, of what is due, of what is asked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coach.cli import output
from coach.conduct.archive import OpenRequest
from coach.domain.cleaning import clean_line
from coach.domain.rulebook import Expiry, expiry
from coach.domain.summary import Summary
from coach.phrases import Phrasebook


def named(row: Summary, book: Phrasebook) -> str:
    """Whom the debrief is about: the customer, else the person met."""
    return clean_line(row.customer) or clean_line(row.contact) or book.say("show.unnamed")


def options_of(over: Expiry, book: Phrasebook) -> str:
    """What a class whose term ran out may be now (R8)."""
    *others, last = over.options
    return book.say("due.options", classes=book.say("due.either", others=book.names(others), last=last))


def as_data(row: Summary, today: date) -> dict[str, Any]:
    """The row as plain data, with what its term has come to."""
    over = _expiry(row, today)
    data = {**row._asdict(), "overdue": over.overdue, "now": list(over.options)}
    for name in ("signed", "close_attempted", "gave_in", "disputed"):
        data[name] = None if data[name] is None else bool(data[name])
    return data


def _expiry(row: Summary, today: date) -> Expiry:
    settled = row.signed or row.outcome in ("signed", "lost") or row.state != "recorded"
    last_day = date.fromisoformat(row.deadline) if row.deadline and not settled and row.verdict_class else None
    return expiry(row.verdict_class, last_day, today)  # type: ignore[arg-type]


def row_of(row: Summary, book: Phrasebook, today: date, overruled: str | None) -> str:
    """The row of a list; `overruled` is the class that a reader put over the verdict."""
    over = _expiry(row, today)
    shown = (
        f"{row.verdict_class}→{'/'.join(over.options)}"
        if over.overdue
        else row.verdict_class or book.say("list_.no_class")
    )
    step = book.say(f"list_.step.{row.step}")
    states = [book.say("list_.open", step=step) if row.state == "open" else book.say("list_.recorded")]
    if row.outcome:
        states = [book.say(f"list_.outcome_{row.outcome}", on=row.outcome_on)]
    if row.disputed:
        states.append(book.say("list_.disputed"))
    if overruled:
        states.append(book.say("list_.overruled", after=overruled))
    told = {"class": f"{shown:<5}", "customer": named(row, book), "state": book.join(states)}
    return book.say("list_.row", id=row.id, date=row.visit_date, **told)


def section(part: str, rows: Sequence[Summary], book: Phrasebook, today: date) -> None:
    """What is due of one kind, under its heading."""
    if not rows:
        return
    output.line(book.say(f"due.{part}"))
    for row in rows:
        day = {"overdue": row.deadline, "terms": row.deadline, "unfinished": row.visit_date}.get(part, row.next_date)
        what = _what(part, row, book, today)
        output.line(book.say("due.row", date=day, customer=named(row, book), what=what, id=row.id))


def _what(part: str, row: Summary, book: Phrasebook, today: date) -> str:
    if part == "overdue":
        return f"{row.verdict_class}  {options_of(_expiry(row, today), book)}"
    if part == "terms":
        return row.verdict_class or ""
    if part == "unfinished":
        return book.say("screen.home.left_at", step=book.say(f"list_.step.{row.step}"))
    return clean_line(row.next_what)


def questions(asked: Sequence[OpenRequest], book: Phrasebook) -> None:
    """What others want to know."""
    if asked:
        output.line(book.say("due.asked"))
    for row, request in asked:
        what = book.say("inbox.asked", by=clean_line(request.by), text=clean_line(request.text))
        output.line(book.say("due.row", date=row.visit_date, customer=named(row, book), what=what, id=row.id))
