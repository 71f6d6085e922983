"""Corrections of facts by /edit, in any of the words that the coach displays for them, in either language."""

from collections.abc import Iterator
from functools import cache

from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, FactName
from coach.domain.vocabulary import values_of
from coach.patterns import Pattern, Synonyms
from coach.phrases import LANGUAGES, load

_NAMES = {fact: Pattern("fact_edits", f"{{name_{fact}}}") for fact in FACTS}
_VALUES = {fact: Synonyms("fact_edits", values_of(fact)) for fact in FACTS}
_BETWEEN = Pattern("fact_edits", r"^(?:\s|[:：=]|{between})+", flags=0)
_SHOWN = ("screen.value.{fact}.{value}", "fact_value.{value}", "choice.rank.{value}", "choice.now_{fact}.{value}")
"""Lines that show a value of a fact."""


def edited(argument: str) -> e.FactCorrected | None:
    """The correction named by the argument of /edit, or None if it names no fact or no valid value."""
    plain = " ".join(argument.split()).casefold()
    for size, fact in sorted(_named(plain), reverse=True):
        told = _BETWEEN.sub("", plain[size:]).strip(" 。.")
        if value := _shown_values(fact).get(told) or _VALUES[fact].meaning(told):
            return e.FactCorrected(fact=fact, value=value)
    return None


def corrected(fact: FactName, value: str | None) -> e.FactCorrected | None:
    """The correction by hand; None if the value does not fit the fact."""
    return e.FactCorrected(fact=fact, value=value) if value is None or value in values_of(fact) else None


def _named(plain: str) -> Iterator[tuple[int, FactName]]:
    """The facts with whose names the words may begin, each with the length of its name."""
    for fact in FACTS:
        hit = _NAMES[fact].match(plain)
        sizes = [len(hit[0]) if hit else 0, *(len(name) for name in _shown_names(fact) if plain.startswith(name))]
        if longest := max(sizes):
            yield longest, fact


@cache
def _shown_names(fact: FactName) -> list[str]:
    return [
        load(language).say(f"{area}.{fact}").casefold() for language in LANGUAGES for area in ("fact", "screen.fact")
    ]


@cache
def _shown_values(fact: FactName) -> dict[str, str]:
    """The value by each of the words that the coach displays for it, and by its own name."""
    words: dict[str, str] = {}
    for value in values_of(fact):
        keys = [key.format(fact=fact, value=value) for key in _SHOWN]
        shown = [load(language).say(key) for language in LANGUAGES for key in keys if key in load(language)]
        words |= {word.casefold(): value for word in (value, *shown)}
    return words
