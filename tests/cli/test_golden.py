"""The two debriefs that show what good sounds like, typed word for word, arrive at the facts, the class and the dates
shown there.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scripts.torture.commands import lines, run
from scripts.torture.talking import asked_last

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "golden"
MORE = 3
"""Turns granted after the lines shown: the verdict and the next step have to be agreed to."""
LATE = {
    "facts",
    "verdict",
    "next_step",
    "next_line",
    "claimed",
    "after_reverse",
    "signed",
    "customer",
    "contact",
    "visit_date",
}


@cache
def told(language: str) -> dict[str, Any]:
    return dict(json.loads((GOLDEN / f"{language}.json").read_text("utf-8")))


@pytest.fixture(scope="module", params=["zh", "en"])
def held(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """What was told, the record, and the coach's questions."""
    language = request.param
    store = ("--data", tmp_path_factory.mktemp(language), "--today", "2026-11-23")
    done = run("debrief", "--jsonl", "--lang", language, *store, given=lines(*told(language)["lines"]))
    name, asked = done.rows[0]["id"], [row["text"] for row in done.rows if row["type"] == "ask"]
    for _ in range(MORE):
        if done.rows[-1]["type"] != "open" or "confirm" not in asked_last(done)["asks"]:
            break
        done = run("debrief", "--jsonl", "--resume", name, *store, given=lines("对" if language == "zh" else "yes"))
    return told(language), run("show", name, "--json", *store).data, asked


def agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(agrees(value, found.get(key)) for key, value in expected.items())
    return bool(expected == found)


@pytest.mark.parametrize("part", sorted(LATE))
def test_a_golden_debrief_arrives_at_what_is_shown(
    part: str, held: tuple[dict[str, Any], dict[str, Any], list[str]]
) -> None:
    expected, record, asked = held[0]["record"][part], held[1], held[2]
    assert agrees(expected, record[part]), (expected, record[part], asked)


def test_a_golden_debrief_is_recorded_in_the_turns_shown(
    held: tuple[dict[str, Any], dict[str, Any], list[str]],
) -> None:
    assert held[1]["complete"], held[2]
