"""The embedded listener: free text to facts with quotes and confidence, offline, with nothing but the standard library."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from coach.domain.hearing import Heard, Hearing, Stage
from coach.listening.claims import Claims
from coach.listening.features import features
from coach.listening.lexicon import CHINESE, Lexicon
from coach.listening.normal import Spelling
from coach.listening.scorer import Scorer
from coach.locations import assets


class EmbeddedListener:
    """Hears facts in Chinese and English. What a text orders, asks or threatens is text: it changes nothing but what it tells."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the shipped data, or that of `folder`. Raises FileNotFoundError or ValueError where it is lost or damaged."""
        folder = folder or assets() / "listening"
        told: dict[str, Any] = json.loads((folder / "ear.json").read_text("utf-8"))
        self._spelling = Spelling(str.maketrans(*told["characters"]), told["forms"], told["stems"])
        self._lexicon = Lexicon(told["phrases"])
        names = (folder / "features.txt").read_text("utf-8").split("\n")
        self._scorer = Scorer(names, (folder / "weights.bin").read_bytes(), told["scales"], told["biases"])
        self._claims = Claims(told["classes"], told["thresholds"], told["calibration"])

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        """What the text, read as the answer to the stage's question, tells (R12-R14, R21). Never raises, whatever the text.

        `today` is the day of the visit, against which dates resolve; `language` is a hint that only names and dates use.
        """
        plain = self._spelling.plain(text)
        told = features(plain, stage, self._spelling, self._lexicon)
        known: set[str] = set()
        rows: list[int] = []
        pieces: list[tuple[int, int, list[int]]] = []
        for start, end, counted in told:
            own = self._scorer.known(counted)
            rows += self._scorer.known(counted - known)
            known |= counted
            pieces.append((start, end, own))
        if not pieces:
            return Hearing()
        sums = [(start, end, self._scorer.sums(own)) for start, end, own in pieces]
        return self._claims.hearing(text, self._scorer.chances(rows), sums)


@cache
def listener() -> EmbeddedListener:
    """The one listener of this process, loaded at the first call."""
    return EmbeddedListener()
