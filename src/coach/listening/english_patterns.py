"""The patterns for English customers and contacts."""

from functools import cache
from typing import NamedTuple

from coach.listening.name_words import NamePattern, table
from coach.patterns import Pattern, words

NAME, CAPITAL = ("|".join(words("names", "en")[key]) for key in ("name", "capital"))
"""A name in capitals, and whatever begins with one."""


class English(NamedTuple):
    """The patterns, each named for what it finds, and the word lists they are checked against."""

    person: Pattern
    called: Pattern
    apposed: Pattern
    plain_person: Pattern
    role: Pattern
    at: Pattern
    plain_at: Pattern
    plain_of: Pattern
    visited: Pattern
    labelled: Pattern
    opening: Pattern
    person_first: Pattern
    titled: Pattern
    named: Pattern
    name_is: Pattern
    of_a_pair: Pattern
    full_name: Pattern
    by_first_name: Pattern
    introduced: Pattern
    of_theirs: Pattern
    the_house: Pattern
    at_a_house: Pattern
    with_officer: Pattern
    between: Pattern
    first_names: frozenset[str]
    brands: frozenset[str]
    suffixes: frozenset[str]
    plain_suffixes: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]


def _trades(told: str) -> frozenset[str]:
    """Trades that end a name, each in the plural as well: kitchens as well as kitchen."""
    return frozenset(form for word in told.split() for form in (word, word if word.endswith("s") else f"{word}s"))


@cache
def english() -> English:
    """All of them; each is compiled on its first use."""
    en = table("en")
    return English(
        person=NamePattern("en", "{person}"),
        called=NamePattern("en", "{called}"),
        apposed=NamePattern("en", "{apposed}"),
        plain_person=NamePattern("en", "{plain_person}"),
        role=NamePattern("en", "{role}"),
        at=NamePattern("en", "{at}"),
        plain_at=NamePattern("en", "{plain_at}"),
        plain_of=NamePattern("en", "{plain_of}"),
        visited=NamePattern("en", "{visited}"),
        labelled=NamePattern("en", "{labelled}"),
        opening=NamePattern("en", "{opening}"),
        person_first=NamePattern("en", "{person_first}"),
        titled=NamePattern("en", "{titled}"),
        named=NamePattern("en", "{named}"),
        name_is=NamePattern("en", "{name_is}"),
        of_a_pair=NamePattern("en", "{of_a_pair}"),
        full_name=NamePattern("en", "{full_name}"),
        by_first_name=NamePattern("en", "{by_first_name}"),
        introduced=NamePattern("en", "{introduced}"),
        of_theirs=NamePattern("en", "{of_theirs}"),
        the_house=NamePattern("en", "{the_house}"),
        at_a_house=NamePattern("en", "{at_a_house}"),
        with_officer=NamePattern("en", "{with_officer}"),
        between=NamePattern("en", "{between}"),
        first_names=frozenset(en["first_names"].split()), brands=frozenset(en["brands"].split()),
        suffixes=_trades(f"{en['suffixes']} {en['proper_suffixes']}"), plain_suffixes=frozenset(en["suffixes"].split()),
        not_names=frozenset(en["not_names"].split()), places=frozenset(en["places"].split()),
    )  # fmt: skip
