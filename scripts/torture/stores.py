"""Stores with made-up debriefs to do harm to."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from coach.journal.sqlite import SqliteJournal

sys.path.append(str(Path(__file__).resolve().parents[1]))

from store_making.debriefs import Maker


def filled(path: Path, debriefs: int) -> SqliteJournal:
    """A new store at `path` with so many debriefs, the same for the same number; open."""
    journal = SqliteJournal(path)
    journal.bulk_load(Maker(debriefs, 1, datetime(2026, 11, 23, tzinfo=UTC)).histories())
    return journal
