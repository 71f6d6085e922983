"""P1, P2, P5, P6, P7: from exec to the first question, to the first key echoed, to the help page; memory; modules."""

import os
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from scripts.bench_parts.table import APPS, PYTHON, Row, paired
from scripts.torture.terminal import COACH, Terminal

MARK, QUESTION = b"HELLO-ANCHOR", b"Write here"
LATE = {
    "pydantic",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "jieba",
    "rjieba",
    "dateparser",
    "numpy",
    "jinja2",
    "babel",
    "duckdb",
}
COMMANDS = 26


def painted(command: Sequence[str], mark: bytes, key: bytes = b"") -> tuple[float, float, float, float]:
    """Milliseconds to the mark, processor milliseconds till then, MiB then, and milliseconds until a key typed was shown."""
    with Terminal(command) as terminal:
        terminal.wait(mark)
        wall = time.perf_counter() - terminal.began
        spent, peak, echoed = terminal.spent, terminal.peak, 0.0
        if key:
            since = len(terminal.raw)
            terminal.send(key)
            terminal.wait(key, since=since)
            echoed = time.perf_counter() - terminal.began
    return wall * 1e3, spent, peak, echoed * 1e3


def first_paint(rounds: int) -> Iterator[Row]:
    """P1, P2 and the first half of P5."""
    cases = {"bare": ((PYTHON, str(APPS / "bare.py")), MARK, b""), "coach": ((*COACH, "debrief"), QUESTION, b"Z")}
    found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in cases}
    for n in range(rounds + 1):
        for name, (command, mark, key) in cases.items():
            one = painted(command, mark, key)
            if n:
                found[name].append(one)
    bare, ours = ([*zip(*found[name], strict=True)] for name in ("bare", "coach"))
    for at, what in ((1, "processor time to the first question"), (0, "wall time to the first question")):
        yield Row(
            "P1", what, median(ours[at]), "ms", median(bare[at]), "bare Textual app", paired(ours[at], bare[at]), 1.15
        )
    yield Row(
        "P2",
        "first key echoed",
        median(ours[3]),
        "ms",
        median(bare[0]),
        "bare Textual app's paint",
        paired(ours[3], bare[0]),
        1.25,
    )
    more = median(ours[2]) - median(bare[2])
    yield Row("P5", "memory at the first question above the bare app's", more, "MiB", allowed=6)


def paint_with_a_store(path: Path, rounds: int) -> Iterator[Row]:
    """P4: a new debrief, and an unfinished one gone on with, on a large store."""
    from scripts.bench_parts.turns import Day, Deaf

    from coach.conduct.debriefing import Debriefing
    from coach.journal.sqlite import SqliteJournal

    journal = SqliteJournal(path)
    talk = Debriefing(journal, Deaf(), Day(), random.Random(1).randrange).open("rep", "en")  # type: ignore[arg-type]
    talk.release()
    journal.close()
    debrief = (*COACH, "debrief", "--data", str(path.parent))
    cases = {
        "bare": ((PYTHON, str(APPS / "bare.py")), MARK),
        "a new debrief": (debrief, QUESTION),
        "an unfinished one": ((*debrief, "--resume", talk.id), QUESTION),
    }
    found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in cases}
    for n in range(rounds + 1):
        for name, (command, mark) in cases.items():
            one = painted(command, mark)
            if n:
                found[name].append(one)
    bare, *ours = ([*zip(*times, strict=True)] for times in found.values())
    for name, times in zip(("a new debrief", "an unfinished one"), ours, strict=True):
        for at, kind in ((1, "processor"), (0, "wall")):
            what = f"{kind} time to the question of {name}, on the made store"
            ratio = paired(times[at], bare[at])
            yield Row("P4", what, median(times[at]), "ms", median(bare[at]), "bare Textual app", ratio, 1.25)


def help_page(rounds: int) -> Iterator[Row]:
    """P6."""
    for option in ("--help", "--version"):
        cases = {"coach": (*COACH, option), "click": (PYTHON, str(APPS / "click_app.py"), str(COMMANDS), option)}
        spent: dict[str, list[float]] = {name: [] for name in cases}
        for n in range(rounds + 1):
            for name, command in cases.items():
                cpu = _spent(command)
                if n:
                    spent[name].append(cpu)
        yield Row(
            "P6",
            f"coach {option}, processor time",
            median(spent["coach"]),
            "ms",
            median(spent["click"]),
            "click app of as many commands",
            paired(spent["coach"], spent["click"]),
            1.2,
        )


def _spent(command: Sequence[str]) -> float:
    null = os.open(os.devnull, os.O_RDWR)
    pid = os.posix_spawnp(
        command[0], list(command), os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, n) for n in (0, 1, 2)]
    )
    _, status, used = os.wait4(pid, 0)
    os.close(null)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {status}")
    return (used.ru_utime + used.ru_stime) * 1e3


def modules(*arguments: str) -> set[str]:
    """The modules coach has loaded when it paints first."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "modules"
        with Terminal((PYTHON, str(APPS / "modules_at_paint.py"), str(target), *arguments)) as terminal:
            end = time.perf_counter() + 20
            while not target.exists() and time.perf_counter() < end:
                terminal.read()
            terminal.settle()
        return set(target.read_text().split())


def modules_at_paint() -> Iterator[Row]:
    """P7."""
    loaded = modules("debrief")
    bare = subprocess.run(
        [PYTHON, "-c", "import sys; from textual.app import App; from textual.widgets import Static; import textual.drivers.linux_driver; print(len(sys.modules))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    late = {name for name in loaded if name.split(".")[0] in LATE}
    yield Row(
        "P7", "modules at first paint that belong behind it", len(late), "", allowed=0, beside=", ".join(sorted(late))
    )
    yield Row("P7", "modules at first paint", len(loaded), "", int(bare.stdout), "Textual's own")
