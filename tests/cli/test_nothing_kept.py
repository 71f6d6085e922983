"""A folder named by mistake, in which nothing is kept: it is told of, and nothing is made there."""

from pathlib import Path

import pytest
from scripts.torture.commands import run

from tests.cli.test_commands import zh_or_en

ON_WHAT_IS_THERE = (
    "list", "show x", "due", "outcome x signed", "calendar", "search x", "inbox", "review x", "ledger", "names", "export",
    "share --to FILE", "erase x", "rebuild", "backup FILE", "debrief --resume x --jsonl", "practise --from x --jsonl",
    "practise --attempts",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("named", ["--data", "COACH_DATA"])
@pytest.mark.parametrize("command", ON_WHAT_IS_THERE, ids=lambda command: command.split()[0])
def test_a_folder_in_which_nothing_is_kept_is_named_and_left_as_it_is(command: str, named: str, empty: Path, tmp_path: Path, language: str) -> None:  # fmt: skip
    words = [word.replace("FILE", str(tmp_path / "file")) for word in command.split()]
    told = ["--data", empty] if named == "--data" else []
    done = run(*words, *told, "--lang", language, environ={"COACH_DATA": str(empty)})
    assert done.status == 1
    assert not done.out
    assert str(empty) in done.said
    assert zh_or_en(done, language)
    assert not empty.exists()
