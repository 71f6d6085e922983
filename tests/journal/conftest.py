from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach.domain import debrief_events as e
from coach.journal.memory import MemoryJournal
from coach.journal.sqlite import SqliteJournal
from coach.ports import Journal

NOW = datetime(2026, 11, 23, 18, 30, 15, 123456, tzinfo=UTC)


def opened(rep: str = "li") -> e.DebriefOpened:
    return e.DebriefOpened(rep=rep, language="zh", today=date(2026, 11, 23))


def said(text: str = "今天见了王总，他说不用再请示，自己签字。") -> e.RepSaid:
    return e.RepSaid(text=text)


def asked() -> e.CoachSaid:
    return e.CoachSaid(line="claim.both", variant=1, text="先说你自己的判断：哪一类？几成把握能按期签？")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "coach.db"


@pytest.fixture(params=["memory", "sqlite"])
def window(request: pytest.FixtureRequest, path: Path) -> Iterator[Callable[[], Journal]]:
    """Opens one more window on the same store."""
    made: list[Journal] = []

    def another() -> Journal:
        if request.param == "sqlite":
            made.append(SqliteJournal(path))
        else:
            first = made[0] if made else None
            assert first is None or isinstance(first, MemoryJournal)
            made.append(MemoryJournal(first))
        return made[-1]

    yield another
    for journal in made:
        journal.close()


@pytest.fixture
def journal(window: Callable[[], Journal]) -> Journal:
    return window()
