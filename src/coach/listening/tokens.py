"""What the network reads: words of a clause, each with the row of its weights and the concepts it belongs to."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from coach.listening.fingerprints import Fingerprints, numbers
from coach.listening.lexicon import Found, Word
from coach.listening.remembered import Remembered

UNKNOWN = 0
"""The row of words that nobody knows, and of the edges of a clause."""
_LONGEST = 4
_REMEMBERED = 2_000
_LOOKED_UP = 8_000
MARKS = "\"'“”「」()%$£"
"""What counts as a token of its own beside words and numbers."""


class Token(NamedTuple):
    """A word or mark: its row, and the rows of a phrase that it is part of and of the concepts which that tells."""

    row: int
    concepts: tuple[int, ...]


class Tokens:
    """Cuts Chinese at the longest known words, takes Latin words by their stems. Words that mean nearly the same may share a row."""

    def __init__(self, row_of: Callable[[str], int | None], last: int, concepts: Iterable[str]) -> None:
        """`row_of` tells the row of a token, up to `last`, as `listed` has them; `concepts` and phrases by rows after those."""
        self._rows = Remembered(row_of, _LOOKED_UP)
        self._concepts = {name: last + place for place, name in enumerate(concepts, 1)}
        self._count = last + 1 + len(self._concepts)
        self._told: Remembered[tuple[str, ...], tuple[int, ...]] = Remembered(self._known, _REMEMBERED)
        self._plain: Remembered[int, Token] = Remembered(lambda row: Token(row, ()), _REMEMBERED)

    def __len__(self) -> int:
        """How many rows there are, with that of the unknown and those of the concepts."""
        return self._count

    def of(self, plain: str, start: int, end: int, words: list[Word], found: list[Found]) -> list[Token]:
        """The tokens of plain[start:end], whose Latin words are `words` and in which the lexicon has found `found`."""
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
        """The rows of the tokens, each with its place."""
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
        """Adds the tokens of plain[at:stop], where no Latin word begins, and tells where the last one ends: a Chinese word may go beyond."""
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
        """The row of the longest known word there, and where it ends; most characters begin none, so that one look tells it."""
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
    """The row of each token; `UNKNOWN` of two characters that only begin words.

    `lines` are the tokens of each row, parted by spaces, a stem with "~" before it, a mark with "'".
    """
    rows = {token: row for row, line in enumerate(lines, 1) for token in line.split()}
    for word in [word for word in rows if word[0] >= "\u3400" and len(word) > 2]:
        rows.setdefault(word[:2], UNKNOWN)
    return rows


def from_list(lines: Iterable[str], concepts: Iterable[str]) -> Tokens:
    """The tokens of such lines."""
    rows = listed(lines)
    return Tokens(rows.get, max(rows.values(), default=UNKNOWN), concepts)


def from_table(known: Fingerprints, packed: bytes, concepts: Iterable[str]) -> Tokens:
    """The tokens of a table, `packed` two bytes a token: its row. Raises ValueError where the two are not of one size."""
    rows = numbers("H", packed)
    if len(rows) != len(known):
        raise ValueError(f"{len(rows)} rows for {len(known)} tokens")

    def row_of(token: str) -> int | None:
        place = known.place(token)
        return None if place is None else rows[place]

    return Tokens(row_of, max(rows, default=UNKNOWN), concepts)
