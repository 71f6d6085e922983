"""Writes what is shipped, in the forms that the listener reads; knows nothing of fitting."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coach.listening.fingerprints import as_bytes, packed
from coach.listening.tokens import listed


def write(shipped: dict[str, Any], folder: Path) -> None:
    """Writes ear.json, features.bin and weights.bin of the linear part, tokens.bin, rows.bin, network.bin and mixture.bin of the network."""
    text = json.dumps(shipped["ear"], ensure_ascii=False, separators=(",", ":"))
    (folder / "ear.json").write_text(text + "\n", "utf-8")
    write_linear(shipped["names"], shipped["weights"], folder)
    write_tokens(shipped["tokens"], folder)
    (folder / "network.bin").write_bytes(shipped["table"])
    (folder / "mixture.bin").write_bytes(shipped["mixture"])


def write_linear(names: Sequence[str], weights: bytes, folder: Path) -> None:
    """features.bin and weights.bin from features and a row of bytes for each, rows in the order of the table of features."""
    order, table = packed(names)
    width = len(weights) // len(names)
    (folder / "features.bin").write_bytes(table)
    (folder / "weights.bin").write_bytes(b"".join(weights[place * width : (place + 1) * width] for place in order))


def write_tokens(lines: Sequence[str], folder: Path) -> None:
    """tokens.bin and rows.bin from the tokens of each row, parted by spaces."""
    rows = listed(lines)
    names = list(rows)
    order, table = packed(names)
    (folder / "tokens.bin").write_bytes(table)
    (folder / "rows.bin").write_bytes(as_bytes("H", (rows[names[place]] for place in order)))
