"""The short form of scripts/torture/run hostile."""

import pytest
from scripts.torture.commands import run
from scripts.torture.hostile import CLASSES, raw_controls, texts
from scripts.torture.hostile_run import UNCLEAN, through
from scripts.torture.surfaces import intruders


def test_every_class_of_hostile_text_is_there() -> None:
    assert {name for name, _ in texts(1, 40)} == {*CLASSES, "mixed"}


@pytest.mark.parametrize("on_screen", [False, True])
def test_hostile_text_comes_through_nowhere(on_screen: bool) -> None:
    told = through(2 + on_screen, on_screen=on_screen, small=True)
    assert told.faults == []
    assert told.texts > 200


def test_the_harness_catches_a_screen_without_a_filter() -> None:
    caught = (fault for seed in (1, 2, 3) for fault in through(seed, UNCLEAN, on_screen=True, small=True).faults)
    assert any("on the terminal" in fault for fault in caught)  # on a slow machine not at the first look


def test_what_acts_on_a_terminal_is_seen_among_what_the_screen_writes() -> None:
    ours = b"\x1b[0m\x1b[1;38;2;1;2;3;48;2;4;5;6mA\x1b[3;4H\r\n\x1b[?2026h"
    assert intruders(ours) == []
    for act in (
        b"\x1b[2J",
        b"\x1b[31m",
        b"\x1b[6n",
        b"\x1b]0;x\x07",
        b"\x1b]52;c;b3duZWQ=\x07",
        b"\x9b".decode("latin-1").encode(),
    ):
        assert intruders(ours + act)


def test_a_complaint_quotes_nothing_that_acts() -> None:
    for command in (["debrief"], ["list", "--state"], ["no-such"]):
        done = run(*command, "\x1b[2J\u202ex", on_terminal=True)
        assert done.status == 2
        assert raw_controls(done.errors) == []
