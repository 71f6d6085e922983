"""`coach calendar`: what is due, as a calendar file."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coach import wiring
from coach.cli import output
from coach.cli.rows import named
from coach.cli.store_session import write_file
from coach.conduct.archive import Archive
from coach.domain.cleaning import clean_line
from coach.domain.summary import Summary
from coach.phrases import Phrasebook
from coach.reports.calendar import Entry, calendar
from coach.settings import Settings

_FOREVER = 36_500
"""Days ahead: whatever has a date."""


def write(
    archive: Archive,
    book: Phrasebook,
    settings: Settings,
    target: Path | None,
    force: bool,
    everybody: bool,
    as_json: bool,
) -> None:
    """Writes the calendar to `target`, or to stdout; overwrites a file only if `force`."""
    clock = wiring.SystemClock(settings.today)
    entries = list(_entries(archive, book, clock.today(), everybody))
    if as_json:
        output.json_whole([entry._asdict() for entry in entries])
        return
    written = calendar(entries, clock.now()).decode()
    if target is None:
        sys.stdout.write(written)
        return
    write_file(target, [written], book, force)
    output.line(book.say("calendar.written", count=len(entries), file=target.resolve()))


def _entries(archive: Archive, book: Phrasebook, today: date, everybody: bool) -> Iterator[Entry]:
    due = archive.due(today, _FOREVER, everybody)

    def about(row: Summary) -> str:
        customer = named(row, book)
        return book.say("calendar.of", customer=customer, owner=clean_line(row.owner)) if everybody else customer

    for key, rows in (("calendar.overdue", due.overdue), ("calendar.deadline", due.terms)):
        for row in rows:
            if row.deadline:
                title = book.say(key, customer=about(row), **{"class": row.verdict_class})
                yield Entry(f"{row.id}-deadline", date.fromisoformat(row.deadline), title)
    for row in [*due.late, *due.steps]:
        if row.next_date:
            title = book.say("calendar.step", customer=about(row), what=clean_line(row.next_what))
            yield Entry(f"{row.id}-step", date.fromisoformat(row.next_date), title, clean_line(row.next_line))
