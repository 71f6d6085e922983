"""A store killed while it is brought to a newer version: it is the old one or the new one, never half of each, with everything in it.

There is one released version so far; the newer one here is made up, so that the way there is proven before it is needed.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.torture.options import number
from scripts.torture.stores import filled

from coach.journal import opening, schema
from coach.journal.doctor import doctor
from coach.ports import JournalError

ROOT = Path(__file__).resolve().parents[2]
_PARTS = 12
NEWER = (
    *schema.STEPS,
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
    """Kills the migration at so many moments drawn by chance, each time of a fresh store of the old version."""
    dice, old, new = Random(seed), 0, 0
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "coach.db"
        journal = filled(path, debriefs)
        told = {name: journal.sealed(journal.owner_of(name) or "", name) for name in journal.streams()}
        journal.close()
        sound = path.read_bytes()
        took = _migrated(path, how, None)
        for _ in range(times):
            for rest in path.parent.glob("coach.db*"):
                if rest.suffix != ".head":
                    rest.unlink()
            path.write_bytes(sound)
            _migrated(path, how, dice.uniform(0, took * 1.3))
            version, fault = _looked_at(path, told)
            old, new = old + (version == 1), new + (version == 2)
            faults += fault
    return Killed(old, new, faults)


def _migrated(path: Path, how: str, kill_after: float | None) -> float:
    """Starts a program that opens the store as the newer version, and kills it; the seconds it took."""
    command = [sys.executable, "-m", "scripts.torture.migrations", "open", str(path), how]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        began = time.perf_counter()
        if kill_after is None:
            process.wait()
        else:
            time.sleep(kill_after)
            process.kill()
        return time.perf_counter() - began


def _looked_at(path: Path, told: dict[str, list[object]]) -> tuple[int, list[str]]:
    with closing(opening.connect(path, "rw")) as db:
        version = schema.version_of(db)
        made = db.execute("select count(*) from sqlite_master where name like 'part!_%' escape '!'").fetchone()[0]
        events = db.execute("select count(*) from events").fetchone()[0]
    faults = [f"version {version} with {made} parts"] if made != (0, 2 * _PARTS)[version - 1] else []
    if events != sum(map(len, told.values())):
        faults.append(f"{events} events")
    if version == 1:
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


def _statement_by_statement(db: "opening.sqlite3.Connection", path: Path, steps: Sequence[Sequence[str]]) -> None:
    for step in steps[schema.version_of(db) :]:
        for statement in step:
            db.execute(statement)
    db.execute(f"pragma user_version = {len(steps)}")


def main() -> None:
    """`scripts/torture/migrations --times N`; 1 where a store was left half-way or the control missed."""
    told = kill(number("--times", 300))
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
