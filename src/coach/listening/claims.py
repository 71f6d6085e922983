"""From probabilities to claims: a value above its threshold is claimed with a quote, one just below is only asked about
(R9).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from math import exp
from typing import NamedTuple

from coach.domain.hearing import Heard, Hearing
from coach.listening.lexicon import CHINESE
from coach.patterns import expression

WEIGHED = ("need", "power", "value")
_FAINT, _NEARLY = 0.5, 0.99
_BRIEF = 7
"""A shorter clause ("Money, no idea") is quoted together with the next one; in letters, half as many for Chinese."""
_TOPIC = expression("claims", r"\W*+{topic}\W*")
"""A clause that only names what its sentence tells of is quoted with all of that."""
_POINTS_BACK = expression("claims", "{points_back}")
"""A clause that only points at the one before it ("that's the need") is quoted with that."""
_COUNTS = re.compile(r"\W*[一二两兩三四](?:道|层|層|级|級|关|關)\W*")
"""A clause that counts the approvals, which the next one says nothing of: 分管院长 院长 两道."""
_SENTENCE_END = re.compile(r"[。！.!]")
_SUM_GOES_ON = re.compile(r"(?<=\d,)\d{3}(?!\d)")
"""Where a clause begins behind the comma of a sum: 15,000 is quoted whole."""
_CLEARLY = {"yes": 0.8, "no": 0.65}
"""Minimum share of a value among yes, no and unsure: hope is not evidence (R9), and a no makes a D (R5)."""


Alone = Callable[[], Sequence[Sequence[float]]]
"""Computes the scores of each clause by itself; only called if something is claimed."""


def chances(scores: Iterable[float]) -> list[float]:
    """Log odds as probabilities, saturated so that no number overflows."""
    return [1 / (1 + exp(-score)) if -60 < score < 60 else float(score > 0) for score in scores]


class Piece(NamedTuple):
    """A clause text[start:end], whether it mentions approvals, and whether it only names somebody."""

    start: int
    end: int
    approves: bool
    bare: bool = False


Closer = tuple[Sequence[Sequence[float]], Sequence[Piece]]
"""The sentences in a stretch and the scores of each; both empty where it is but one."""


class Claims:
    """Selects at most one value per key, and any number of blockers, each by its own threshold."""

    def __init__(self, classes: list[str], thresholds: dict[str, list[float]], calibration: list[list[float]]) -> None:
        """`classes`: "key value"; `thresholds`: a list for `zh` and one for `en`; `calibration`: two increasing lists,
        probabilities and how often such a claim was right.
        """
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
        """The claims and the faint values. The quote is the clause with the highest score for the value by itself, or
        the sentence within an unpunctuated one (`closer`); for authority preferably one that mentions approvals,
        because a title is only a hint (R6).
        """
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
        """(claimed, faint) classes: per key the one furthest above its threshold, and every blocker above its own."""
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
    """The clause with the highest score, with the next one of its sentence if it is very short, with all of them if it
    is but a topic, and with the whole of a sum.
    """
    among = [at for at, piece in enumerate(pieces) if piece.approves and speaks[at] > 0] if key == "authority" else []
    if key in WEIGHED:
        among = [at for at, piece in enumerate(pieces) if speaks[at] > 0 and not piece.bare]
    at = max(among or range(len(pieces)), key=speaks.__getitem__)
    first, end = at, pieces[at].end
    own = text[pieces[at].start : end]
    topic = _TOPIC.fullmatch(own) is not None
    counts = key == "authority" and _COUNTS.fullmatch(own) is not None
    brief = topic or (not counts and len(own) < (_BRIEF if own.isascii() else _BRIEF // 2))
    while brief and at + 1 < len(pieces) and not _SENTENCE_END.search(text, end, pieces[at + 1].start):
        at += 1
        end, brief = pieces[at].end, topic
    while first and (_SUM_GOES_ON.match(text, pieces[first].start) or (first == at and _POINTS_BACK.fullmatch(own))):
        first -= 1
    while at + 1 < len(pieces) and _SUM_GOES_ON.match(text, pieces[at + 1].start):
        at += 1
    return pieces[first].start, pieces[at].end
