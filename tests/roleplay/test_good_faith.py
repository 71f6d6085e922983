"""What the words and the moment correct of the acts heard, on lines that the ear never learned from; the corrections were
chosen by such figures.
"""

import json
from itertools import islice
from pathlib import Path

import pytest

from coach.domain.practice import Mind
from coach.roleplay.good_faith import in_good_faith
from coach.roleplay.reader import read
from coach.roleplay.scenario_files import shipped
from coach.wiring import listener

HANDS = Path(__file__).parents[1] / "data" / "acts"
PUT_OFF = Mind(patience=6, turn=4, asks=1, used=("customer.put_off.think.open:0",))


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, set[str], set[str], set[str]]]:
    """Language, acts of the label, acts heard, acts after correction."""
    found = []
    for hand in ("k21", "k22", "k23"):
        with (HANDS / f"{hand}.jsonl").open(encoding="utf-8") as file:
            for row in islice(map(json.loads, file), 0, None, 5):
                heard = listener().acts(row["customer"], row["rep"], row["lang"])
                reading = read(shipped()["bakery"], row["lang"], row["rep"], heard)
                found.append(
                    (row["lang"], set(row["gold"]), set(map(str, heard)), set(in_good_faith(reading, PUT_OFF).acts))
                )
    return found


def f1(pairs: list[tuple[bool, bool]]) -> float:
    hits = sum(gold and heard for gold, heard in pairs)
    return 2 * hits / max(1, sum(gold + heard for gold, heard in pairs))


@pytest.mark.parametrize("act", ["ask", "pressure", "concede", "discover", "give_in", "leave", "next", "answer"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_corrected_takes_next_to_nothing_from_what_was_heard(
    lines: list[tuple[str, set[str], set[str], set[str]]], language: str, act: str
) -> None:
    mine = [(gold, heard, kept) for tongue, gold, heard, kept in lines if tongue == language]
    before = f1([(act in gold, act in heard) for gold, heard, _ in mine])
    assert f1([(act in gold, act in kept) for gold, _, kept in mine]) > before - 0.07
