"""Words and phrases to concepts: what a stretch of speech is about, before anybody decides what it tells."""

import re
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


class Lexicon:
    """Phrases with their concepts; "…" in a phrase stands for a gap inside one clause. The longest phrase at a place wins."""

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        """`phrases` in plain form: Chinese as `Spelling.plain` gives it, English as stems parted by single spaces."""
        self._chinese: dict[str, tuple[str, ...]] = {}
        self._chinese_gaps: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._english: dict[str, tuple[str, ...]] = {}
        self._english_gaps: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._counts: dict[str, list[int]] = {}
        for phrase, concepts in phrases.items():
            head, _, tail = phrase.partition("…")
            if head[0] >= "\u3400":
                self._add(head, tail, tuple(concepts), self._chinese, self._chinese_gaps)
            else:
                self._add(head, tail, tuple(concepts), self._english, self._english_gaps)
        for key in sorted({*self._chinese, *self._chinese_gaps}, key=len, reverse=True):
            self._remember(self._lengths, key[0], len(key))
        for key in sorted({*self._english, *self._english_gaps}, key=lambda k: k.count(" "), reverse=True):
            self._remember(self._counts, key.split(" ", 1)[0], key.count(" ") + 1)

    @staticmethod
    def _add(
        head: str,
        tail: str,
        concepts: tuple[str, ...],
        whole: dict[str, tuple[str, ...]],
        gaps: dict[str, list[tuple[str, tuple[str, ...]]]],
    ) -> None:
        if tail:
            gaps.setdefault(head, []).append((tail, concepts))
        else:
            whole[head] = concepts

    @staticmethod
    def _remember(lengths: dict[str, list[int]], first: str, length: int) -> None:
        known = lengths.setdefault(first, [])
        if length not in known:
            known.append(length)

    def find(self, plain: str, start: int, end: int, words: list[Word]) -> list[Found]:
        """Every phrase in plain[start:end], whose Latin words are `words`, in the order of their places."""
        found: list[Found] = []
        self._find_chinese(plain, start, end, found)
        if words:
            self._find_english(words, found)
            found.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _find_chinese(self, plain: str, start: int, end: int, found: list[Found]) -> None:
        reached = -1
        for at in range(start, end):
            lengths = self._lengths.get(plain[at])
            if lengths is None:
                continue
            longest = False
            for length in lengths:
                stop = at + length
                if stop > end:
                    continue
                piece = plain[at:stop]
                if not longest:
                    concepts = self._chinese.get(piece)
                    if concepts is not None:
                        longest = True
                        if stop > reached:
                            found.append(Found(at, stop, concepts, piece))
                            reached = stop
                for tail, concepts in self._chinese_gaps.get(piece, ()):
                    place = plain.find(tail, stop, min(end, stop + _CHINESE_GAP + len(tail)))
                    if place >= 0:
                        found.append(Found(at, place + len(tail), concepts, f"{piece}…{tail}"))

    def _find_english(self, words: list[Word], found: list[Found]) -> None:
        reached = -1
        size = len(words)
        for at in range(size):
            counts = self._counts.get(words[at][0])
            if counts is None:
                continue
            longest = False
            for count in counts:
                stop = at + count
                if stop > size:
                    continue
                piece = words[at][0] if count == 1 else " ".join(word[0] for word in words[at:stop])
                if not longest:
                    concepts = self._english.get(piece)
                    if concepts is not None:
                        longest = True
                        if stop > reached:
                            found.append(Found(words[at][1], words[stop - 1][2], concepts, piece))
                            reached = stop
                for tail, concepts in self._english_gaps.get(piece, ()):
                    self._after_gap(words, at, stop, piece, tail, concepts, found)

    @staticmethod
    def _after_gap(
        words: list[Word], at: int, stop: int, piece: str, tail: str, concepts: tuple[str, ...], found: list[Found]
    ) -> None:
        size = tail.count(" ") + 1
        for place in range(stop, min(len(words) - size + 1, stop + _ENGLISH_GAP)):
            if " ".join(word[0] for word in words[place : place + size]) == tail:
                found.append(Found(words[at][1], words[place + size - 1][2], concepts, f"{piece}…{tail}"))
                return
