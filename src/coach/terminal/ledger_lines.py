"""View model of the ledger: findings in sentences, outcomes by class, calibration plot. Pure."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from coach.cells import columns
from coach.domain.tally import MIN_OUTCOMES
from coach.phrases import Phrasebook
from coach.reports.bars import Bar, bars
from coach.reports.ledger_words import class_table, findings, group_table, hit_bars, plotted, reliability_bars
from coach.terminal import board
from coach.terminal.spans import Span
from coach.terminal.wrapping import cut, wrap

if TYPE_CHECKING:
    from coach.reports.ledger import Ledger

Line = tuple[Span, ...]
SHORTEST = 6
"""Minimum width of a name in a table, in cells."""


def lines(ledger: "Ledger", basis: str, by: str, book: Phrasebook, width: int) -> list[Line]:
    """The whole ledger; `basis` is one of `reports.ledger.BASES`, `by` is rep, product, month or empty."""
    shown = list[Line]()
    for text in findings(ledger, book):
        shown.append((Span("· ", "dim"), Span(text)))
    shown += _titled(book.say(f"ledger.became_{basis}"), width)
    shown += _table(class_table(ledger, book, basis))
    shown += _note(book.say("ledger.over_note"), width)
    hits, bins = hit_bars(ledger, basis, book), reliability_bars(ledger, basis, book)
    shown.append((Span(""),))
    if plotted(hits):
        shown += _plot(hits, book.say("ledger.hits_note"), width)
    if plotted(bins):
        shown += _titled(book.say("ledger.reliability"), width)
        shown += _plot(bins, book.say("ledger.bins_note"), width)
    if not (plotted(hits) and plotted(bins)):
        shown += _note(book.say("ledger.few_note", fewest=MIN_OUTCOMES), width)
    if by:
        shown += _titled(book.say(f"ledger.by_{by}"), width)
        shown += _groups(ledger, by, book, width)
        shown += _note(book.say("ledger.too_high_note"), width)
    return shown


def _titled(text: str, width: int) -> Iterator[Line]:
    yield (Span(""),)
    yield board.head(text, width).spans


def _groups(ledger: "Ledger", by: str, book: Phrasebook, width: int) -> list[Line]:
    """The table as wide as fits: shares are shortened first, then names."""
    groups = getattr(ledger, f"by_{by}")
    for short in (False, True):
        rows = group_table(groups, by, book, short=short)
        over = max(cell_len(text) for text in columns(rows, cell_len)) - width
        if over <= 0:
            return _table(rows)
    room = max(cell_len(row[0]) for row in rows) - over
    return _table([(cut(row[0], max(room, SHORTEST)), *row[1:]) for row in rows])


def _table(rows: Sequence[Sequence[str]]) -> list[Line]:
    return [(Span(text, "dim" if n == 0 else ""),) for n, text in enumerate(columns(rows, cell_len))]


def _plot(shown: Sequence[Bar], note: str, width: int) -> Iterator[Line]:
    for text in bars(shown, width, measure=cell_len):
        yield (Span(text, "coach"),)
    yield from _note(note, width)


def _note(text: str, width: int) -> Iterator[Line]:
    for part in wrap(text, width):
        yield (Span(part, "dim"),)
