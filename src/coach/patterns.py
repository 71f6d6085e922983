"""Regular expressions with their vocabulary in data files: assets/words/{zh,en}/AREA.tsv, a key and its alternatives
per line.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Generic, TypeVar

from coach import locations
from coach.domain.vocabulary import LANGUAGES

M = TypeVar("M", bound=str)
_SLOT = re.compile(r"\{([^\W\d]\w*)\}")
_WHOLE_SLOT = re.compile(r"(^|(?<!\\)(?:\||\((?:\?(?::|<?[=!]|P<\w+>))?))\{([^\W\d]\w*)\}(?=[|)]|$)")
_made: "list[Pattern]" = []


def expression(area: str, template: str, flags: int = re.IGNORECASE) -> "re.Pattern[str]":
    """An expression over vocabulary of both languages: `{key}` in `template` is replaced by the alternatives of that key
    in `area`, as a group; quantifiers like {1,4} stay. Compiled at once; a `Pattern` is on its first use.

    Raises KeyError for a key that the area lacks, re.error for a bad expression.
    """
    return re.compile(filled(template, alternatives(area)), flags)


def filled(template: str, told: Mapping[str, str]) -> str:
    """The template with the words told in its slots, and in theirs; a slot that is a whole alternative needs no group of
    its own, and is searched for faster without.
    """
    flat = _WHOLE_SLOT.sub(lambda slot: slot[1] + filled(told[slot[2]], told), template)
    return _SLOT.sub(lambda slot: f"(?:{filled(told[slot[1]], told)})", flat)


class Pattern:
    """An `expression` that is assembled and compiled on first use, or by `compile_all`."""

    def __init__(self, area: str, template: str, flags: int = re.IGNORECASE) -> None:
        self._area, self._template, self._flags = area, template, flags
        _made.append(self)

    @cached_property
    def compiled(self) -> "re.Pattern[str]":
        """Raises as `expression` does."""
        return re.compile(filled(self._template, self._words()), self._flags)

    def _words(self) -> Mapping[str, str]:
        return alternatives(self._area)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> "re.Match[str] | None":
        """As of a compiled expression, like the methods below."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> "re.Match[str] | None":
        """At the beginning, or at `start`."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> "re.Match[str] | None":
        """The whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> "Iterator[re.Match[str]]":
        """All places."""
        return self.compiled.finditer(text)

    def sub(self, by: "str | Callable[[re.Match[str]], str]", text: str, count: int = 0) -> str:
        """The text with what is found replaced."""
        return self.compiled.sub(by, text, count)

    def split(self, text: str, most: int = 0) -> list[str]:
        """The text between what is found."""
        return self.compiled.split(text, most)


class Synonyms(Generic[M]):
    """Words for each of a few meanings: those of meaning M are the alternatives of the key `prefix`M of the area."""

    def __init__(self, area: str, meanings: Iterable[M], prefix: str = "") -> None:
        self._patterns = {meaning: Pattern(area, f"{{{prefix}{meaning}}}") for meaning in meanings}

    def meaning(self, word: str) -> M | None:
        """The first meaning of which that is a word; None if it is a word of none."""
        return next((meaning for meaning, words in self._patterns.items() if words.fullmatch(word)), None)


def compile_all() -> None:
    """Compiles every pattern of the modules imported so far, so that no answer waits for it."""
    for pattern in _made:
        _ = pattern.compiled


@cache
def alternatives(area: str) -> dict[str, str]:
    """The expression that matches any alternative, by key, Chinese ones first. Raises FileNotFoundError if the file is
    missing.
    """
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for key, told in words(area, language).items():
            found.setdefault(key, []).extend(told)
    return {key: "|".join(told) for key, told in found.items()}


@cache
def words(area: str, language: str) -> dict[str, list[str]]:
    """The alternatives in one language, by key. Raises FileNotFoundError if the file is missing."""
    file = locations.assets() / "words" / language / f"{area}.tsv"
    rows = (row.split("\t") for row in file.read_text("utf-8").splitlines())
    return {key: told for key, *told in rows}
