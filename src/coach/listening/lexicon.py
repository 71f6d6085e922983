"""Phrase lookup: maps words and phrases of a text to concepts."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from operator import add
from typing import NamedTuple

CHINESE = re.compile("[\u3400-\u9fff]")
_CHINESE_GAP = 6
_ENGLISH_GAP = 5

Word = tuple[str, int, int]


class Found(NamedTuple):
    """A phrase found at start:end of the plain text, with its concepts."""

    start: int
    end: int
    concepts: tuple[str, ...]
    phrase: str


Tail = tuple[str, tuple[str, ...]]
"""The part of a phrase after its gap, with the concepts of the whole phrase."""


Head = tuple[str, int, tuple[str, ...] | None, Sequence[Tail]]
"""The part of phrases before a gap: text, size, concepts if it is a phrase by itself, and the possible tails."""


class _Heads:
    """Builds the lookup table of one script."""

    def __init__(self) -> None:
        self._whole: dict[str, tuple[str, ...]] = {}
        self._tails: dict[str, list[Tail]] = {}

    def add(self, head: str, tail: str, concepts: tuple[str, ...]) -> None:
        """Adds a phrase; `tail` is empty if it has no gap."""
        if tail:
            self._tails.setdefault(head, []).append((tail, concepts))
        else:
            self._whole[head] = concepts

    def by_opening(self, opening: Callable[[str], str], size: Callable[[str], int]) -> dict[str, list[Head]]:
        """The heads by their first one or two characters or words, longest first."""
        found: dict[str, list[Head]] = {}
        for head in sorted({*self._whole, *self._tails}, key=size, reverse=True):
            told = (head, size(head), self._whole.get(head), self._tails.get(head, ()))
            found.setdefault(opening(head), []).append(told)
        return found


class Lexicon:
    """Phrases with their concepts; "…" is a gap within a clause. The longest phrase at a position wins."""

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        """`phrases` are normalized: Chinese by `Spelling.plain`, English as stems separated by single spaces."""
        chinese, english = _Heads(), _Heads()
        alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        for phrase, told in phrases.items():
            head, _, tail = phrase.partition("…")
            concepts = alike.setdefault(tuple(told), tuple(told))
            (chinese if head[0] >= "\u3400" else english).add(head, tail, concepts)
        self._chinese = chinese.by_opening(lambda head: head[:2], len)
        self._english = english.by_opening(lambda head: " ".join(head.split(" ")[:2]), lambda head: head.count(" ") + 1)

    def find(self, plain: str, start: int, end: int, words: list[Word]) -> list[Found]:
        """All phrases in plain[start:end], whose Latin words are `words`, by position."""
        found: list[Found] = []
        if not plain.isascii():
            self._find_chinese(plain, start, end, found)
        if words:
            self._find_english(words, found)
            found.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _find_chinese(self, plain: str, start: int, end: int, found: list[Found]) -> None:
        clause, heads = plain[start:end], self._chinese.get
        reached = -1
        singles, pairs = map(heads, clause), map(heads, map(add, clause, clause[1:]))
        for at, (single, several) in enumerate(zip_longest(singles, pairs), start):
            if single is None and several is None:
                continue
            longest = False
            for head, size, concepts, tails in (*(several or ()), *(single or ())):
                if not plain.startswith(head, at, end):
                    continue
                stop = at + size
                if concepts is not None and not longest:
                    longest = True
                    if stop > reached:
                        found.append(Found(at, stop, concepts, head))
                        reached = stop
                for tail, told in tails:
                    place = plain.find(tail, stop, min(end, stop + _CHINESE_GAP + len(tail)))
                    if place >= 0:
                        found.append(Found(at, place + len(tail), told, f"{head}…{tail}"))

    def _find_english(self, words: list[Word], found: list[Found]) -> None:
        stems, heads = [word[0] for word in words], self._english.get
        reached = -1
        pairs = map(heads, map("{} {}".format, stems, stems[1:]))
        for at, (single, several) in enumerate(zip_longest(map(heads, stems), pairs)):
            if single is None and several is None:
                continue
            longest = False
            for head, size, concepts, tails in (*(several or ()), *(single or ())):
                stop = at + size
                if size > 2 and " ".join(stems[at:stop]) != head:
                    continue
                if concepts is not None and not longest:
                    longest = True
                    if stop > reached:
                        found.append(Found(words[at][1], words[stop - 1][2], concepts, head))
                        reached = stop
                for tail, told in tails:
                    place = _after_gap(stems, stop, tail)
                    if place:
                        found.append(Found(words[at][1], words[place - 1][2], told, f"{head}…{tail}"))


def _after_gap(stems: list[str], at: int, tail: str) -> int:
    """The end of the tail if it follows within a gap, else 0."""
    size = tail.count(" ") + 1
    for place in range(at, min(len(stems) - size + 1, at + _ENGLISH_GAP)):
        if " ".join(stems[place : place + size]) == tail:
            return place + size
    return 0
