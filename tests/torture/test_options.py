"""Every harness tells its options when it is asked for them, and refuses what is none, instead of setting to work."""

import subprocess
import sys

import pytest


def asked(harness: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", f"scripts.torture.{harness}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(("harness", "options"), [("damage", ("--times", "--calls", "--at-once")), ("fresh", ())])
def test_a_harness_asked_for_help_tells_its_options_and_does_nothing(harness: str, options: tuple[str, ...]) -> None:
    told = asked(harness, "--help")
    assert told.returncode == 0
    assert f"usage: scripts/torture/run {harness}" in told.stdout
    assert all(option in told.stdout for option in options)


def test_a_word_that_is_no_option_is_refused() -> None:
    refused = asked("killing", "--often", "3")
    assert refused.returncode == 2
    assert "usage: scripts/torture/run kills" in refused.stderr
