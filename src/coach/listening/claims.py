"""From chances to claims: what is sure enough is claimed with its words, what is nearly so is only asked about (R9)."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from coach.domain.hearing import Heard, Hearing
from coach.listening.lexicon import CHINESE

WEIGHED = ("need", "power", "value")
_FAINT, _NEARLY = 0.5, 0.99
_BRIEF = 7
"""A stretch of fewer letters says too little by itself ("Money, no idea"): the next one is quoted with it; of Chinese half as many."""
_CLEARLY = {"yes": 0.8, "no": 0.65}
"""Of what is weighed such a value must have this share of the chances of yes, no and unsure together: hope is not evidence (R9), and a no makes a D (R5)."""


Spoken = Callable[[int], list[float]]
"""How much each stretch of a text speaks for a class."""


class Piece(NamedTuple):
    """A stretch start:end of the text, and whether it tells of approvals."""

    start: int
    end: int
    approves: bool


class Claims:
    """Chooses for each key at most one value, and every blocker, against a threshold of its own."""

    def __init__(self, classes: list[str], thresholds: dict[str, list[float]], calibration: list[list[float]]) -> None:
        """`classes` are "key value"; `thresholds` a list for `zh` and one for `en`; `calibration` two rising lists: chance, and how
        often such a claim was right."""
        self._classes = [tuple(name.split(" ")) for name in classes]
        self._values = {key: [at for at, one in enumerate(self._classes) if one[0] == key] for key in WEIGHED}
        self._thresholds = thresholds
        self._chances, self._rights = calibration

    def hearing(self, text: str, chances: list[float], pieces: Sequence[Piece], spoken: Spoken) -> Hearing:
        """What is claimed, what is faint. The quote is the clause that speaks most for the value; of authority one that tells of approvals,
        where there is such a one: a title is no more than a hint (R6)."""
        thresholds = self._thresholds["zh" if CHINESE.search(text) else "en"]
        best: dict[str, tuple[float, int]] = {}
        blockers: list[Heard] = []
        for place, (likely, threshold) in enumerate(zip(chances, thresholds, strict=True)):
            over = likely / threshold
            if over <= _FAINT:
                continue
            key, value = self._classes[place]
            if key == "blockers":
                if over >= 1:
                    blockers.append(self._heard(text, value, place, chances, pieces, spoken))
                continue
            if key in WEIGHED and likely < _CLEARLY.get(value, 0.0) * sum(chances[one] for one in self._values[key]):
                over = min(over, _NEARLY)
            if over > best.get(key, (_FAINT, 0))[0]:
                best[key] = (over, place)
        facts: dict[str, Heard] = {}
        faint: dict[str, Heard] = {}
        for key, (over, place) in best.items():
            heard = self._heard(text, self._classes[place][1], place, chances, pieces, spoken)
            (facts if over >= 1 else faint)[key] = heard
        return Hearing(facts=facts, blockers=tuple(blockers), faint=faint)

    def _heard(
        self, text: str, value: str, place: int, chances: list[float], pieces: Sequence[Piece], spoken: Spoken
    ) -> Heard:
        speaks = spoken(place)
        among = [at for at, piece in enumerate(pieces) if piece.approves and speaks[at] > 0]
        if not among or self._classes[place][0] != "authority":
            among = list(range(len(pieces)))
        at = max(among, key=speaks.__getitem__)
        start, end = pieces[at].start, pieces[at].end
        if at + 1 < len(pieces) and end - start < (_BRIEF if text[start:end].isascii() else _BRIEF // 2):
            end = pieces[at + 1].end
        quote = text[start:end].strip()
        return Heard(value, quote or text[start:end], self._confidence(chances[place]))

    def _confidence(self, chance: float) -> float:
        at = bisect_right(self._chances, chance)
        if at == 0:
            return self._rights[0]
        if at == len(self._chances):
            return self._rights[-1]
        low, high = self._chances[at - 1], self._chances[at]
        share = (chance - low) / (high - low)
        return self._rights[at - 1] + share * (self._rights[at] - self._rights[at - 1])
