"""What the command line library says itself comes in the user's language too."""

import io
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from scripts.torture.commands import run

from coach.cli.main import COMMANDS
from coach.locations import assets

CATALOGUES = sorted((assets() / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_shipped_was_compiled_from_what_is_written(source: Path) -> None:
    compiled = io.BytesIO()
    with source.open("rb") as read:
        catalogue = read_po(read, abort_invalid=True)
    write_mo(compiled, catalogue)
    assert source.with_suffix(".mo").read_bytes() == compiled.getvalue()
    for message in catalogue:
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        assert message.id == "" or (all(told) and not message.fuzzy), message.id


def test_there_is_a_catalogue() -> None:
    assert CATALOGUES


@pytest.mark.parametrize(
    "call",
    [
        ("--help",),
        ("inbox", "--help"),
        ("inbx",),
        ("inbox", "--class", "Z"),
        ("inbox", "--limit", "x"),
        ("inbox", "--limit", "0"),
        ("show",),
        ("show", "a", "b"),
        ("debrief", "--resume"),
        ("--nothing",),
        ("list", "--json=1"),
    ],
    ids=" ".join,
)
def test_help_and_complaints_speak_one_language(call: tuple[str, ...]) -> None:
    done = run("--lang", "zh", *call)
    said = done.out + done.said
    assert any(word in said for word in ("用法", "出错"))
    assert not any(word in said for word in ("Usage", "Options", "Try ", "Error", "Missing", "Invalid", "No such"))


@pytest.mark.parametrize("call", [("--lang=zh", "--help"), ("list", "--lang=zh", "--help"), ("--lang=en", "list", "--lang=zh", "--help")], ids=" ".join)  # fmt: skip
def test_an_option_means_the_same_in_either_spelling_and_the_last_one_counts(call: tuple[str, ...]) -> None:
    assert "用法" in run(*call).out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_is_in_chinese(command: str) -> None:
    said = run("--lang", "zh", command, "--help").out
    assert not any(word in said for word in ("Usage", "Options", "required", "default:"))


def test_a_file_where_a_folder_is_wanted_is_told_in_chinese_before_and_behind_the_command(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for words in (("--data", tmp_path / "file", "demo"), ("demo", "--data", tmp_path / "file")):
        assert "是个文件，这里要的是文件夹。" in run("--lang", "zh", *words).said
        assert "Directory" not in run("--lang", "zh", *words).said
    assert "是个文件夹，这里要的是文件。" in run("--lang", "zh", "backup", tmp_path).said


def test_they_speak_english_where_english_is_asked_for() -> None:
    assert "No such option" in run("--lang", "en", "--nothing").said
