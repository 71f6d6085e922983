"""A driver that leaves a rehearsal gets its scorecard at once, without another line of input."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from coach.cli import output
from coach.cli.practise_io import JsonRehearsal
from coach.conduct.practising import Practising
from coach.journal.memory import MemoryJournal
from coach.roleplay.scenario_files import shipped
from tests.conduct.reps import Day
from tests.roleplay.standin import StandIn


def test_the_scorecard_comes_with_the_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, Any]] = []

    def lines() -> Iterator[tuple[int, dict[str, str]]]:
        yield 1, {"do": "leave"}
        raise AssertionError("asked for more input after the end")

    monkeypatch.setattr(output, "json_lines_in", lines)
    monkeypatch.setattr(output, "json_line", shown.append)
    desk = Practising(MemoryJournal(), StandIn(), Day(), random.Random(1).randrange)
    JsonRehearsal().hold(desk.open("rep", "en", shipped()["bakery"], seed=1))
    assert shown[-1]["type"] == "scorecard"
