from pathlib import Path

import pytest
from scripts.torture.commands import run


@pytest.mark.parametrize("given", [b"", b"\n \n", b"/quit\n", "/退出\n".encode(), b"/help\n/quit\n"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plain_talk_in_which_nothing_was_said_leaves_nothing_behind(language: str, given: bytes, empty: Path) -> None:
    done = run("debrief", "--plain", "--data", empty, "--lang", language, given=given)
    assert done.status == 0
    assert len(done.out.splitlines()) >= 2, "the question is shown"
    assert run("list", "--json", "--data", empty).data == []


def test_what_is_first_said_in_plain_lines_answers_the_question_that_was_shown(empty: Path) -> None:
    done = run("debrief", "--plain", "--data", empty, "--lang", "en", given=b"saw Dana at Acme Foods\n")
    (row,) = run("list", "--json", "--data", empty).data
    first, said = run("show", row["id"], "--json", "--data", empty).data["transcript"][:2]
    assert done.out.splitlines()[1].endswith(first["text"])
    assert said["text"] == "saw Dana at Acme Foods"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_has_no_screen_is_told_how_to_get_help_how_to_stop_and_how_to_go_on(language: str, empty: Path) -> None:
    store = ("--data", empty, "--lang", language)
    told = run("debrief", "--plain", *store, given=b"saw Dana at Acme Foods\n").out
    assert "/help" in told.splitlines()[0]
    assert "/quit" in told.splitlines()[0]
    (row,) = run("list", "--json", *store).data
    assert f"coach debrief --resume {row['id']}" in told
    again = run("debrief", "--resume", row["id"], "--plain", *store, given=b"/quit\n").out
    assert "/help" in again.splitlines()[0]
    assert f"coach debrief --resume {row['id']}" in again


def test_what_can_be_said_is_told_before_anything_was(empty: Path) -> None:
    told = run("debrief", "--plain", "--data", empty, "--lang", "en", given=b"/help\nsaw Dana at Acme Foods\n").out
    assert told.index("/back") < told.index("Acme Foods")
    assert run("list", "--json", "--data", empty).data[0]["customer"] == "Acme Foods"
