"""The embedded listener: free text to facts with quotes and confidence, offline, with nothing but the standard library."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from coach.domain.hearing import Act, Hearing, Stage
from coach.listening.acts import hear_acts
from coach.listening.claims import Claims
from coach.listening.details import completed
from coach.listening.features import features
from coach.listening.hope import sobered
from coach.listening.lexicon import Lexicon
from coach.listening.normal import Spelling
from coach.listening.orders import without_orders
from coach.listening.outright import with_outright
from coach.listening.scorer import Scorer, chance
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
        text = without_orders(text)
        plain = self._spelling.plain(text)
        told = features(plain, stage, self._spelling, self._lexicon)
        if not told:
            return Hearing()
        known = [(start, end, self._scorer.known(counted)) for start, end, counted in told]
        whole = self._scorer.scores(self._scorer.total(frozenset().union(*(own for _, _, own in known))))
        pieces = [(start, end, self._scorer.scores(self._scorer.total(own))) for start, end, own in known]
        claimed = sobered(self._claims.hearing(text, [chance(score) for score in whole], pieces))
        return completed(with_outright(claimed, text), text, stage, today)

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        """What the rep's line does in answer to the customer's. Never raises, whatever the text."""
        return hear_acts(customer, rep, language)


@cache
def listener() -> EmbeddedListener:
    """The one listener of this process, loaded at the first call."""
    return EmbeddedListener()
