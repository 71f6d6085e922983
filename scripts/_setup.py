"""Creates the virtual environment of the other scripts: .venv beside the sources, from the lock file. Needs Python 3.11
and pip; uses uv if it is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment(*extras: str) -> Path:
    """The environment's Python, with coach and the extras installed; set up or brought up to date if it is not.

    Ends the program with an error message if that fails.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what an older Python is told by
        sys.exit(f"coach needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    stamp = VENV / f".installed-{'-'.join(extras) or 'plain'}"
    wanted = _fingerprint()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return PYTHON
    print("coach: setting up .venv, once; this takes a minute", file=sys.stderr)
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    uv = shutil.which("uv")
    if not PYTHON.exists():
        _run(
            [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]
            if uv
            else [sys.executable, "-m", "venv", str(VENV)]
        )
    installer = (
        [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
        if uv
        else [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    )
    _run([*installer, "--constraint", str(ROOT / "constraints.txt"), "--editable", target])
    stamp.write_text(wanted)
    return PYTHON


def become(python: Path, arguments: Sequence[str]) -> None:
    """Replaces this process by `python` with these arguments."""
    if os.name == "nt":
        sys.exit(subprocess.run([str(python), *arguments], check=False).returncode)
    os.execv(python, [str(python), *arguments])


def _fingerprint() -> str:
    files = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
    return hashlib.sha256(b"".join(file.read_bytes() for file in files) + sys.version.encode()).hexdigest()


def _run(command: Sequence[str | None]) -> None:
    done = subprocess.run([part for part in command if part], check=False, cwd=ROOT)
    if done.returncode:
        sys.exit(f"coach: this failed: {' '.join(part for part in command if part)}")
