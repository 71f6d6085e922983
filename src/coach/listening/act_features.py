"""Features of a rep's line in reply to the customer's: its shape, and n-grams of characters and words of both lines."""

import re
from datetime import date

from coach.listening.clauses import LETTERS
from coach.listening.dates import find_dates
from coach.listening.lexicon import CHINESE
from coach.listening.normal import Spelling

ANY_MONDAY = date(2024, 1, 1)
"""The base day for `find_dates`: whether a phrase is a date does not depend on it."""

_NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千万两]{2}|[零〇]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|hundred|thousand)\b"
)
_FIGURES = re.compile(r"[0-9][0-9.,:]*|[二三四五六七八九十百千万两零半]+|一[二三四五六七八九十百千万]+")
_RUN = re.compile("[\u3400-\u9fff]+|[a-z0-9]+")
_SPACE = re.compile(r"\s+")


class ActFeatures:
    """Feature extraction for Chinese, English and lines that mix them."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling

    def names(self, customer: str, rep: str) -> set[str]:
        """The names of the features that the rep's line has in reply to the customer's."""
        asked, said = self._spelling.plain(customer), self._spelling.plain(rep)
        return _shape(asked, said, rep) | self._ngrams(asked, "t", 2) | self._ngrams(said, "r", 3)

    def _ngrams(self, plain: str, mark: str, longest: int) -> set[str]:
        """N-grams of characters if any is Chinese, and of words; how the line begins and ends. All names begin with
        `mark`.
        """
        found: set[str] = set()
        if CHINESE.search(plain):
            text = _FIGURES.sub("#", _SPACE.sub("", plain))
            for length in range(1, longest + 1):
                found.update([f"{mark}{text[at : at + length]}" for at in range(len(text) - length + 1)])
            found.update((f"{mark}^{text[:2]}", f"{mark}${text[-2:]}", f"{mark}^{text[:1]}", f"{mark}$$${text[-3:]}"))
        words = ["#" if stem[0].isdecimal() else stem for stem, _, _ in self._spelling.words(plain, 0, len(plain))]
        for length in range(1, longest + 1):
            found.update([f"{mark}e{' '.join(words[at : at + length])}" for at in range(len(words) - length + 1)])
        if words:
            found.update((f"{mark}e^{words[0]}", f"{mark}e${words[-1]}"))
        return found


def _shape(asked: str, said: str, rep: str) -> set[str]:
    """Length, numbers, question marks, dates, and the overlap with the customer's words."""
    chinese = len(CHINESE.findall(said))
    size = chinese + (len(said) - chinese) // LETTERS
    found = {f"d:{one.kind}" for one in find_dates(rep, ANY_MONDAY)}
    found.update((f"n:{min(size // 6, 9)}", f"m:{min(len(_NUMBER.findall(said)), 4)}"))
    found.add(f"o:{min(len(_pieces(said) & _pieces(asked)), 4)}")
    if "?" in said or "？" in said:
        found.add("ask:end" if said.rstrip(' "”」)')[-1:] in ("?", "？") else "ask:within")
    if "?" in asked or "？" in asked:
        found.add("asked")
    return found


def _pieces(plain: str) -> set[str]:
    """Words of more than three letters and pairs of Chinese characters."""
    found: set[str] = set()
    for run in _RUN.findall(plain):
        if run.isascii():
            if len(run) > 3:
                found.add(run)
        else:
            found.update([run[at : at + 2] for at in range(len(run) - 1)])
    return found
