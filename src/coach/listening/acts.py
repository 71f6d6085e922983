"""Dialogue acts of a rep's line in reply to the customer's (R17-R21): a network over tokens and a linear scorer over
n-grams, averaged.
"""

from pathlib import Path

from coach.domain.hearing import Act
from coach.listening.act_features import ActFeatures
from coach.listening.act_scorer import ActScorer
from coach.listening.claims import chances
from coach.listening.fingerprints import Fingerprints
from coach.listening.lexicon import Lexicon
from coach.listening.model import described, model
from coach.listening.normal import Spelling
from coach.listening.on_disk import table

ACTS: tuple[Act, ...] = (
    "discover", "value", "proof", "answer", "ask", "concede", "give_in", "pressure", "next", "leave", "other",
)  # fmt: skip
"""All acts, in the order of the classifier's outputs."""

READ = 2_000
"""Maximum number of characters that are read of a line."""
CUSTOMER, REP = "customer", "rep"
"""Who says a clause, as the network's stages."""


class ActEar:
    """The classifier of acts, for both languages."""

    def __init__(self, folder: Path, spelling: Spelling, lexicon: Lexicon) -> None:
        """Loads the trained data. Raises FileNotFoundError or ValueError if it is missing or damaged."""
        told = described(folder)
        self._model = model(folder, told, spelling, lexicon)
        self._features = ActFeatures(spelling)
        known = Fingerprints((folder / "features.bin").read_bytes())
        self._scorer = ActScorer(known, table(folder / "weights.bin"), told["scales"], told["biases"])
        self._threshold: float = told["threshold"]

    def hear(self, customer: str, rep: str) -> tuple[Act, ...]:
        """The acts above the threshold, or the most probable one; `other` only alone. Raises nothing but OSError."""
        if not any(char.isalnum() for char in rep[:READ]):
            return ("other",)
        return chosen(self.chances(customer[:READ], rep[:READ]), self._threshold)

    def chances(self, customer: str, rep: str) -> list[float]:
        """The probability of each act in `ACTS`."""
        both = zip(self._by_network(customer, rep), self._by_ngrams(customer, rep), strict=True)
        return chances((one + other) / 2 for one, other in both)

    def _by_network(self, customer: str, rep: str) -> list[float]:
        asked = [clause.tokens for clause in self._model.reader.read(customer)]
        said = [clause.tokens for clause in self._model.reader.read(rep)] or [[]]
        read = self._model.network.read(asked + said, [CUSTOMER] * len(asked) + [REP] * len(said))
        return self._model.network.scores(read, len(asked))

    def _by_ngrams(self, customer: str, rep: str) -> list[float]:
        return self._scorer.log_odds(self._features.names(customer, rep))


def chosen(chances: list[float], threshold: float) -> tuple[Act, ...]:
    """The acts for probabilities in the order of `ACTS`: at least one, and `other` only alone."""
    likeliest = max(range(len(ACTS)), key=chances.__getitem__)
    told = [place for place, chance in enumerate(chances) if chance >= threshold] or [likeliest]
    other = len(ACTS) - 1
    if other in told and len(told) > 1:
        told = [other] if likeliest == other else told[:-1]
    return tuple(ACTS[place] for place in told)
