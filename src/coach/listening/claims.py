"""From chances to claims: what is sure enough is claimed with its words, what is nearly so is only asked about (R9)."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from math import exp
from typing import NamedTuple

from coach.domain.hearing import Heard, Hearing
from coach.listening.lexicon import CHINESE

WEIGHED = ("need", "power", "value")
_FAINT, _NEARLY = 0.5, 0.99
_BRIEF = 7
"""A stretch of fewer letters says too little by itself ("Money, no idea"): the next one is quoted with it; of Chinese half as many."""
_CLEARLY = {"yes": 0.8, "no": 0.65}
"""Of what is weighed such a value must have this share of the chances of yes, no and unsure together: hope is not evidence (R9), and a no makes a D (R5)."""


Alone = Callable[[], Sequence[Sequence[float]]]
"""The scores that each stretch of a text would have by itself, reckoned only where something is claimed."""


def chances(scores: Iterable[float]) -> list[float]:
    """Log odds as probabilities; far beyond any that is told apart they stand still, so that any number is safe."""
    return [1 / (1 + exp(-score)) if -60 < score < 60 else float(score > 0) for score in scores]


class Piece(NamedTuple):
    """A stretch start:end of the text, and whether it tells of approvals."""

    start: int
    end: int
    approves: bool


Closer = tuple[Sequence[Sequence[float]], Sequence[Piece]]
"""The sentences in a stretch and the scores of each; both empty where it is but one."""


class Claims:
    """Chooses for each key at most one value, and every blocker, against a threshold of its own."""

    def __init__(self, classes: list[str], thresholds: dict[str, list[float]], calibration: list[list[float]]) -> None:
        """`classes` are "key value"; `thresholds` a list for `zh` and one for `en`; `calibration` two rising lists: chance, and how
        often such a claim was right."""
        self._classes = [tuple(name.split(" ")) for name in classes]
        self._values = {key: [at for at, one in enumerate(self._classes) if one[0] == key] for key in WEIGHED}
        self._thresholds = thresholds
        self._chances, self._rights = calibration

    def hearing(
        self,
        text: str,
        chances: Sequence[float],
        pieces: Sequence[Piece],
        alone: Alone,
        closer: Callable[[int, int], Closer],
    ) -> Hearing:
        """What is claimed, what is faint. The quote is the clause that by itself speaks most for the value, of one without a stop the sentence
        that does (`closer`); of authority one that tells of approvals, where there is such a one: a title is no more than a hint (R6)."""
        claimed, faint = self._chosen(chances, self._thresholds["zh" if CHINESE.search(text) else "en"])
        scores = alone() if len(pieces) > 1 and (claimed or faint) else [[0.0] * len(chances)] * len(pieces)

        def heard(place: int) -> Heard:
            key, value = self._classes[place]
            start, end = _stretch(text, key, [score[place] for score in scores], pieces)
            near, parts = closer(start, end)
            if parts and max(score[place] for score in near) > 0:
                start, end = _stretch(text, key, [score[place] for score in near], parts)
            quote = text[start:end].strip() or text[start:end]
            return Heard(value, quote, self._confidence(chances[place]))

        facts = {self._classes[place][0]: heard(place) for place in claimed if self._classes[place][0] != "blockers"}
        blockers = tuple(heard(place) for place in claimed if self._classes[place][0] == "blockers")
        return Hearing(facts=facts, blockers=blockers, faint={self._classes[place][0]: heard(place) for place in faint})

    def _chosen(self, chances: Sequence[float], thresholds: Sequence[float]) -> tuple[list[int], list[int]]:
        """The classes that are claimed, and those that are faint: of each key the likeliest, of the blockers every one that is likely enough."""
        blockers: list[int] = []
        best: dict[str, tuple[float, int]] = {}
        for place, (likely, threshold) in enumerate(zip(chances, thresholds, strict=True)):
            over = likely / threshold
            if over <= _FAINT:
                continue
            key, value = self._classes[place]
            if key == "blockers":
                if over >= 1:
                    blockers.append(place)
                continue
            if key in WEIGHED and likely < _CLEARLY.get(value, 0.0) * sum(chances[one] for one in self._values[key]):
                over = min(over, _NEARLY)
            if over > best.get(key, (_FAINT, 0))[0]:
                best[key] = (over, place)
        claimed = [place for over, place in best.values() if over >= 1]
        return claimed + blockers, [place for over, place in best.values() if over < 1]

    def _confidence(self, chance: float) -> float:
        at = bisect_right(self._chances, chance)
        if at == 0:
            return self._rights[0]
        if at == len(self._chances):
            return self._rights[-1]
        low, high = self._chances[at - 1], self._chances[at]
        share = (chance - low) / (high - low)
        return self._rights[at - 1] + share * (self._rights[at] - self._rights[at - 1])


def _stretch(text: str, key: str, speaks: Sequence[float], pieces: Sequence[Piece]) -> tuple[int, int]:
    """The stretch that speaks most, with the next one where it says too little by itself."""
    among = [at for at, piece in enumerate(pieces) if piece.approves and speaks[at] > 0] if key == "authority" else []
    at = max(among or range(len(pieces)), key=speaks.__getitem__)
    start, end = pieces[at].start, pieces[at].end
    if at + 1 < len(pieces) and end - start < (_BRIEF if text[start:end].isascii() else _BRIEF // 2):
        end = pieces[at + 1].end
    return start, end
