"""Many windows on one store: each process holds debriefs of its own turn by turn, while another lists, exports, shares,
searches and copies. Nothing is lost, and nobody is told of an error.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scripts.torture.commands import run
from scripts.torture.options import numbers

from coach import wiring
from coach.domain.history import fold
from coach.journal.doctor import doctor
from coach.journal.memory import MemoryJournal
from coach.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FORGETFUL = "forgetful"
_READING = (
    ["list"], ["due"], ["export", "--format", "json"], ["export", "--format", "html"], ["search", "price"], ["ledger"], ["inbox"],
    ["share", "--all", "--force", "--to", "shared.coach"], ["doctor"], ["backup", "copy.db"],
)  # fmt: skip


class Windows(NamedTuple):
    """What was said, how often it was read meanwhile, and the faults."""

    said: int
    read: int
    faults: list[str]


def crowd(processes: int, turns: int, how: str = "") -> Windows:
    """Runs writing processes with a number of turns each on one store, and one that reads, exports, shares and copies
    it meanwhile.
    """
    with tempfile.TemporaryDirectory() as made:
        folder, done = Path(made) / "kept", Path(made) / "done"
        wiring.open_journal(Settings(data=folder)).close()
        running = [_started("hold", folder, f"w{n}", turns, how) for n in range(processes)]
        reader = _started("read", folder, done)
        told = [process.communicate(timeout=3600) for process in running]
        done.touch()
        read, complaint = reader.communicate(timeout=120)
        faults = [one[1].strip()[-300:] for one in [*told, (read, complaint)] if one[1].strip()]
        said = [json.loads(line) for one in told for line in one[0].splitlines()]
        if len(said) != processes * turns:
            faults.append(f"{len(said)} turns said of {processes * turns}")
        faults += _missing(folder, said)
        faults += [f"doctor: {found.code}" for found in doctor(folder / "coach.db") if found.severity != "ok"]
        return Windows(len(said), int(read or 0), faults)


def _missing(folder: Path, said: list[list[str]]) -> list[str]:
    wanted: dict[str, list[str]] = {}
    for name, text in said:
        wanted.setdefault(name, []).append(text)
    faults = []
    with wiring.opened(Settings(data=folder)) as journal:
        for name, texts in wanted.items():
            kept = [line.text for line in fold(name, journal.read(name)).transcript if line.who == "rep"]
            found = [" ".join(text.split()[:2]) for text in kept]
            if found != texts:
                faults.append(
                    f"{name}: not kept {Counter(texts) - Counter(found)}, too often {Counter(found) - Counter(texts)}"
                )
    return faults


def hold(folder: Path, who: str, turns: int, how: str) -> None:
    """One window: holds turns, with a new debrief whenever one is recorded, and reports each turn once it is stored."""
    settings = Settings(data=folder, rep=who)
    desk = wiring.debriefing(settings, MemoryJournal() if how == FORGETFUL else None)
    talk = desk.open(who, "en")
    for n in range(turns):
        if talk.debrief.recorded:
            talk.release()
            talk = desk.open(who, "en")
        talk.say(f"{who} {n} she asked for a price and will think about it")
        print(json.dumps([talk.id, f"{who} {n}"]), flush=True)
    desk.journal.close()


def read(folder: Path, until: Path) -> None:
    """Runs the reading commands in a loop and reports their errors."""
    count = 0
    while not until.exists() or count < len(_READING):
        (folder.parent / "copy.db").unlink(missing_ok=True)
        command = [part.replace("shared.", f"{folder.parent}/shared.") for part in _READING[count % len(_READING)]]
        command = [part.replace("copy.", f"{folder.parent}/copy.") for part in command]
        done = run(*command, "--data", folder, "--lang", "en", environ={"COACH_REP": "w0"})
        empty = b"--demo" in done.errors or b"no debrief" in done.errors.lower()
        if (done.status or done.errors) and not empty:
            print(f"{command[0]}: {done.status} {done.said}{done.out if done.status else ''}", file=sys.stderr)
        count += 1
    print(count)


def _started(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "scripts.torture.windows", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def main() -> None:
    """`scripts/torture/run windows --processes N --turns M`; exit status 1 if there was a fault or the control was not
    caught.
    """
    given = numbers("windows", __doc__, processes=8, turns=500)
    told = crowd(given.processes, given.turns)
    control = crowd(2, 3, FORGETFUL)
    print(*told.faults, sep="\n")
    print(
        f"{told.said} turns, read {told.read} times meanwhile: {len(told.faults)} faults."
        f" Control (kept in memory only): {'caught' if control.faults else 'NOT caught'}."
    )
    sys.exit(bool(told.faults) or not control.faults)


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        hold(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5])
    elif sys.argv[1:2] == ["read"]:
        read(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
