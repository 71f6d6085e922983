"""Dialogue acts of a rep's line in reply to the customer's (R17-R21), by a linear classifier over cues and n-grams."""

import base64
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from coach.domain.hearing import Act
from coach.listening.act_features import ActFeatures, compiled, has_chinese, is_chinese
from coach.listening.act_scorer import ActScorer
from coach.listening.normal import Spelling
from coach.locations import assets

ACTS: tuple[Act, ...] = (
    "discover", "value", "proof", "answer", "ask", "concede", "give_in", "pressure", "next", "leave", "other",
)  # fmt: skip
"""All acts, in the order of the classifier's outputs."""

READ = 2_000
"""Maximum number of characters that are read of a line."""


class ActEar:
    """The classifier of one language."""

    def __init__(self, features: ActFeatures, scorer: ActScorer, threshold: float) -> None:
        self._features = features
        self._scorer = scorer
        self._threshold = threshold

    def chances(self, customer: str, rep: str) -> list[float]:
        """The probability of each act in `ACTS`."""
        told, runs = self._features.count(customer, rep)
        return self._scorer.chances(told | runs)

    def acts(self, customer: str, rep: str) -> tuple[Act, ...]:
        """The acts above the threshold, or the most probable one; `other` only alone."""
        chances = self.chances(customer, rep)
        return chosen(chances, self._threshold)


def chosen(chances: list[float], threshold: float) -> tuple[Act, ...]:
    """The acts for probabilities in the order of `ACTS`: at least one, and `other` only alone."""
    likeliest = max(range(len(ACTS)), key=chances.__getitem__)
    told = [place for place, chance in enumerate(chances) if chance >= threshold] or [likeliest]
    other = len(ACTS) - 1
    if other in told and len(told) > 1:
        told = [other] if likeliest == other else told[:-1]
    return tuple(ACTS[place] for place in told)


def features_of(language: str, folder: Path, spelling: Spelling) -> ActFeatures:
    """The feature extraction for `zh` or `en`. Raises FileNotFoundError if its lexicon is missing."""
    with (folder / f"acts_{language}.toml").open("rb") as file:
        table: dict[str, dict[str, str]] = tomllib.load(file)
    chinese = language == "zh"
    return ActFeatures(spelling, compiled(table["rep"], chinese), compiled(table["customer"], chinese), chinese)


@cache
def ear(language: str) -> ActEar:
    """The classifier for `zh` or `en`, loaded on first use. Raises FileNotFoundError or ValueError if its data is missing or damaged."""
    folder = assets() / "listening"
    told: dict[str, Any] = json.loads((folder / f"acts_{language}.json").read_text("utf-8"))
    spelling = Spelling(str.maketrans(*told["characters"]), {}, told["stems"])
    weights = base64.b64decode(told["weights"])
    scorer = ActScorer(told["features"].split("\n"), weights, told["scales"], told["biases"])
    return ActEar(features_of(language, folder, spelling), scorer, told["threshold"])


def hear_acts(customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
    """The acts of a rep's line in reply to the customer's; `("other",)` if there are none.

    The script of the line selects the classifier; `language` only matters for mixed text. Never raises.
    """
    asked, said = customer[:READ], rep[:READ]
    if not any(char.isalnum() for char in said):
        return ("other",)
    chinese = has_chinese(said) if language == "zh" else is_chinese(asked, said)
    return ear("zh" if chinese else "en").acts(asked, said)
