"""Formatting, lint, types and the direction of imports are tests like any other."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {
    "the code is formatted": ("-m", "ruff", "format", "--check", "src", "tests", "scripts"),
    "the linter finds nothing": ("-m", "ruff", "check", "src", "tests", "scripts"),
    "the types hold": ("-m", "mypy"),
    "arrows point down and siblings never meet": (
        "-c",
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())",
    ),
}


@pytest.mark.parametrize("what", TOOLS)
def test_tools_find_nothing(what: str) -> None:
    done = subprocess.run([sys.executable, *TOOLS[what]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{what}:\n{done.stdout}{done.stderr}"
