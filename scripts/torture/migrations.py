"""A store killed while it is brought to a newer version: it is the old one or the new one, never half of each, with
everything in it.

It starts from every version that was released and goes to a made-up one that takes a while, so that the next way is
proven before it is needed.
"""

import gzip
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.torture.options import numbers
from scripts.torture.stores import filled

from coach.journal import opening, schema
from coach.journal.doctor import doctor
from coach.journal.headmark import HeadMark
from coach.ports import JournalError

ROOT = Path(__file__).resolve().parents[2]
_PARTS = 12
NEWER = (
    *schema.MIGRATIONS,
    tuple(f"create table part_{n} as select key, body, chain from events" for n in range(_PARTS))
    + tuple(f"create index part_{n}_keys on part_{n} (key)" for n in range(_PARTS)),
)
"""The versions there are and a made-up one that takes a while."""
WEAK = "weak"


class Killed(NamedTuple):
    """How many were killed before and after the step was made, and what was wrong."""

    old: int
    new: int
    faults: list[str]


def kill(times: int, how: str = "", debriefs: int = 40, seed: int = 1) -> Killed:
    """Kills the migration at random moments, each time on a fresh store of one of the released versions in turn."""
    dice, old, new = Random(seed), 0, 0
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "coach.db"
        starts = [*((store, None) for store in _released()), _newest(path, debriefs)]
        took = []
        for start in starts:
            _put(path, start)
            took.append(_migrated(path, how, None))
        for n in range(times):
            start = starts[n % len(starts)]
            _put(path, start)
            before, kept = _of(path), _beside(path)
            _migrated(path, how, dice.uniform(0, took[n % len(starts)]))
            version, fault = _looked_at(path, before)
            old, new = old + (version == before[0]), new + (version == len(NEWER))
            faults += fault if _beside(path) == kept else [*fault, "drafts and notes are others"]
            if how == WEAK and faults:
                break  # one shows that the harness can fail
    return Killed(old, new, faults)


def _released() -> list[bytes]:
    stores = sorted((ROOT / "tests" / "data" / "stores").glob("version-*.db.gz"))
    return [gzip.decompress(store.read_bytes()) for store in stores]


def _newest(path: Path, debriefs: int) -> tuple[bytes, bytes | None]:
    journal = filled(path, debriefs)
    journal.save_draft("x", "half-typed")
    journal.set_note("filters", "[]")
    journal.close()
    return path.read_bytes(), HeadMark(path).path.read_bytes()


def _put(path: Path, start: tuple[bytes, bytes | None]) -> None:
    for rest in path.parent.glob("coach.db*"):
        rest.unlink()
    store, mark = start
    path.write_bytes(store)
    if mark is not None:
        HeadMark(path).path.write_bytes(mark)


def _beside(path: Path) -> list[tuple[str, str]]:
    """Drafts and notes; where a table is gone, none."""
    question = "select stream, text from drafts union all select key, text from notes"
    with closing(opening.connect(path, "rw")) as db:
        try:
            return list(db.execute(question))
        except sqlite3.OperationalError:  # half a migration, which is what is looked for
            return []


def _of(path: Path) -> tuple[int, int]:
    """The store's version, and how many events it has."""
    with closing(opening.connect(path, "rw")) as db:
        return schema.version_of(db), db.execute("select count(*) from events").fetchone()[0]


def _migrated(path: Path, how: str, kill_after: float | None) -> float:
    """Starts a program that opens the store as the newer version, and kills it; the seconds it took."""
    command = [sys.executable, "-m", "scripts.torture.migrations", "open", str(path), how]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        began = time.perf_counter()
        if kill_after is None:
            process.stdout.readline()
        else:
            time.sleep(kill_after)
            process.kill()
        return time.perf_counter() - began


def _looked_at(path: Path, old: tuple[int, int]) -> tuple[int, list[str]]:
    before, events = old
    version, kept = _of(path)
    with closing(opening.connect(path, "rw")) as db:
        made = db.execute("select count(*) from sqlite_master where name like 'part!_%' escape '!'").fetchone()[0]
    faults = [] if (version, made) in ((before, 0), (len(NEWER), 2 * _PARTS)) else [f"{version} with {made} parts"]
    if kept != events:
        faults.append(f"{kept} events of {events}")
    if version == before:
        faults += [f"doctor: {found.code}" for found in doctor(path) if found.severity == "error"]
    try:
        with closing(opening.open_store(path, steps=NEWER)) as db:
            reached = schema.version_of(db)
    except JournalError as wrong:
        return version, [*faults, f"the second time: {wrong}"]
    return version, faults if reached == len(NEWER) else [*faults, f"the second time it gets to version {reached}"]


def open_newer(path: Path, how: str) -> None:
    """What the killed program does. The control makes the step statement by statement, each for itself."""
    if how == WEAK:
        schema.migrate = _statement_by_statement  # type: ignore[assignment]
    print("now", flush=True)
    opening.open_store(path, steps=NEWER).close()
    print("done", flush=True)


def _statement_by_statement(db: sqlite3.Connection, path: Path, steps: Sequence[Sequence[str]]) -> None:
    for step in steps[schema.version_of(db) :]:
        for statement in step:
            db.execute(statement)
    db.execute(f"pragma user_version = {len(steps)}")


def main() -> None:
    """`scripts/torture/run migrations --times N`; exit status 1 if a store was left half-migrated or the control was
    not caught.
    """
    told = kill(numbers("migrations", __doc__, times=300).times)
    control = kill(20, WEAK)
    print(*told.faults, sep="\n")
    print(
        f"{told.old} old, {told.new} new: {len(told.faults)} faults. Control (no transaction): {len(control.faults)} faults."
    )
    sys.exit(bool(told.faults) or not control.faults)


if __name__ == "__main__":
    if sys.argv[1:2] == ["open"]:
        open_newer(Path(sys.argv[2]), sys.argv[3])
    else:
        main()
