"""Stores with made-up debriefs for tests, filled once and copied: a manager's, to whom all of them came by file."""

import shutil
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from scripts.store_making.debriefs import Maker

from coach.conduct.identity import note_imported
from coach.journal.sqlite import SqliteJournal

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


class Day:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return TODAY


@cache
def _filled(count: int) -> Path:
    path = Path(mkdtemp(prefix="coach-made-up-")) / "coach.db"
    journal = SqliteJournal(path)
    journal.bulk_load(Maker(count, 1, datetime(2026, 11, 23, tzinfo=UTC)).histories())
    note_imported(journal, journal.reps())
    journal.close()
    return path


def store(folder: Path, count: int = 300) -> Path:
    """A store of its own for one test, the same for the same count."""
    source = _filled(count)
    folder.mkdir(parents=True, exist_ok=True)
    for suffix in ("", ".head"):
        shutil.copyfile(source.with_name(source.name + suffix), folder / f"coach.db{suffix}")
    return folder / "coach.db"
