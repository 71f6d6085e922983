"""Words and phrases to concepts: what a stretch of speech is about, before anybody decides what it tells."""

import re
from collections.abc import Callable
from itertools import zip_longest
from operator import add
from typing import NamedTuple

CHINESE = re.compile("[\u3400-\u9fff]")
_CHINESE_GAP = 6
_ENGLISH_GAP = 5

Word = tuple[str, int, int]


class Found(NamedTuple):
    """A phrase found at start:end of the plain text, with the concepts it tells and the phrase itself."""

    start: int
    end: int
    concepts: tuple[str, ...]
    phrase: str


class _Phrases:
    """Phrases of one script by their beginnings: the concepts of those that are whole there, and what others go on with after a gap."""

    def __init__(self) -> None:
        self.whole: dict[str, tuple[str, ...]] = {}
        self.gaps: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def add(self, head: str, tail: str, concepts: tuple[str, ...]) -> None:
        """One phrase; an empty tail where it has no gap."""
        if tail:
            self.gaps.setdefault(head, []).append((tail, concepts))
        else:
            self.whole[head] = concepts

    def sizes(self, opening: Callable[[str], str], size: Callable[[str], int]) -> dict[str, list[int]]:
        """For every opening the sizes of the beginnings that have it, the largest first."""
        found: dict[str, list[int]] = {}
        for head in sorted({*self.whole, *self.gaps}, key=size, reverse=True):
            known = found.setdefault(opening(head), [])
            if size(head) not in known:
                known.append(size(head))
        return found


class Lexicon:
    """Phrases with their concepts; "…" in a phrase stands for a gap inside one clause. The longest phrase at a place wins."""

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        """`phrases` in plain form: Chinese as `Spelling.plain` gives it, English as stems parted by single spaces."""
        self._chinese = _Phrases()
        self._english = _Phrases()
        for phrase, concepts in phrases.items():
            head, _, tail = phrase.partition("…")
            (self._chinese if head[0] >= "\u3400" else self._english).add(head, tail, tuple(concepts))
        self._lengths = self._chinese.sizes(lambda head: head[:2], len)
        self._counts = self._english.sizes(lambda head: head.split(" ", 1)[0], lambda head: head.count(" ") + 1)

    def find(self, plain: str, start: int, end: int, words: list[Word]) -> list[Found]:
        """Every phrase in plain[start:end], whose Latin words are `words`, in the order of their places."""
        found: list[Found] = []
        if not plain.isascii():
            self._find_chinese(plain, start, end, found)
        if words:
            self._find_english(words, found)
            found.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _find_chinese(self, plain: str, start: int, end: int, found: list[Found]) -> None:
        clause, sizes = plain[start:end], self._lengths.get
        pairs = map(sizes, map(add, clause, clause[1:]))
        reached = -1
        for at, (single, several) in enumerate(zip_longest(map(sizes, clause), pairs), start):
            if single is None and several is None:
                continue
            longest = False
            for length in (*(several or ()), *(single or ())):
                stop = at + length
                if stop > end:
                    continue
                piece = plain[at:stop]
                if not longest:
                    concepts = self._chinese.whole.get(piece)
                    if concepts is not None:
                        longest = True
                        if stop > reached:
                            found.append(Found(at, stop, concepts, piece))
                            reached = stop
                for tail, concepts in self._chinese.gaps.get(piece, ()):
                    place = plain.find(tail, stop, min(end, stop + _CHINESE_GAP + len(tail)))
                    if place >= 0:
                        found.append(Found(at, place + len(tail), concepts, f"{piece}…{tail}"))

    def _find_english(self, words: list[Word], found: list[Found]) -> None:
        stems = [word[0] for word in words]
        reached = -1
        for at, counts in enumerate(map(self._counts.get, stems)):
            if counts is None:
                continue
            longest = False
            for count in counts:
                stop = at + count
                if stop > len(stems):
                    continue
                piece = stems[at] if count == 1 else " ".join(stems[at:stop])
                if not longest:
                    concepts = self._english.whole.get(piece)
                    if concepts is not None:
                        longest = True
                        if stop > reached:
                            found.append(Found(words[at][1], words[stop - 1][2], concepts, piece))
                            reached = stop
                for tail, concepts in self._english.gaps.get(piece, ()):
                    place = _after_gap(stems, stop, tail)
                    if place:
                        found.append(Found(words[at][1], words[place - 1][2], concepts, f"{piece}…{tail}"))


def _after_gap(stems: list[str], at: int, tail: str) -> int:
    """Where the tail of a phrase ends, if it stands at most a gap behind; 0 where it does not."""
    size = tail.count(" ") + 1
    for place in range(at, min(len(stems) - size + 1, at + _ENGLISH_GAP)):
        if " ".join(stems[place : place + size]) == tail:
            return place + size
    return 0
