"""What training starts from: lexicons, spellings, the lines of the training hands, and lines joined from two of them."""

import json
import random
import tomllib
from pathlib import Path
from typing import Any

from coach.listening.normal import Spelling

TEST = ("k3",)
"""Hands that nobody trains on or looks at: they only measure."""
TRAINING = ("k1", "k2", "k4", "k5")
LANGUAGES = ("zh", "en")

Item = dict[str, Any]

_FOLLOWS = {
    "ask": ("value", "answer", "proof", "concede", "pressure"),
    "proof": ("value", "answer"),
    "answer": ("value", "concede"),
    "concede": ("answer", "value"),
    "discover": ("answer",),
    "next": ("answer", "value", "ask"),
}
_JOINED = 150


def items(folder: Path, hands: tuple[str, ...], language: str) -> list[Item]:
    """The lines of these hands in one language, each with its `hand`."""
    found: list[Item] = []
    for hand in hands:
        for line in (folder / f"{hand}.jsonl").read_text("utf-8").splitlines():
            item = json.loads(line) if line.strip() else {}
            if item.get("lang") == language:
                found.append({**item, "hand": hand})
    return found


def written(language: str) -> list[Item]:
    """Lines written for training beside the hands, from lines_*.tsv: acts, customer, rep."""
    found: list[Item] = []
    for line in (Path(__file__).parent / f"lines_{language}.tsv").read_text("utf-8").splitlines():
        acts, customer, rep = line.split("\t")
        found.append({"customer": customer, "rep": rep, "gold": acts.split(","), "lang": language, "hand": "house"})
    return found


def joined(lines: list[Item], language: str) -> list[Item]:
    """Made lines that do two things in one breath: the first line's answer to its customer, then what a second line does.

    The second line's own answer is not one to the first customer, so it does not count. The same lines give the same made ones.
    """
    dice = random.Random(7)
    short = [one for one in lines if len(one["gold"]) <= 2 and "other" not in one["gold"]]
    by_act = {
        act: [one for one in short if act in one["gold"]] for acts in _FOLLOWS.values() for act in (*acts, *_FOLLOWS)
    }
    made: list[Item] = []
    while len(made) < _JOINED:
        second = dice.choice(sorted(_FOLLOWS))
        first = dice.choice(_FOLLOWS[second])
        if not by_act[first] or not by_act[second]:
            continue
        one, other = dice.choice(by_act[first]), dice.choice(by_act[second])
        if one is other:
            continue
        gold = set(one["gold"]) | set(other["gold"]) - {"answer"}
        skip = set(one.get("skip") or ()) | set(other.get("skip") or ())
        gap = "" if language == "zh" else " "
        made.append({**one, "rep": one["rep"] + gap + other["rep"], "gold": sorted(gold), "skip": sorted(skip)})
    return made


def spelling(folder: Path, language: str) -> dict[str, Any]:
    """Characters and stems as the product loads them: simplified and half-width forms, dialect read as standard (zh only)."""
    stems = tomllib.loads((folder / "stems.toml").read_text("utf-8"))["stems"]
    if language != "zh":
        return {"characters": ["", ""], "stems": stems}
    import opencc

    convert = opencc.OpenCC("t2s").convert
    table = {char: convert(char) for char in map(chr, range(0x3400, 0xA000))}
    table = {char: plain for char, plain in table.items() if len(plain) == 1 and plain != char}
    table |= {
        chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F) if chr(code) not in "，！？；：（）"
    }
    own = tomllib.loads((folder / "acts_zh.toml").read_text("utf-8"))["dialect"]["characters"]
    table |= dict(zip(own[::2], own[1::2], strict=True))
    return {"characters": ["".join(sorted(table)), "".join(table[char] for char in sorted(table))], "stems": stems}


def reader(told: dict[str, Any]) -> Spelling:
    """The spelling of those characters and stems."""
    return Spelling(str.maketrans(*told["characters"]), {}, told["stems"])
