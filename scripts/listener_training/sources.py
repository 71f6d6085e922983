"""What training starts from: lexicons, spellings and the utterances of the training hands."""

import json
import tomllib
from pathlib import Path
from typing import Any

from coach.listening.lexicon import CHINESE
from coach.listening.normal import Spelling

TEST = ("zh-h4", "en-h8", "zh-h66", "zh-h67", "en-h63", "en-h64", "en-h65")
"""Hands that nobody trains on or looks at: they only measure."""
HELD = (
    *("zh-h2", "zh-h25", "zh-h35", "zh-h49", "zh-h76", "zh-h86"),
    *("en-h7", "en-h26", "en-h34", "en-h50", "en-h75", "en-h84"),
)
"""Hands on which thresholds are chosen, by an ear that was not fitted to them."""
TRAINING = "all but the test hands"

Item = dict[str, Any]


def items(folder: Path, which: str | tuple[str, ...] = TRAINING) -> list[Item]:
    """The utterances of the hands named, or of all that are not kept for testing, each with its `hand`."""
    found: list[Item] = []
    for file in sorted(folder.glob("*.jsonl")):
        if (file.stem in TEST) if which == TRAINING else (file.stem not in which):
            continue
        for line in file.read_text("utf-8").splitlines():
            if line.strip():
                found.append({**json.loads(line), "hand": file.stem})
    return found


def clauses(folder: Path) -> list[Item]:
    """Single clauses under headings of what they tell (`# need=yes power=no`), each as an utterance of its own."""
    found: list[Item] = []
    for file in sorted(folder.glob("*.txt")):
        gold: dict[str, Any] = {}
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.startswith("#"):
                told = [pair.split("=") for pair in line[1:].split()]
                gold = {key: value.split(",") if key == "blockers" else value for key, value in told}
            elif line.strip():
                name = f"{file.stem}-clause-{number}"
                found.append(
                    {
                        "id": name,
                        "hand": "clauses",
                        "text": line.strip(),
                        "stage": _asked(gold),
                        "gold": gold,
                        "skip": [],
                    }
                )
    return found


def _asked(gold: dict[str, Any]) -> str:
    """The stage whose question such a clause answers."""
    if "blockers" in gold:
        return "unsigned"
    return "push" if {"gave_in", "close_attempted"} & set(gold) else "forward"


def ear(folder: Path) -> dict[str, Any]:
    """Characters, forms, stems and phrases as the product loads them."""
    told = tomllib.loads((folder / "stems.toml").read_text("utf-8"))
    table = characters(told["characters"])
    spelling = Spelling(table, told["forms"], told["stems"])
    phrases: dict[str, list[str]] = {}
    for file in sorted((folder / "lexicon").glob("*.toml")):
        for concept, body in tomllib.loads(file.read_text("utf-8")).items():
            for written in body.split("|"):
                phrase = looked_up(written.strip(), spelling)
                if phrase and concept not in phrases.setdefault(phrase, []):
                    phrases[phrase].append(concept)
    return {
        "characters": ["".join(map(chr, sorted(table))), "".join(table[code] for code in sorted(table))],
        "forms": told["forms"],
        "stems": told["stems"],
        "phrases": dict(sorted(phrases.items())),
    }


def looked_up(written: str, spelling: Spelling) -> str:
    """The form in which a phrase of the lexicon is looked up; empty where nothing of it is left."""
    plain = spelling.plain(written)
    parts = plain.split("…")[:2]
    if not CHINESE.match(parts[0].strip()):
        parts = [" ".join(word[0] for word in spelling.words(part, 0, len(part))) for part in parts]
    parts = [part.strip() for part in parts]
    return "…".join(parts) if all(parts) else ""


def characters(own: dict[str, str]) -> dict[int, str]:
    """Traditional characters, full width and our own list, each to the one it is read as."""
    import opencc

    simplify = opencc.OpenCC("t2s")
    table = {0x3000: " ", ord("’"): "'", ord("‘"): "'", ord("`"): "'", ord("“"): '"', ord("”"): '"'}
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        plain = simplify.convert(chr(code))
        if plain != chr(code) and len(plain) == 1:
            table[code] = plain
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in "，！？；：":
            table[code] = chr(code - 0xFEE0).lower()
    table |= {ord(odd): plain for odd, plain in own.items()}
    return table
