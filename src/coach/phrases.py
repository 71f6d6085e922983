"""The phrase catalogues: every sentence shown to people, by language and key.

They are written as TOML in assets/phrases and read in the form that `scripts/compile_phrases` produces. A key has one
wording or several variants. A slot takes text, a number, another `Line`, the reason of a system error, or a list of
these, joined as the language joins lists. `{count:day|days}` inserts the first word if the number is 1, else the second.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from coach import locations
from coach.domain.vocabulary import LANGUAGES as LANGUAGES
from coach.files import SystemReason

if TYPE_CHECKING:
    from coach.ports import CoachError

_BETWEEN = {"zh": "、", "en": ", "}
"""Separator between names inside a sentence."""


_HE = re.compile("(?<!其)他(?!们|人)")
_EXPLAINS = ("glossary.", "rule.")
_ERRORS = ("journal.", "notice.", "outcome.", "review.wrong_")
"""Where the sentences for errors stand; the first that has one counts."""


class Line(NamedTuple):
    """A sentence before rendering: a key and the values of its slots."""

    key: str
    slots: Mapping[str, Any] = {}


def day(when: date) -> Line:
    """A date with its weekday, as a line."""
    month, weekday = Line(f"date.month.{when.month}"), Line(f"date.weekday.{when.isoweekday()}")
    return Line("date.day", {"day": when.day, "month": month, "weekday": weekday})


class Sentences(list[Line]):
    """A slot value: lines rendered one after the other; a plain list would be rendered as a list of items."""


class Names(list[str | Line]):
    """A slot value: names inside a sentence, separated as the language separates them."""


class Number(int):
    """A number in a slot, whose format spec `one|many` selects the word that agrees with it."""

    def __format__(self, spec: str) -> str:
        one, either, many = spec.partition("|")
        return (one if self == 1 else many) if either else super().__format__(spec)


class Phrasebook:
    """The wordings of one language."""

    def __init__(self, language: str, entries: Mapping[str, tuple[str, ...]]) -> None:
        self.language = language
        self._entries = entries

    @property
    def entries(self) -> Mapping[str, tuple[str, ...]]:
        """All keys with their variants."""
        return self._entries

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def say(self, key: str, **slots: Any) -> str:
        """The first wording of a key with its slots filled. Raises KeyError for an unknown key or a missing slot."""
        return self.render(Line(key, slots))

    def render(self, line: Line, variant: int = 0) -> str:
        """The text of a line in variant `variant`, modulo the number of variants. Raises KeyError as `say` does."""
        wordings = self._entries[line.key]
        filled = {name: self._fill(value, variant) for name, value in line.slots.items()}
        return wordings[variant % len(wordings)].format_map(filled)

    def choose(self, key: str, used: Mapping[str, Sequence[int]], seed: int) -> int:
        """A variant that is not in `used` (variants by key, oldest first), selected by `seed`; if all are, the least
        recently used.
        """
        count, order = len(self._entries[key]), used.get(key, ())
        fresh = [n for n in range(count) if n not in order]
        if fresh:
            return fresh[(seed + sum(map(len, used.values()))) % len(fresh)]
        return order[-count] if len(order) >= count else order[0]

    @cached_property
    def feminine(self) -> "Phrasebook":
        """The catalogue for a customer who is a woman: Chinese distinguishes 他 and 她, English uses "they".

        Explanations of terms stay.
        """
        if self.language != "zh":
            return self
        entries = {
            key: lines if key.startswith(_EXPLAINS) else tuple(_HE.sub("她", line) for line in lines)
            for key, lines in self._entries.items()
        }
        return Phrasebook(self.language, entries)

    def join(self, items: Iterable[Any]) -> str:
        """The items joined as a list in this language."""
        return self._entries["list.separator"][0].join(self._fill(item, 0) for item in items)

    def names(self, items: Iterable[str]) -> str:
        """The names joined as inside a sentence in this language."""
        return _BETWEEN[self.language].join(items)

    def _fill(self, value: Any, variant: int) -> Any:
        if isinstance(value, Line):
            return self.render(value, variant)
        if isinstance(value, SystemReason):
            return system_words(value, self.language)
        if isinstance(value, Sentences):
            return self._entries["list.sentences"][0].join(self._fill(item, variant) for item in value)
        if isinstance(value, Names):
            return self.names(self._fill(item, variant) for item in value)
        if isinstance(value, list | tuple):
            return self.join(value)
        return Number(value) if type(value) is int else value


@cache
def load(language: str, area: str = "*") -> Phrasebook:
    """The phrasebook of `zh` or `en`; with `area` only that one file of it, which loads faster.

    Raises ValueError for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}: zh or en")
    entries: dict[str, tuple[str, ...]] = {}
    for file in sorted((locations.assets() / "phrases" / language).glob(f"{area}.tsv")):
        for line in file.read_text("utf-8").rstrip("\n").split("\n"):
            key, *wordings = line.replace("\\n", "\n").split("\t")
            entries[key] = tuple(wordings)
    return Phrasebook(language, entries)


def system_words(reason: SystemReason, language: str) -> str:
    """The catalogue's words for a system error; for one that it does not have, the system's own."""
    return load(language, "system").entries.get(f"system.{reason.code}", (str(reason),))[0]


def error_sentence(book: Phrasebook, error: "CoachError") -> str | None:
    """The catalogue's sentence for an expected failure, by its code; None if there is none that its details fill."""
    for area in _ERRORS:
        if f"{area}{error.code}" in book:
            try:
                return book.say(f"{area}{error.code}", **error.details)
            except KeyError:
                continue
    return None
