"""What is counted in a rep's line, beside what the customer had just said, before it is weighed."""

import re
from datetime import date

from coach.listening.dates import find_dates
from coach.listening.normal import Spelling

Cues = tuple[tuple[str, re.Pattern[str]], ...]

ANY_MONDAY = date(2024, 1, 1)
"""Whether a phrase names a day does not hang on the day it is said."""

_HAN = re.compile("[\u4e00-\u9fff]")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_END = re.compile(r"[。！？；!?;\n…]+|\.(?=\s|$)|[，,](?=.{6})")
_NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千万两]{2}|[零〇]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|hundred|thousand)\b"
)
_FIGURES = re.compile(r"[0-9][0-9.,:]*|[二三四五六七八九十百千万两零半]+|一[二三四五六七八九十百千万]+")
_AT_WORD = re.compile(r"(?:^|(?<=\|))\\b\(\?:")
_GLUED = re.compile(r"(?<![a-z0-9 ])(?=[a-z])")
_RUN = re.compile("[\u4e00-\u9fff]+|[a-z0-9]+")


def has_chinese(text: str) -> bool:
    """Whether there is a Chinese character in the text."""
    return _HAN.search(text) is not None


def is_chinese(customer: str, rep: str) -> bool:
    """Whether a line is read with the Chinese cues: it has more Chinese characters than a third of its Latin words."""
    both = rep + customer
    return 3 * len(_HAN.findall(both)) > len(re.findall("[A-Za-z]+", both))


def compiled(table: dict[str, str], chinese: bool) -> Cues:
    """The cues of one section of a lexicon, ready to search in `plain` text.

    In English every word there has a space before it, and a pattern that starts at a word is made to start with that space: a fixed
    first character is what lets the search skip, twice as fast.
    """
    if chinese:
        return tuple((name, re.compile(pattern)) for name, pattern in table.items())
    return tuple(
        (name, re.compile(_AT_WORD.sub(" (?:", pattern).replace("^(?:", "^ ?(?:"))) for name, pattern in table.items()
    )


class ActFeatures:
    """Features of one language: cues of the lexicon, how they stand together, and short runs of characters or words."""

    def __init__(self, spelling: Spelling, rep: Cues, customer: Cues, chinese: bool) -> None:
        self._spelling = spelling
        self._rep = rep
        self._patterns = dict(rep)
        self._customer = customer
        self._chinese = chinese

    def plain(self, text: str) -> str:
        """The text as the cues read it."""
        plain = self._spelling.plain(text).translate(_APOSTROPHES)
        return plain if self._chinese else _GLUED.sub(" ", plain)

    def cues(self, customer: str, rep: str) -> tuple[list[str], list[tuple[str, re.Match[str]]]]:
        """The cues in the plain lines: names of the customer's, names of the rep's with their first place."""
        found = [(name, pattern.search(rep)) for name, pattern in self._rep]
        return (
            [name for name, pattern in self._customer if pattern.search(customer)],
            [(name, match) for name, match in found if match],
        )

    def count(self, customer: str, rep: str) -> tuple[set[str], set[str]]:
        """The features of a line: those of the lexicon, and the runs."""
        asked, said = self.plain(customer), self.plain(rep)
        heard, found = self.cues(asked, said)
        cues = [name for name, _ in found]
        told = {"c:" + name for name in cues}
        for name in heard:
            told.add("k:" + name)
            before = f"p:{name}>"
            told.update([before + cue for cue in cues])
        for at, name in enumerate(cues):
            before = f"q:{name}+"
            told.update([before + other for other in cues[at + 1 :]])
        self._place(said, found, told)
        _shape(asked, said, rep, told)
        return told, self._runs(asked, "t") | self._runs(said, "r")

    def _place(self, said: str, found: list[tuple[str, re.Match[str]]], told: set[str]) -> None:
        """Which cues stand in the first stretch of the line, which in the last; where there is but one, neither."""
        stops = list(_END.finditer(said))
        if not stops:
            return
        first, size = stops[0].start(), len(said) - 3
        last = next((stop.end() for stop in reversed(stops) if stop.end() < size), 0)
        for name, match in found:
            if match.start() < first:
                told.add("f:" + name)
            if match.start() >= last or self._patterns[name].search(said, last):
                told.add("l:" + name)

    def _runs(self, plain: str, mark: str) -> set[str]:
        runs: set[str] = set()
        longest = 3 if mark == "r" else 2
        if self._chinese:
            text = _FIGURES.sub("#", re.sub(r"\s+", "", plain))
            for length in range(1, longest + 1):
                runs.update([f"{mark}{text[at : at + length]}" for at in range(len(text) - length + 1)])
            runs.update((f"{mark}^{text[:2]}", f"{mark}${text[-2:]}", f"{mark}^{text[:1]}", f"{mark}$$${text[-3:]}"))
        words = ["#" if stem[0].isdecimal() else stem for stem, _, _ in self._spelling.words(plain, 0, len(plain))]
        for length in range(1, longest + 1):
            runs.update([f"{mark}e{' '.join(words[at : at + length])}" for at in range(len(words) - length + 1)])
        if words and not self._chinese:
            runs.update((f"{mark}^{words[0]}", f"{mark}${words[-1]}"))
        return runs


def _shape(asked: str, said: str, rep: str, told: set[str]) -> None:
    """Length, figures, question marks, a named day, and how much of the customer's words the rep takes up again."""
    told.update([f"d:{one.kind}" for one in find_dates(rep, ANY_MONDAY)])
    told.update((f"n:{min(len(said) // 12, 8)}", f"m:{min(len(_NUMBER.findall(said)), 4)}"))
    if "?" in said or "？" in said:
        told.add("ask:end" if said.rstrip(' "”」)')[-1:] in ("?", "？") else "ask:within")
    if "?" in asked or "？" in asked:
        told.add("asked")
    told.add(f"o:{min(len(_pieces(said) & _pieces(asked)), 4)}")


def _pieces(plain: str) -> set[str]:
    found: set[str] = set()
    for run in _RUN.findall(plain):
        if run.isascii():
            if len(run) > 3:
                found.add(run)
        else:
            found.update([run[at : at + 2] for at in range(len(run) - 1)])
    return found
