"""Files that are no sound store lying where the store should be: every command says so, leaves them as they are, and
makes nothing in their place.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from scripts.torture.commands import lines
from scripts.torture.flips import Sound

from coach.conduct.debriefing import Debriefing
from coach.journal.sqlite import SqliteJournal
from coach.wiring import SystemClock, draw, listener

_READERS = (
    ["list"],
    ["due"],
    ["search", "客户"],
    ["ledger"],
    ["export", "--format", "json"],
    ["share", "--all", "--to", "OUT"],
)
COMMANDS = (*_READERS, ["debrief", "--jsonl"], ["practise", "--jsonl"], ["doctor"], ["backup", "OUT"])
SHORT = (["debrief", "--jsonl"], ["doctor"], ["list"])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def _cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _another_programs(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("create table recipes (name)")
    db.close()


def _a_text(path: Path) -> None:
    path.write_text("客户名单\n" * 1000, "utf-8")


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")
    db.close()


def _headless(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _gone(path: Path) -> None:
    path.unlink()


def _older(path: Path) -> None:
    before = path.read_bytes()
    journal = SqliteJournal(path)
    Debriefing(journal, listener(), SystemClock(), draw).open("rep", "en")
    journal.close()
    path.write_bytes(before)


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere.db"))


WRONG: dict[str, Callable[[Path], None]] = {
    "empty": _emptied, "one byte": _one_byte, "cut in half": _cut_in_half, "another program's": _another_programs, "a text": _a_text,
    "newer": _newer, "without its header": _headless, "nothing but zeros": _zeros, "a folder": _a_folder, "gone": _gone,
    "an older copy": _older, "a link to nowhere": _dangling,
}  # fmt: skip


def wrong(name: str, commands: Sequence[list[str]] = COMMANDS) -> Iterator[str]:
    """The faults with one wrong file, over these commands."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "coach.db"
        Sound(path, 3)
        WRONG[name](path)
        for command in commands:
            before = _content(Path(made))
            done = _run(command, Path(made))
            if done.returncode == 0:
                yield f"{name}: {command[0]} ends with 0"
            if b"Traceback" in done.stderr or not done.stderr + done.stdout:
                yield f"{name}: {command[0]} says {done.stderr[-200:]!r}"
            if _content(Path(made)) != before:
                yield f"{name}: {command[0]} changed what lies there"


def read_only(commands: Sequence[list[str]] = COMMANDS) -> Iterator[str]:
    """A store and a folder nobody may write: said, and untouched."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "kept"
        folder.mkdir()
        Sound(folder / "coach.db", 3)
        shutil.rmtree(folder / "locks", ignore_errors=True)
        (folder / "coach.db").chmod(0o400)
        folder.chmod(0o500)
        before = _content(folder)
        for command in commands:
            done = _run(command, folder, unprivileged=True)
            if b"Traceback" in done.stderr or b"crash-" in done.stderr:
                yield f"read-only: {command[0]} says {done.stderr[-200:]!r}"
            if command[0] in ("debrief", "practise") and (
                done.returncode == 0 or str(folder).encode() not in done.stderr
            ):
                yield f"read-only: {command[0]} ends with {done.returncode}: {done.stderr[-200:]!r}"
        folder.chmod(0o700)
        if _content(folder) != before:
            yield "read-only: changed"


def without_privilege() -> list[str]:
    """What makes a command respect permissions also where root runs it."""
    setpriv = shutil.which("setpriv")
    bounded = "-dac_override,-dac_read_search"
    return [setpriv, "--bounding-set", bounded] if os.geteuid() == 0 and setpriv else []


def _run(command: list[str], folder: Path, unprivileged: bool = False) -> "subprocess.CompletedProcess[bytes]":
    with tempfile.TemporaryDirectory() as elsewhere:
        asked = [part.replace("OUT", f"{elsewhere}/out") for part in command]
        return subprocess.run(
            [*(without_privilege() if unprivileged else []), sys.executable, "-m", "coach", *asked, "--data", str(folder)],
            input=lines("saw Dana", "A, 80"), capture_output=True, check=False, env={**os.environ, "COACH_LANG": "en"},
        )  # fmt: skip


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(file): file.read_bytes() if file.is_file() else b""
        for file in sorted(folder.rglob("*"))
        if "locks" not in file.parts
    }
