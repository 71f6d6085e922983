from pathlib import Path

import pytest
from scripts.torture.commands import run


@pytest.mark.parametrize("given", [b"", b"\n \n", b"/quit\n", "/退出\n".encode()])
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
    assert done.out.splitlines()[0].endswith(first["text"])
    assert said["text"] == "saw Dana at Acme Foods"
