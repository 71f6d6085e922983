"""What training starts from: the lines of the training hands, and lines written beside them."""

import json
from pathlib import Path
from typing import Any

TEST = ("k3", "k8", "k21", "k22", "k23")
"""Hands that nobody trains on or looks at: they only measure."""
HELD = ("k5", "k9")
"""Hands that the choice of sizes and thresholds was made on, by an ear that was not fitted to them."""
TRAINING = (
    "k1",
    "k2",
    "k4",
    "k5",
    "k6",
    "k7",
    "k9",
    "k10",
    "k11",
    "k12",
    "k13",
    "k14",
    "k15",
    "k16",
    "k17",
    "k18",
    "k19",
    "k20",
)
LANGUAGES = ("zh", "en")

Item = dict[str, Any]


def items(folder: Path, hands: tuple[str, ...]) -> list[Item]:
    """The lines of these hands, each with its `hand`."""
    return [
        {**json.loads(line), "hand": hand}
        for hand in hands
        for line in (folder / f"{hand}.jsonl").read_text("utf-8").splitlines()
        if line.strip()
    ]


def written() -> list[Item]:
    """Lines written for training beside the hands, from lines_*.tsv: acts, customer, rep."""
    found: list[Item] = []
    for language in LANGUAGES:
        for line in (Path(__file__).parent / f"lines_{language}.tsv").read_text("utf-8").splitlines():
            acts, customer, rep = line.split("\t")
            found.append({"customer": customer, "rep": rep, "gold": acts.split(","), "lang": language, "hand": "house"})
    return found
