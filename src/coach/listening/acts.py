"""What a rep's line does in answer to the customer's (R17-R21): cues of a lexicon and short runs, weighed by a linear scorer."""

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
"""The acts in the order in which they are told and weighed."""

READ = 2_000
"""A line longer than this many characters is judged by its beginning."""


class ActEar:
    """Hears acts in one language."""

    def __init__(self, features: ActFeatures, scorer: ActScorer, threshold: float) -> None:
        self._features = features
        self._scorer = scorer
        self._threshold = threshold

    def chances(self, customer: str, rep: str) -> list[float]:
        """How likely each act of `ACTS` is, between 0 and 1."""
        told, runs = self._features.count(customer, rep)
        return self._scorer.chances(told | runs)

    def acts(self, customer: str, rep: str) -> tuple[Act, ...]:
        """The acts in the order of `ACTS`: those above the threshold, or the likeliest; `other` stands alone."""
        chances = self.chances(customer, rep)
        return chosen(chances, self._threshold)


def chosen(chances: list[float], threshold: float) -> tuple[Act, ...]:
    """The acts that chances in the order of `ACTS` amount to: never none, and `other` only alone."""
    likeliest = max(range(len(ACTS)), key=chances.__getitem__)
    told = [place for place, chance in enumerate(chances) if chance >= threshold] or [likeliest]
    other = len(ACTS) - 1
    if other in told and len(told) > 1:
        told = [other] if likeliest == other else told[:-1]
    return tuple(ACTS[place] for place in told)


def features_of(language: str, folder: Path, spelling: Spelling) -> ActFeatures:
    """The features of `zh` or `en`, with the cues of that language's lexicon. Raises FileNotFoundError where it is lost."""
    with (folder / f"acts_{language}.toml").open("rb") as file:
        table: dict[str, dict[str, str]] = tomllib.load(file)
    chinese = language == "zh"
    return ActFeatures(spelling, compiled(table["rep"], chinese), compiled(table["customer"], chinese), chinese)


@cache
def ear(language: str) -> ActEar:
    """The ear for `zh` or `en`, loaded at the first line of that language. Raises FileNotFoundError or ValueError where it is lost."""
    folder = assets() / "listening"
    told: dict[str, Any] = json.loads((folder / f"acts_{language}.json").read_text("utf-8"))
    spelling = Spelling(str.maketrans(*told["characters"]), {}, told["stems"])
    weights = base64.b64decode(told["weights"])
    scorer = ActScorer(told["features"].split("\n"), weights, told["scales"], told["biases"])
    return ActEar(features_of(language, folder, spelling), scorer, told["threshold"])


def hear_acts(customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
    """The acts of a rep's line, read beside what the customer had just said; `("other",)` alone where it does nothing.

    The script of the line decides how it is read; `language` only where the two are mixed. Never raises, whatever the text.
    """
    asked, said = customer[:READ], rep[:READ]
    if not any(char.isalnum() for char in said):
        return ("other",)
    chinese = has_chinese(said) if language == "zh" else is_chinese(asked, said)
    return ear("zh" if chinese else "en").acts(asked, said)
