"""What `--help` says is true of the command it stands at, and says it in the reader's words."""

from pathlib import Path

import pytest
from scripts.torture.commands import run

from coach.cli.main import COMMANDS, SECTIONS


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_commands_stand_under_headings_each_once(language: str) -> None:
    told = run("--lang", language, "--help").out
    assert [line.split()[0] for line in told.splitlines() if line.startswith("  ") and line.split()[0] in COMMANDS] == [
        name for section in SECTIONS.values() for name in section
    ]
    assert told.count(":\n") + told.count("：\n") == len(SECTIONS) + 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_number_is_asked_for_as_one(command: str) -> None:
    assert "INTEGER" not in run(command, "--help").out


def test_what_is_gone_on_with_is_named_for_what_it_is() -> None:
    assert "--resume ID                 Go on with the rehearsal" in run("practise", "--help").out
    assert "Go on with the debrief" in run("debrief", "--help").out


def test_the_calendar_is_written_like_every_other_file(demo: Path, tmp_path: Path) -> None:
    assert run("calendar", "--to", tmp_path / "coach.ics", "--data", demo).status == 0
    assert (tmp_path / "coach.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("command", ["export", "share"])
def test_what_takes_no_folder_does_not_offer_to(command: str) -> None:
    assert "folder" not in next(line for line in run(command, "--help").out.splitlines() if "--to " in line)
