"""What the READMEs name is there: commands with their options, scripts, pictures; the same in both languages."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from coach.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
TOLD = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")}


def commands(text: str) -> list[list[str]]:
    return [found.split() for found in re.findall(r"`coach ([a-z][^`]*)`", text)]


@pytest.mark.parametrize("name", TOLD)
def test_every_command_named_exists_and_takes_the_options_named(name: str) -> None:
    named = commands(TOLD[name])
    assert len(named) > 15
    for word, *more in named:
        module, _, attribute = COMMANDS[word].partition(":")
        command = getattr(import_module(module), attribute)
        known = {option for part in command.params for option in part.opts if isinstance(part, click.Option)}
        assert {option for option in more if option.startswith("--")} <= known | {"--json"}, (word, more)


@pytest.mark.parametrize("name", TOLD)
def test_every_file_linked_and_every_script_named_is_there(name: str) -> None:
    text = TOLD[name]
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    scripts = re.findall(r"scripts/\w+", text)
    assert linked
    assert scripts
    assert [target for target in (*linked, *scripts) if not (ROOT / target).exists()] == []


def test_both_readmes_name_the_same_commands() -> None:
    english, chinese = ({word for word, *_ in commands(text)} for text in TOLD.values())
    assert english == chinese


def test_pictures_fetch_nothing_and_are_small() -> None:
    for picture in (ROOT / "docs" / "screens").glob("*.svg"):
        text = picture.read_text("utf-8")
        assert len(text) < 80_000, picture
        assert set(re.findall(r"https?://[^\"' ]+", text)) <= {"http://www.w3.org/2000/svg"}, picture
