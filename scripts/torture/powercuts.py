"""Debriefs and rehearsals whose power is cut: at any point of what they wrote, with whatever the disk had not synced
lost, torn or kept, the product's own opening code finds every turn that was acknowledged, and nothing broken.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from scripts.torture import disk
from scripts.torture.commands import lines
from scripts.torture.options import numbers

CHANCES = (0.0, 0.5, 1.0)
"""How much of what was not synced is kept."""
SETTINGS = {"normal": ("extra", "normal"), "full": ("extra", "full"), "wal": ("extra", "normal")}
"""Weaker settings, each of which must be caught: what becomes of the product's `synchronous`."""
_WEAK = """
import sys
from coach.journal import opening
name, old, new = sys.argv[1:4]
del sys.argv[1:4]
opening.DURABLE = opening.DURABLE.replace(old, new)
opening.SETTINGS = tuple(one.replace(old, new) for one in opening.SETTINGS)
if name == "wal":
    opening.SETTINGS = ("pragma journal_mode = wal", *opening.SETTINGS)
from coach.__main__ import main
main()
"""


class Sitting(NamedTuple):
    """One run of the program: where its answers went, and what the rep said."""

    out: str
    said: list[str]


class Cuts(NamedTuple):
    """The results of a number of cuts."""

    cuts: int
    lost: int
    broken: int
    faults: list[str]


def record(folder: Path, weak: str = "", sittings: int = 4, turns: int = 8) -> list[Sitting]:
    """Holds debriefs and rehearsals behind the recording disk; the record lies in `folder`/log."""
    root = folder / "disk"
    root.mkdir()
    program = [sys.executable, "-c", _WEAK, weak, *SETTINGS[weak]] if weak else [sys.executable, "-m", "coach"]
    held = []
    for n in range(sittings):
        said = [f"note {n} {k} what matters most to you here, said she" for k in range(turns)]
        talk = ["practise", "--jsonl", "--seed", str(n)] if n % 2 else ["debrief", "--jsonl"]
        out = root / f"out{n}"
        environ = {**os.environ, **disk.recording(root, folder / "log"), "COACH_LANG": "en", "USER": "rep"}
        with out.open("wb") as file:
            subprocess.run(
                [*program, *talk, "--data", str(root / "kept")],
                input=lines(*said), stdout=file, stderr=subprocess.PIPE, env=environ, check=True,
            )  # fmt: skip
        held.append(Sitting(str(out), said))
    return held


def cut(folder: Path, sittings: Sequence[Sitting], count: int, seed: int = 1) -> Cuts:
    """Cuts the recorded run at `count` points drawn by chance and opens what is left each time."""
    dice, record_of = Random(seed), list(disk.changes(folder / "log"))
    points = sorted(dice.randrange(1, len(record_of) + 1) for _ in range(count))
    platter, followed = disk.Disk(), 0
    out = {one.out: bytearray() for one in sittings}
    lost, broken, faults = 0, 0, []
    for n, point in enumerate(points):
        for change in record_of[followed:point]:
            platter.follow(change)
            if change.kind == "W" and change.path in out:
                out[change.path] += change.data
        followed = point
        left = platter.after_cut(CHANCES[n % len(CHANCES)], dice)
        for fault, found in _looked_at(left, sittings, out):
            lost, broken = lost + (fault == "lost"), broken + (fault == "broken")
            faults.append(f"cut at {point} of {len(record_of)}: {fault}: {found}")
    return Cuts(count, lost, broken, faults)


def _looked_at(
    left: dict[str, bytes], sittings: Sequence[Sitting], out: dict[str, bytearray]
) -> Iterator[tuple[str, str]]:
    from coach.journal.doctor import doctor
    from coach.journal.sqlite import SqliteJournal
    from coach.ports import JournalError

    acked = [_acked(bytes(out[one.out])) for one in sittings]
    with tempfile.TemporaryDirectory() as made:
        for path, content in left.items():
            if "/kept/" in path and not path.endswith(".lock"):
                (Path(made) / Path(path).name).write_bytes(content)
        store = Path(made) / "coach.db"
        if not store.exists() and any(name for name, _ in acked):
            yield "lost", "there is no store"
            return
        try:
            journal = SqliteJournal(store)
        except JournalError as wrong:
            yield "lost" if wrong.code == "tail_lost" else "broken", str(wrong)
            return
        try:
            wrong_with = [found.code for found in doctor(store) if found.severity == "error"]
            if wrong_with:
                yield "broken", ", ".join(wrong_with)
                return
            for (name, turns), sitting in zip(acked, sittings, strict=True):
                kept = _words(journal, name) if name else []
                if kept[:turns] != sitting.said[:turns] or len(kept) > turns + 1:
                    yield "lost", f"{turns} turns acknowledged, {len(kept)} kept"
        finally:
            journal.close()


def _words(journal: Any, name: str) -> list[str]:
    stream = next((one for one in journal.streams() if one.endswith(name)), name)
    return [one.event.text for one in journal.read(stream) if one.event.kind in ("rep_said", "line_tried")]


def _acked(raw: bytes) -> tuple[str, int]:
    """Which talk it is, and how many turns were answered before a program that reads would have been told so."""
    rows = [json.loads(line) for line in raw.split(b"\n")[:-1]]
    answers = sum(row["type"] in ("ask", "customer", "record") for row in rows)
    return next((row["id"] for row in rows if "id" in row), ""), max(0, answers - 1)


def run(count: int, weak: str = "", sittings: int = 4) -> Cuts:
    """Records a run and cuts it."""
    with tempfile.TemporaryDirectory() as made:
        held = record(Path(made), weak, sittings)
        return cut(Path(made), held, count)


def main() -> None:
    """`scripts/torture/run powercuts --times N`: N cuts, and as controls the same with weaker settings; exit status 1
    if anything was lost or a control was not caught.
    """
    times = numbers("powercuts", __doc__, times=2000).times
    told = run(times)
    print(*told.faults[:20], sep="\n")
    print(f"{told.cuts} cuts: {told.lost} lost acknowledged turns, {told.broken} could not be read.")
    missed = 0
    for weak in SETTINGS:
        control = run(max(50, times // 10), weak)
        missed += not control.lost
        print(f"Control ({weak}): {control.lost} of {control.cuts} lost, {control.broken} could not be read.")
    sys.exit(bool(told.lost or told.broken or missed))


if __name__ == "__main__":
    main()
