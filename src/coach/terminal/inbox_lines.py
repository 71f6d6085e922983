"""View model of the inbox's rows and filters: pure, from a row, a catalogue and a width."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from coach.domain.rulebook import in_short
from coach.phrases import Phrasebook
from coach.terminal import words
from coach.terminal.spans import Span
from coach.terminal.wrapping import cut, fit

if TYPE_CHECKING:
    from coach.domain.inbox import InboxFilter, InboxRow

_FIXED = 2 + 3 + 12 + 5 + 8
"""Widths of pointer and mark, date, claimed class, class by the rules, in cells."""


def _columns(width: int) -> tuple[int, int]:
    """Widths of customer and rep; the rest is for the reasons."""
    room = max(width - _FIXED, 20)
    return min(max(room * 2 // 5, 12), 48), min(max(room // 5, 8), 18)


def header(book: Phrasebook, width: int) -> tuple[Span, ...]:
    """The column headers."""
    customer, rep = _columns(width)
    named = [
        book.say(f"screen.inbox.column.{name}") for name in ("visit", "claimed", "rules", "customer", "rep", "why")
    ]
    sizes = (12, 5, 8, customer, rep)
    cells = "".join(fit(cut(text, size - 1), size) for text, size in zip(named, sizes, strict=False))
    return (Span("     " + cells + cut(named[-1], max(width - _FIXED - customer - rep, 0)), "dim"),)


def row(case: "InboxRow", book: Phrasebook, width: int) -> tuple[Span, ...]:
    """A debrief: read or not, date, claimed and ruled class, customer, rep, and the reasons to read it."""
    customer, rep = _columns(width)
    ruled = case.verdict_class or "–"
    name = words.named(book, case.customer, case.contact)
    became = "signed" if case.signed else case.outcome if case.outcome in ("signed", "lost") else ""
    shown = [*(["asked"] if case.requests else []), *case.reasons]
    why = " ".join(book.say(f"screen.inbox.why.{name}") for name in shown)
    state = [Span(book.say(f"screen.state.{became}") + "  ", "good" if became == "signed" else "dim")] if became else []
    room = max(width - _FIXED - customer - rep - sum(cell_len(span.text) for span in state), 0)
    return (
        Span("  "),
        Span("●  " if case.unread else "   ", "key"),
        Span(f"{case.visit_date}  ", "dim"),
        Span(fit(case.claimed_class or "–", 5), "dim"),
        Span(fit(in_short(ruled, run_out=case.run_out, overruled=case.overruled), 8), "strong"),
        Span(fit(cut(name, customer - 1), customer), "strong" if case.unread else "coach"),
        Span(fit(cut(case.owner, rep - 1), rep), "dim"),
        *state,
        Span(cut(why, room), "warn" if "overdue" in case.reasons else "coach"),
    )


def value(field: str, wanted: "InboxFilter", book: Phrasebook) -> str:
    """The value of a filter field; empty if unrestricted."""
    if field == "owner":
        return wanted.owner or ""
    if field == "classes":
        return _either((name if name != "-" else book.say("screen.inbox.no_class") for name in wanted.classes), book)
    if field == "reasons":
        return _either((book.say(f"inbox.reason.{name}") for name in wanted.reasons), book)
    if field == "outcome":
        return book.say(f"screen.state.{wanted.outcome}") if wanted.outcome else ""
    if field == "unread":
        return book.say("screen.inbox.unread_only") if wanted.unread else ""
    if field == "asked":
        return book.say("screen.inbox.asked_open") if wanted.asked else ""
    return getattr(wanted, field) or ""


def _either(values: Iterable[str], book: Phrasebook) -> str:
    return book.say("screen.inbox.either").join(values)


FIELDS = ("unread", "reasons", "owner", "classes", "customer", "product", "since", "until", "outcome", "asked")
"""The filter fields in display order."""


def description(wanted: "InboxFilter", book: Phrasebook) -> str:
    """A short description of a filter; empty if unrestricted."""
    set_to = []
    for field in FIELDS:
        shown = value(field, wanted, book)
        if shown:
            set_to.append(book.say(f"screen.inbox.told.{field}", value=shown))
    return " · ".join(set_to)
