"""A store of every version that was ever released opens, with everything in it."""

import gzip
from pathlib import Path

import pytest

from coach.journal import schema
from coach.journal.doctor import doctor
from coach.journal.sqlite import SqliteJournal

STORES = sorted((Path(__file__).resolve().parents[1] / "data" / "stores").glob("version-*.db.gz"))
EVENTS = {"version-1.db.gz": 228, "version-2.db.gz": 228}


def test_there_is_a_store_of_every_released_version() -> None:
    assert len(STORES) == len(schema.MIGRATIONS)


@pytest.mark.parametrize("released", STORES, ids=lambda file: file.name.split(".")[0])
def test_a_released_store_opens_with_everything_in_it(released: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(released.read_bytes()))
    assert [found.code for found in doctor(path) if found.severity == "error"] == []
    journal = SqliteJournal(path)
    places = [(owner, name) for name in journal.streams() for owner in journal.owners(name)]
    assert sum(len(journal.read(name, 0, owner)) for owner, name in places) == EVENTS[released.name]
    assert journal.draft("x") == "half-typed"
    assert len(journal.summaries()) == 6
    journal.close()
    assert [found.code for found in doctor(path) if found.severity == "error"] == []
