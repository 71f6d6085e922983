"""Output that cannot be written is reported, with exit status 1."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


@pytest.mark.parametrize("command", [["--version"], ["--help"], ["list"], ["list", "--json"], ["doctor"]], ids=" ".join)
def test_a_full_disk_behind_stdout_ends_with_one_and_a_sentence(command: list[str], tmp_path: Path) -> None:
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**environ, "COACH_DATA": str(tmp_path)},
            check=False,
        )
    assert done.returncode == 1
    assert b"stdout" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
