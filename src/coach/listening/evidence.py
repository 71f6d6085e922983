"""Which clause a claim rests on: how much each adds to the score of a class, by both parts of the ear together."""

from collections.abc import Sequence
from functools import cached_property

from coach.listening.network import Answers, Network
from coach.listening.scorer import Scorer, Sum

LINEAR = 0.35
"""How much the linear scores weigh; the network's have the rest."""


class Evidence:
    """The scores of a text, and what each of its clauses adds to them; reckoned only for what is claimed."""

    def __init__(self, scorer: Scorer, network: Network, sums: Sequence[Sum], whole: Sum, answers: Answers) -> None:
        """`sums`: the linear part's of the clauses, `whole` all together; `answers`: the network's to the same clauses."""
        self._scorer, self._network = scorer, network
        self._sums, self._whole, self._answers = sums, whole, answers

    def scores(self) -> list[float]:
        """The scores (log odds) of all classes."""
        return self._mixed(self._scorer.scores(self._whole), self._answers.scores)

    def spoken(self, column: int) -> list[float]:
        """What each clause adds to the score of a class."""
        return [told[column] for told in self._alone]

    @cached_property
    def _alone(self) -> list[list[float]]:
        if len(self._sums) == 1:
            return [self._answers.scores]
        return [
            self._mixed(self._scorer.scores(one), other)
            for one, other in zip(self._sums, self._network.alone(self._answers), strict=True)
        ]

    @staticmethod
    def _mixed(linear: list[float], network: list[float]) -> list[float]:
        return [LINEAR * one + (1 - LINEAR) * other for one, other in zip(linear, network, strict=True)]
