"""Features of a rep's line in reply to the customer's: lexicon cues, their order and position, and character and word n-grams."""

import re
from datetime import date

from coach.listening.dates import find_dates
from coach.listening.normal import Spelling

Cues = tuple[tuple[str, re.Pattern[str]], ...]

ANY_MONDAY = date(2024, 1, 1)
"""The base day for `find_dates`: whether a phrase is a date does not depend on it."""

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
    """Whether the text contains a Chinese character."""
    return _HAN.search(text) is not None


def is_chinese(customer: str, rep: str) -> bool:
    """Whether the Chinese cues apply: there are more Chinese characters than a third of the Latin words."""
    both = rep + customer
    return 3 * len(_HAN.findall(both)) > len(re.findall("[A-Za-z]+", both))


def compiled(table: dict[str, str], chinese: bool) -> Cues:
    """The compiled cues of one section of a lexicon, for `ActFeatures.plain` text.

    In plain English text every word follows a space, so a leading `\\b` is replaced by that space: with a fixed first
    character the search is twice as fast.
    """
    if chinese:
        return tuple((name, re.compile(pattern)) for name, pattern in table.items())
    return tuple(
        (name, re.compile(_AT_WORD.sub(" (?:", pattern).replace("^(?:", "^ ?(?:"))) for name, pattern in table.items()
    )


class ActFeatures:
    """Feature extraction for one language: cues, pairs of cues, their positions, and n-grams."""

    def __init__(self, spelling: Spelling, rep: Cues, customer: Cues, chinese: bool) -> None:
        self._spelling = spelling
        self._rep = rep
        self._patterns = dict(rep)
        self._customer = customer
        self._chinese = chinese

    def plain(self, text: str) -> str:
        """The text normalized for the cues."""
        plain = self._spelling.plain(text).translate(_APOSTROPHES)
        return plain if self._chinese else _GLUED.sub(" ", plain)

    def cues(self, customer: str, rep: str) -> tuple[list[str], list[tuple[str, re.Match[str]]]]:
        """The cues in two plain lines: names in the customer's; (name, first match) in the rep's."""
        found = [(name, pattern.search(rep)) for name, pattern in self._rep]
        return (
            [name for name, pattern in self._customer if pattern.search(customer)],
            [(name, match) for name, match in found if match],
        )

    def count(self, customer: str, rep: str) -> tuple[set[str], set[str]]:
        """The features of a line: (lexicon features, n-grams)."""
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
        """Adds which cues are in the first clause and which in the last; nothing for a line of one clause."""
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
    """Adds length, numbers, question marks, dates, and the overlap with the customer's words."""
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
