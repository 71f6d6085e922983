"""A made-up store to measure on, as scripts/make_store fills it, with its index caught up."""

import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

TODAY = date(2026, 11, 23)
READER = "reader"


class Standing:
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime(TODAY.year, TODAY.month, TODAY.day, 18, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


@cache
def made(folder: Path, debriefs: int) -> Path:
    """The store in `folder`, filled where it is not there yet."""
    from scripts.store_making.debriefs import Maker

    from coach.conduct.identity import note_imported
    from coach.journal.index import Index
    from coach.journal.sqlite import SqliteJournal

    path = folder / "coach.db"
    if not path.exists():
        print(f"making a store of {debriefs} debriefs", file=sys.stderr)
        journal = SqliteJournal(path)
        journal.bulk_load(Maker(debriefs, 1, datetime(2026, 11, 23, tzinfo=UTC)).histories())
        note_imported(journal, journal.reps())
        journal.close()
    index = Index(path)
    index.catch_up()
    index.close()
    return path
