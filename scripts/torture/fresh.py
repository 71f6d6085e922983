"""A fresh machine: an empty home, no cache, nothing but Python and pip (and what the lock file says). Both commands of
the README, the wheel alone, an installation as a tool, a folder with spaces and Chinese characters, a home nobody may
write, a locale without UTF-8.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from scripts.torture.commands import lines
from scripts.torture.options import numbers
from scripts.torture.wrong_files import without_privilege

ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "PIP_", "UV_", "SSL_", "http_proxy", "https_proxy")
"""Beginnings of what a machine says about where it gets packages."""
_SAID = lines("saw Dana Whitfield at Whitfield Cold Store, not signed", "A, 80")


class Machine:
    """A home of its own, and a clone of this repository as it was last committed in a folder `name` of it."""

    def __init__(self, folder: Path, name: str = "coach", locale: str = "C.UTF-8") -> None:
        self.home, self.clone = folder / "home", folder / name
        self.home.mkdir()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.clone)], check=True)
        self.environ = {key: value for key, value in os.environ.items() if key.startswith(_KEPT)}
        self.environ |= {
            "HOME": str(self.home),
            "LANG": locale,
            "LC_ALL": locale,
            "PIP_NO_CACHE_DIR": "1",
            "TERM": "dumb",
        }

    def run(
        self, *command: object, given: bytes = b"", unprivileged: bool = False, **more: str
    ) -> "subprocess.CompletedProcess[bytes]":
        """Runs a command in the clone."""
        before: Sequence[str] = without_privilege() if unprivileged else []
        return subprocess.run(
            [*before, *map(str, command)], input=given, capture_output=True, check=False, cwd=self.clone, env={**self.environ, **more}
        )  # fmt: skip


def readme(folder: Path, name: str = "coach", locale: str = "C.UTF-8", tests: Sequence[str] = ()) -> Iterator[str]:
    """Both commands of the README in a fresh clone."""
    machine = Machine(folder, name, locale)
    began = time.perf_counter()
    yield from _talks(machine, "python3", "scripts/run")
    yield from _wrong("python3 scripts/test", machine.run("python3", "scripts/test", *tests))
    print(f"  {name}, {locale}: {time.perf_counter() - began:.0f} s", flush=True)


def wheel(folder: Path) -> Iterator[str]:
    """The wheel in an environment of its own, away from the sources."""
    machine = Machine(folder)
    made = machine.run("python3", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder / "wheels", ".")
    yield from _wrong("pip wheel", made)
    yield from _wrong("venv", machine.run("python3", "-m", "venv", folder / "alone"))
    python = folder / "alone" / "bin" / "python"
    for file in (folder / "wheels").glob("coach-*.whl"):
        constraints = machine.clone / "constraints.txt"
        yield from _wrong(
            "pip install", machine.run(python, "-m", "pip", "install", "--quiet", "--constraint", constraints, file)
        )
    shutil.copyfile(machine.clone / "constraints.txt", folder / "constraints.txt")
    shutil.rmtree(machine.clone)
    machine.clone.mkdir()
    yield from _talks(machine, python.with_name("coach"))
    yield from _talks(machine, python, "-I", "-m", "coach")


def tool(folder: Path) -> Iterator[str]:
    """`uv tool install .`, where uv is there."""
    uv = shutil.which("uv")
    if uv is None:
        print("  uv is not there; not tried", flush=True)
        return
    machine = Machine(folder)
    yield from _wrong("uv tool install", machine.run(uv, "tool", "install", "--quiet", "."))
    yield from _talks(machine, machine.home / ".local" / "bin" / "coach")


def read_only_home(folder: Path) -> Iterator[str]:
    """A home nobody may write: coach says so, and works with a folder that can be written."""
    machine = Machine(folder)
    yield from _wrong("setting up", machine.run("python3", "scripts/run", "--version"))
    machine.home.chmod(0o500)
    python = machine.clone / ".venv" / "bin" / "python"
    refused = machine.run(python, "-m", "coach", "debrief", "--jsonl", "--lang", "en", given=_SAID, unprivileged=True)
    if refused.returncode != 1 or b"Traceback" in refused.stderr or str(machine.home).encode() not in refused.stderr:
        yield f"a read-only home: {refused.returncode} {refused.stderr.decode()[-300:]}"
    yield from _talks(machine, python, "-m", "coach", unprivileged=True)
    machine.home.chmod(0o700)


def _talks(machine: Machine, *program: object, unprivileged: bool = False) -> Iterator[str]:
    """Whether the program says its version, holds a debrief in both languages and lists it."""
    run = partial(machine.run, *program, unprivileged=unprivileged)
    with tempfile.TemporaryDirectory() as data:
        yield from _wrong("--version", run("--version"))
        for language in ("zh", "en"):
            talk = run("debrief", "--jsonl", "--lang", language, "--data", data, given=_SAID)
            yield from _wrong(f"debrief in {language}", talk, b'"open"')
        yield from _wrong("list", run("list", "--lang", "zh", "--data", data))
        shelf = run("practise", "--list", "--lang", "zh", "--data", data)
        yield from _wrong("practise", shelf, "面包房".encode())


def _wrong(what: str, done: "subprocess.CompletedProcess[bytes]", wanted: bytes = b"") -> Iterator[str]:
    if done.returncode or wanted not in done.stdout:
        yield f"{what}: {done.returncode} {(done.stdout[-600:] + done.stderr[-600:]).decode('utf-8', 'replace')}"


SHORT = ("tests/architecture/test_phrases.py", "tests/domain")
CASES: dict[str, Callable[[Path], Iterator[str]]] = {
    "both commands of the README": readme,
    "a folder with spaces and Chinese characters": lambda folder: readme(folder, "教练 coach 副本", tests=SHORT),
    "a locale without UTF-8": lambda folder: readme(folder, locale="C", tests=SHORT),
    "the wheel alone": wheel,
    "installed as a tool": tool,
    "a read-only home": read_only_home,
}


def broken(folder: Path) -> Iterator[str]:
    """The control: a clone whose lock file requires a package that does not exist."""
    machine = Machine(folder)
    with (machine.clone / "constraints.txt").open("a") as file:
        file.write("textual==0.0.1\n")
    yield from _talks(machine, "python3", "scripts/run")


def main() -> None:
    """`scripts/torture/run fresh`; exit status 1 if something does not work on a fresh machine, or the control was not
    caught.
    """
    numbers("fresh", __doc__)
    faults = []
    for name, case in {**CASES, "control": broken}.items():
        with tempfile.TemporaryDirectory() as made:
            found = list(case(Path(made)))
        print(
            f"{name}: {'; '.join(found) if found else 'works'}"
            if name != "control"
            else f"Control (a broken lock file): {len(found)} faults"
        )
        faults += [name] * (bool(found) == (name != "control"))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
