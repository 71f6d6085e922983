"""Tokenization for the network: each token is a row of the weight table, with the rows of its concepts."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from coach.listening.fingerprints import Fingerprints, numbers
from coach.listening.lexicon import Found, Word
from coach.listening.remembered import Remembered

UNKNOWN = 0
"""The row for unknown words, and the padding at the ends of a clause."""
_LONGEST = 4
_REMEMBERED = 2_000
_LOOKED_UP = 8_000
MARKS = "\"'“”「」()%$£"
"""Characters that are tokens besides words and numbers."""


class Token(NamedTuple):
    """A word or mark: its row, and the rows of the phrase it is part of and of that phrase's concepts."""

    row: int
    concepts: tuple[int, ...]


class Tokens:
    """Segments Chinese by longest match, and takes Latin words by stem. Near-synonyms may share a row."""

    def __init__(self, row_of: Callable[[str], int | None], last: int, concepts: Iterable[str]) -> None:
        """`row_of` maps a token to its row (at most `last`) as `listed` does; concepts and phrases have the rows after
        `last`.
        """
        self._rows = Remembered(row_of, _LOOKED_UP)
        self._concepts = {name: last + place for place, name in enumerate(concepts, 1)}
        self._count = last + 1 + len(self._concepts)
        self._told: Remembered[tuple[str, ...], tuple[int, ...]] = Remembered(self._known, _REMEMBERED)
        self._plain: Remembered[int, Token] = Remembered(lambda row: Token(row, ()), _REMEMBERED)

    def __len__(self) -> int:
        """The number of rows, including `UNKNOWN` and the concepts."""
        return self._count

    def of(self, plain: str, start: int, end: int, words: list[Word], found: list[Found]) -> list[Token]:
        """The tokens of plain[start:end], given its Latin words and the phrases found in it."""
        told: dict[int, tuple[int, ...]] = {}
        reached = start
        for hit in found:
            rows, places = self._told[*hit.concepts, hit.phrase], range(hit.start, hit.end)
            if hit.start >= reached:
                told.update(dict.fromkeys(places, rows))
            else:
                told.update({at: tuple({*told[at], *rows}) if at in told else rows for at in places})
            reached = max(reached, hit.end)
        cut = self._cut(plain, start, end, words)
        return [Token(row, told[at]) if at in told else self._plain[row] for row, at in cut]

    def _cut(self, plain: str, at: int, end: int, words: list[Word]) -> list[tuple[int, int]]:
        """The tokens as (row, position)."""
        rows = self._rows
        cut: list[tuple[int, int]] = []
        for stem, start, stop in words:
            if at < start and plain[at:start] != " ":
                at = self._between(plain, at, start, end, cut)
            if at <= start:
                cut.append((rows["~" + stem if stem[0] > "9" else f"#{min(len(stem), 7)}"] or UNKNOWN, start))
                at = stop
        self._between(plain, at, end, end, cut)
        return cut

    def _between(self, plain: str, at: int, stop: int, end: int, cut: list[tuple[int, int]]) -> int:
        """Appends the tokens of plain[at:stop], which has no Latin word; returns where the last one ends, perhaps
        beyond `stop`.
        """
        while at < stop:
            char = plain[at]
            if "\u3400" <= char <= "\u9fff":
                row, beyond = self._longest(plain, at, end)
                cut.append((row, at))
                at = beyond
            else:
                if char in MARKS:
                    cut.append((self._rows["'" + char] or UNKNOWN, at))
                at += 1
        return at

    def _known(self, concepts: tuple[str, ...]) -> tuple[int, ...]:
        """The rows of those concepts and phrases that have one."""
        return tuple(self._concepts[one] for one in concepts if one in self._concepts)

    def _longest(self, plain: str, at: int, end: int) -> tuple[int, int]:
        """(row, end) of the longest known word at `at`."""
        rows = self._rows
        pair = rows[plain[at : at + 2]] if at + 2 <= end else None
        if pair is not None:
            for stop in range(min(at + _LONGEST, end), at + 2, -1):
                row = rows[plain[at:stop]]
                if row:
                    return row, stop
            if pair:
                return pair, at + 2
        return rows[plain[at]] or UNKNOWN, at + 1


def listed(lines: Iterable[str]) -> dict[str, int]:
    """The row of each token, and `UNKNOWN` for pairs of characters that only begin longer words.

    `lines`: the tokens of each row, separated by spaces; stems begin with "~", marks with "'".
    """
    rows = {token: row for row, line in enumerate(lines, 1) for token in line.split()}
    for word in [word for word in rows if word[0] >= "\u3400" and len(word) > 2]:
        rows.setdefault(word[:2], UNKNOWN)
    return rows


def from_list(lines: Iterable[str], concepts: Iterable[str]) -> Tokens:
    """The tokenizer for lines as in `listed`."""
    rows = listed(lines)
    return Tokens(rows.get, max(rows.values(), default=UNKNOWN), concepts)


def from_table(known: Fingerprints, packed: bytes, concepts: Iterable[str]) -> Tokens:
    """The tokenizer for a packed vocabulary with a 16-bit row per word. Raises ValueError if the sizes do not match."""
    rows = numbers("H", packed)
    if len(rows) != len(known):
        raise ValueError(f"{len(rows)} rows for {len(known)} tokens")

    def row_of(token: str) -> int | None:
        place = known.place(token)
        return None if place is None else rows[place]

    return Tokens(row_of, max(rows, default=UNKNOWN), concepts)
