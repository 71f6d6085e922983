"""A debrief as one line: of a list, of what is due, of what is asked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from coach.cells import cells
from coach.cli import output
from coach.conduct.archive import OpenRequest
from coach.domain.cleaning import clean_line
from coach.domain.rulebook import Expiry, expiry_of, in_short
from coach.domain.summary import Summary
from coach.phrases import Phrasebook

WIDEST = 30
"""Cells that a column of names is padded to at the most; a longer name is told whole."""


CLASS = 7
"""Cells of the column of classes: one that ran out has the most, B→B/C/D."""


def column(texts: Sequence[str]) -> list[str]:
    """The texts, each padded to the cells of the widest, so that what comes next stands below each other whatever the
    script.
    """
    wide = min(max(map(cells, texts), default=0), WIDEST)
    return [text + " " * (wide - cells(text)) for text in texts]


def named(row: Summary, book: Phrasebook) -> str:
    """Whom the debrief is about: the customer, else the person met."""
    return clean_line(row.customer) or clean_line(row.contact) or book.say("show.unnamed")


def options_of(over: Expiry, book: Phrasebook) -> str:
    """What a class whose term ran out may be now (R8)."""
    *others, last = over.options
    return book.say("due.options", classes=book.say("due.either", others=book.names(others), last=last))


def as_data(row: Summary, today: date, overruled: Mapping[str, str]) -> dict[str, Any]:
    """The row as plain data, with what its term has come to, and the class that a reader put over it; `overruled` as for
    `rows_of`.
    """
    term = expiry_of(row, today)
    data = {**row._asdict(), "overdue": term.overdue, "now": list(term.options), "overruled": overruled.get(row.id)}
    for name in ("signed", "close_attempted", "gave_in", "disputed"):
        data[name] = None if data[name] is None else bool(data[name])
    return data


def rows_of(rows: Sequence[Summary], book: Phrasebook, today: date, overruled: Mapping[str, str], whose: bool) -> Iterator[str]:  # fmt: skip
    """The rows of a list; `overruled` has the class that a reader put over a verdict, by debrief; with `whose` each
    names its rep.
    """
    for row, customer in zip(rows, _customers(rows, book, whose), strict=True):
        yield _row(row, customer, book, today, overruled.get(row.id))


def _row(row: Summary, customer: str, book: Phrasebook, today: date, overruled: str | None) -> str:
    run_out = expiry_of(row, today).overdue
    shown = in_short(row.verdict_class, run_out=run_out) if row.verdict_class else book.say("list_.no_class")
    step = book.say(f"list_.step.{row.step}")
    states = [book.say("list_.open", step=step) if row.state == "open" else book.say("list_.recorded")]
    if row.outcome:
        states = [book.say(f"list_.outcome_{row.outcome}", on=row.outcome_on)]
    if row.disputed:
        states.append(book.say("list_.disputed"))
    if overruled:
        states.append(book.say("list_.overruled", after=overruled))
    columns = {"class": f"{shown:<{CLASS}}", "customer": customer, "state": book.join(states)}
    return book.say("list_.row", id=row.id, date=row.visit_date, **columns)


def section(part: str, rows: Sequence[Summary], book: Phrasebook, today: date, overruled: Mapping[str, str], whose: bool) -> None:  # fmt: skip
    """What is due of one kind, under its heading; `overruled` and `whose` as for `rows_of`."""
    if not rows:
        return
    output.line(book.say(f"due.{part}"))
    for row, customer in zip(rows, _customers(rows, book, whose), strict=True):
        day = {"overdue": row.deadline, "terms": row.deadline, "unfinished": row.visit_date}.get(part, row.next_date)
        what = _what(part, row, book, today, overruled.get(row.id))
        output.line(book.say("due.row", date=day, customer=customer, what=what, id=row.id))
        if part == "steps" and row.next_date == today.isoformat() and row.next_line:
            output.line(book.say("due.sentence", line=clean_line(row.next_line)))


def _customers(rows: Sequence[Summary], book: Phrasebook, whose: bool) -> list[str]:
    customers = column([named(row, book) for row in rows])
    owners = column([clean_line(row.owner) for row in rows])
    return [f"{customer}  {owner}" for customer, owner in zip(customers, owners, strict=True)] if whose else customers


def _what(part: str, row: Summary, book: Phrasebook, today: date, overruled: str | None) -> str:
    if part == "overdue":
        shown = in_short(row.verdict_class or "", overruled=overruled)
        return f"{shown}  {options_of(expiry_of(row, today), book)}"
    if part == "terms":
        return row.verdict_class or ""
    if part == "unfinished":
        return book.say("screen.home.left_at", step=book.say(f"list_.step.{row.step}"))
    return clean_line(row.next_what)


def questions(asked: Sequence[OpenRequest], book: Phrasebook, whose: bool = False) -> None:
    """What others want to know; with `whose` each row names the rep who is asked."""
    if asked:
        output.line(book.say("due.asked_all" if whose else "due.asked"))
    customers = _customers([row for row, _ in asked], book, whose)
    for (row, request), customer in zip(asked, customers, strict=True):
        what = book.say("inbox.asked", by=clean_line(request.by), text=clean_line(request.text))
        output.line(book.say("due.row", date=row.visit_date, customer=customer, what=what, id=row.id))
