"""View model of search results: customers by name first, then every match, highlighted. Pure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len

from coach.conduct.searching import excerpt
from coach.domain.rulebook import in_short
from coach.phrases import Phrasebook
from coach.terminal import words
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, Row
from coach.terminal.wrapping import cut, fit

if TYPE_CHECKING:
    from coach.conduct.searching import SearchResult
    from coach.domain.inbox import InboxRow
    from coach.domain.search_hits import Hit, HitLine

_CLASS = 8
_NUMBER = 5
_WHO = 8


def rows(result: "SearchResult", count: int, book: Phrasebook, width: int) -> Iterator[Row]:
    """The rows. The key of a row that can be opened is the debrief's, at the line's number, 0 for none."""
    if result.customers:
        heading = book.say("search.customers", names=book.join(result.customers))
        yield Row((Span(f"  {cut(heading, width - 3)}", "key"),))
        for row in result.debriefs:
            yield Row(_debrief(row, book, width), Key("case", row.id))
        yield Row(())
    if result.hits:
        yield Row((Span(f"  {book.say('search.hits', count=count)}", "key"),))
    for before, hit in zip((None, *result.hits), result.hits, strict=False):
        if not hit.by_person and (before is None or before.by_person):
            yield Row((Span(f"  {book.say('search.only_coach')}", "dim"),))
        yield from _hit(hit, result.day, book, width)
    if count > len(result.hits):
        yield Row(())
        yield Row((Span(f"  {book.say('search.more', shown=len(result.hits), count=count)}", "dim"),))


def _debrief(row: "InboxRow", book: Phrasebook, width: int) -> tuple[Span, ...]:
    name = words.named(book, row.customer, row.contact)
    shown = in_short(row.verdict_class or "–", run_out=row.run_out, overruled=row.overruled)
    return (
        Span("  "), Span(f"{row.visit_date}  ", "dim"), Span(fit(shown, _CLASS), "strong"),
        Span(cut(name, max(width - 39, 12)), "coach"), Span(f"  {cut(row.owner, 14)}", "dim"),
    )  # fmt: skip


def _hit(hit: "Hit", day: str, book: Phrasebook, width: int) -> Iterator[Row]:
    kind = f"  {book.say('screen.search.remark')}" if hit.remarks else ""
    name = hit.customer or words.named(book, "")
    first = hit.lines[0].number if hit.lines else 0
    shown = in_short(hit.verdict_class or "–", run_out=bool(hit.due and hit.due < day), overruled=hit.overruled)
    spans = (
        Span("  "), Span(f"{hit.opened[:10]}  ", "dim"), Span(fit(shown, _CLASS), "strong"),
        Span(cut(name, max(width - 45, 12)), "coach"), Span(f"  {cut(hit.owner, 14)}", "dim"), Span(kind, "good"),
    )  # fmt: skip
    yield Row(spans, Key("case", hit.id, first))
    for line in hit.lines:
        yield Row((*_line(line, hit.remarks, book, width),), Key("case", hit.id, line.number))


def _line(line: "HitLine", remark: bool, book: Phrasebook, width: int) -> Iterator[Span]:
    who = line.who if remark else book.say(f"search.who.{line.who}")
    number = str(line.number) if line.number else ""
    yield Span("  " + " " * (_NUMBER - len(number)) + f"{number}  ", "dim")
    yield Span(fit(cut(who, _WHO), _WHO) + "  ", "dim")
    room = width - _NUMBER - _WHO - 7
    wide = max(cell_len(line.text) / max(len(line.text), 1), 1)
    shown = excerpt(line.text, line.spans, max(int(room / wide / 2) - 4, 6))
    at = 0
    for start, stop in shown.marks:
        yield Span(shown.text[at:start], "rep")
        yield Span(shown.text[start:stop], "key")
        at = stop
    yield Span(shown.text[at:], "rep")
