"""Stores with made-up debriefs to do harm to."""

from datetime import UTC, datetime
from pathlib import Path

from scripts.store_making.debriefs import Maker

from coach.journal.sqlite import SqliteJournal


def filled(path: Path, debriefs: int) -> SqliteJournal:
    """A new store at `path` with so many debriefs, the same for the same number; open."""
    journal = SqliteJournal(path)
    journal.bulk_load(Maker(debriefs, 1, datetime(2026, 11, 23, tzinfo=UTC)).histories())
    return journal
