"""Formatting, lint, types and the direction of imports are tests like any other."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = [str(file.relative_to(ROOT)) for file in (ROOT / "scripts").iterdir() if file.is_file() and not file.suffix]
"""The scripts without an ending, which the tools do not find by themselves."""
PLACES = ("src", "tests", "scripts", *sorted(COMMANDS))
TOOLS = {
    "the code is formatted": ("-m", "ruff", "format", "--check", *PLACES),
    "the linter finds nothing": ("-m", "ruff", "check", *PLACES),
    "the types hold": ("-m", "mypy", *PLACES),
    "arrows point down and siblings never meet": (
        "-c",
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())",
    ),
}


@pytest.mark.parametrize("what", TOOLS)
def test_tools_find_nothing(what: str) -> None:
    done = subprocess.run([sys.executable, *TOOLS[what]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{what}:\n{done.stdout}{done.stderr}"
