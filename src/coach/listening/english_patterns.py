"""The forms of English customers and contacts, and the word lists they are checked against."""

from functools import cache
from typing import NamedTuple

from coach.listening.name_words import NamePattern, table
from coach.patterns import words

NAME, CAPITAL = ("|".join(words("names", "en")[key]) for key in ("name", "capital"))
"""A name in capitals, and whatever begins with one."""


PERSON = NamePattern("en", "{person}")
CALLED = NamePattern("en", "{called}")
APPOSED = NamePattern("en", "{apposed}")
PLAIN_PERSON = NamePattern("en", "{plain_person}")
ROLE = NamePattern("en", "{role}")
AT = NamePattern("en", "{at}")
PLAIN_AT = NamePattern("en", "{plain_at}")
PLAIN_OF = NamePattern("en", "{plain_of}")
VISITED = NamePattern("en", "{visited}")
LABELLED = NamePattern("en", "{labelled}")
OPENING = NamePattern("en", "{opening}")
PERSON_FIRST = NamePattern("en", "{person_first}")
TITLED = NamePattern("en", "{titled}")
NAMED = NamePattern("en", "{named}")
NAME_IS = NamePattern("en", "{name_is}")
OF_A_PAIR = NamePattern("en", "{of_a_pair}")
FULL_NAME = NamePattern("en", "{full_name}")
BY_FIRST_NAME = NamePattern("en", "{by_first_name}")
INTRODUCED = NamePattern("en", "{introduced}")
OF_THEIRS = NamePattern("en", "{of_theirs}")
THE_HOUSE = NamePattern("en", "{the_house}")
AT_A_HOUSE = NamePattern("en", "{at_a_house}")
WITH_OFFICER = NamePattern("en", "{with_officer}")
BETWEEN = NamePattern("en", "{between}")


class Lists(NamedTuple):
    """Words by kind, in small letters."""

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
def lists() -> Lists:
    """The lists of assets/listening/names.toml that names are checked against."""
    en = table("en")
    return Lists(
        first_names=frozenset(en["first_names"].split()),
        brands=frozenset(en["brands"].split()),
        suffixes=_trades(f"{en['suffixes']} {en['proper_suffixes']}"),
        plain_suffixes=frozenset(en["suffixes"].split()),
        not_names=frozenset(en["not_names"].split()),
        places=frozenset(en["places"].split()),
    )
