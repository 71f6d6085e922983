"""Writes what is shipped, in the forms that the listener reads; knows nothing of fitting."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coach.listening.fingerprints import as_bytes, packed
from coach.listening.tokens import listed


def write(shipped: dict[str, Any], folder: Path) -> None:
    """Writes ear.json, the vocabulary in tokens.bin and rows.bin, and the network's weights in network.bin and layers.bin."""
    text = json.dumps(shipped["ear"], ensure_ascii=False, separators=(",", ":"))
    (folder / "ear.json").write_text(text + "\n", "utf-8")
    write_tokens(shipped["tokens"], folder)
    (folder / "network.bin").write_bytes(shipped["table"])
    (folder / "layers.bin").write_bytes(shipped["layers"])


def write_tokens(lines: Sequence[str], folder: Path) -> None:
    """tokens.bin and rows.bin from the tokens of each row, parted by spaces."""
    rows = listed(lines)
    names = list(rows)
    order, table = packed(names)
    (folder / "tokens.bin").write_bytes(table)
    (folder / "rows.bin").write_bytes(as_bytes("H", (rows[names[place]] for place in order)))
