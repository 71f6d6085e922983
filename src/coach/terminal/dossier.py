"""View model of a casefile's board below the facts: the review and the customer's other visits. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from coach.domain.debrief import spelt_out
from coach.domain.rulebook import expiry_of, in_short
from coach.phrases import Phrasebook
from coach.terminal import words
from coach.terminal.board import BoardLine, head
from coach.terminal.spans import Span
from coach.terminal.widgets.transcript import Message
from coach.terminal.wrapping import cut, fit, wrap

if TYPE_CHECKING:
    from coach.conduct.desk import Casefile
    from coach.domain.facts import FactName
    from coach.domain.record import Record
    from coach.domain.review import Review
    from coach.domain.summary import Summary


def parts(case: "Casefile", book: Phrasebook, width: int) -> list[list[BoardLine]]:
    """The parts that are not empty."""
    made = [list(_remarks(case.review, book, width)), list(_history(case, book, width))]
    return [part for part in made if part]


def reasons(case: "Casefile", book: Phrasebook) -> str:
    """The reasons to read the debrief."""
    return book.join(book.say(f"inbox.reason.{name}") for name in case.reasons) if case.reasons else ""


def talk(case: "Casefile", book: Phrasebook) -> tuple[list[Message], list[int]]:
    """The talk, behind what was said about it on the whole and with remarks below the lines they concern, and the line
    number of each message, 0 for none.
    """
    messages = [Message("remark", text) for text, _ in _on_the_whole(case.review, book)]
    numbers = [0] * len(messages)
    for number, line in enumerate(case.record.transcript, 1):
        remarks = [
            Message("remark", words.remark(book, comment)) for comment in case.review.comments if comment.line == number
        ]
        messages += [Message(line.who, spelt_out(line.text, line.chosen)), *remarks]
        numbers += [number] * (1 + len(remarks))
    return messages, numbers


def quoted(record: "Record", fact: "FactName") -> list[int]:
    """The numbers of the lines quoted as evidence of a fact (1 = the first)."""
    found = []
    for quote in getattr(record.facts, fact).quotes:
        sought = "".join(quote.split())
        spoken = (
            n
            for n, line in enumerate(record.transcript, 1)
            if line.who == "rep" and sought in "".join(line.text.split())
        )
        found.append(next(spoken, 0))
    return sorted({number for number in found if number})


def _remarks(review: "Review", book: Phrasebook, width: int) -> Iterator[BoardLine]:
    if not (review.comments or review.overrulings or review.requests or review.outcomes):
        return
    yield head(book.say("screen.board.remarks"), width)
    for text, ink in _on_the_whole(review, book):
        yield from _folded(text, ink, width)
    for outcome in review.outcomes:
        what = book.say(f"screen.outcome.{outcome.outcome}", day=words.day(book, outcome.on))
        what = book.join([what, outcome.reason]) if outcome.reason else what
        yield from _folded(book.say("review.outcome_row", by=outcome.by, text=what), "key", width)
    for comment in filter(lambda one: one.line, review.comments):
        where = book.say("review.at_line", line=comment.line)
        text = book.say("review.comment_row", by=comment.by, where=where, text=comment.text)
        yield from _folded(text, "good", width, comment.line or 0)


def _on_the_whole(review: "Review", book: Phrasebook) -> Iterator[tuple[str, str]]:
    """What was said about the debrief and no line of it, with its ink."""
    for overruling in review.overrulings:
        yield words.remark(book, overruling), "warn"
    for request in review.requests:
        yield book.say("inbox.asked", by=request.by, text=request.text), "key"
        answered = request.answered_at is not None
        answer = book.say("review.answer", text=request.answer) if answered else book.say("review.waiting")
        yield answer, "rep" if answered else "dim"
    for comment in review.comments:
        if comment.line is None:
            yield words.remark(book, comment), "good"


def _folded(text: str, ink: str, width: int, line: int = 0) -> Iterator[BoardLine]:
    for n, part in enumerate(wrap(" ".join(text.split()), width - 2)):
        yield BoardLine((Span("· " if n == 0 else "  ", "dim"), Span(part, ink)), line=line)


def _history(case: "Casefile", book: Phrasebook, width: int) -> Iterator[BoardLine]:
    if not case.others:
        return
    yield head(book.say("screen.board.history"), width)
    for row in case.others:
        yield BoardLine(visit(row, book, width, case.day), debrief=row.id)


def visit(row: "Summary", book: Phrasebook, width: int, today: date) -> tuple[Span, ...]:
    """Another visit in one line: date, class as of `today`, contact, outcome."""
    state = "signed" if row.signed else row.outcome
    became = (
        book.say("screen.history.open") if row.state == "open" else book.say(f"screen.state.{state}") if state else ""
    )
    met = cut(words.named(book, row.contact or row.customer), max(width - 33, 8))
    ink = "good" if state == "signed" else "warn"
    shown = in_short(row.verdict_class or "–", run_out=expiry_of(row, today).overdue)
    return (
        Span(f"{row.visit_date}  ", "dim"), Span(fit(shown, 8), "strong"), Span(f"{met}  ", "coach"), Span(became, ink),
    )  # fmt: skip
