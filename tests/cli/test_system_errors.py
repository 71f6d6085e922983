"""What the operating system refuses is told in the language spoken, with the file it is about."""

import errno
import os
from pathlib import Path

import pytest
from scripts.torture.commands import run

from coach.files import SystemReason
from coach.phrases import LANGUAGES, load, system_words

COMMON = ("ENOSPC", "EACCES", "EROFS", "ENOENT", "EISDIR", "EEXIST", "ENAMETOOLONG", "EIO", "EMFILE")


def failure(code: int) -> OSError:
    return OSError(code, os.strerror(code), "/some/file")


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


@pytest.mark.parametrize("name", COMMON)
def test_the_common_errors_have_words_in_both_languages(name: str) -> None:
    reason = SystemReason(failure(getattr(errno, name)))
    for language in LANGUAGES:
        said = load(language).say("export.unwritable", file="f", why=reason)
        assert os.strerror(getattr(errno, name)) not in said
        assert is_chinese(said) == (language == "zh")


def test_an_error_without_words_of_ours_keeps_the_systems() -> None:
    assert system_words(SystemReason(failure(errno.EXDEV)), "zh") == os.strerror(errno.EXDEV)
    assert system_words(SystemReason(OSError("cut short")), "zh") == "cut short"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_cannot_be_written_or_read_is_named_with_the_reason(language: str, demo: Path, tmp_path: Path) -> None:  # fmt: skip
    target = tmp_path / ("x" * 300)
    for command in (("export", "--to", f"{target}.csv"), ("calendar", "--output", target)):
        done = run(*command, "--data", demo, "--lang", language)
        assert done.status == 1
        assert load(language).say("system.ENAMETOOLONG") in done.said


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no folder in which nobody can make a file")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["share", "backup"])
def test_a_copy_that_cannot_be_written_is_no_lost_line_of_a_talk(language: str, command: str, demo: Path) -> None:
    target = Path("/proc/nothing.copy")
    done = run(command, *(("--to", target) if command == "share" else (target,)), "--data", demo, "--lang", language)
    assert done.status == 1
    book = load(language)
    told = book.say("journal.unwritable", path=target, why=book.say("system.ENOENT"))
    assert done.said.strip() == f"coach: {told}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_that_cannot_be_read_say_why(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.touch(0o000)
    monkeypatch.setenv("COACH_CONFIG", str(config))
    if os.access(config, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert load(language).say("system.EACCES") in run("list", "--lang", language).said
