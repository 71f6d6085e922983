"""A trained network with its vocabulary, loaded from a folder."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from coach.listening.fingerprints import Fingerprints
from coach.listening.lexicon import Lexicon
from coach.listening.network import Network
from coach.listening.normal import Spelling
from coach.listening.on_disk import table
from coach.listening.reading import Reader
from coach.listening.tokens import from_table


class Model(NamedTuple):
    """How texts become tokens, and the network that was trained on these tokens."""

    reader: Reader
    network: Network


def described(folder: Path) -> dict[str, Any]:
    """The description of the model in this folder. Raises FileNotFoundError or ValueError if it is missing or damaged."""
    told: dict[str, Any] = json.loads((folder / "ear.json").read_text("utf-8"))
    return told


def model(folder: Path, told: dict[str, Any], spelling: Spelling, lexicon: Lexicon) -> Model:
    """The model in this folder, described as `told`. Raises FileNotFoundError or ValueError if it is missing or damaged."""
    words = Fingerprints((folder / "tokens.bin").read_bytes())
    tokens = from_table(words, (folder / "rows.bin").read_bytes(), told["concepts"])
    network = Network(table(folder / "network.bin"), (folder / "layers.bin").read_bytes(), told["network"])
    if network.rows != len(tokens):
        raise ValueError(f"{network.rows} rows of weights for {len(tokens)} tokens")
    return Model(Reader(spelling, lexicon, tokens), network)
