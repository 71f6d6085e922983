"""The word lists for name recognition, from assets/listening/names.toml."""

import re
import tomllib
from functools import cache

from coach.locations import assets


@cache
def table(language: str) -> dict[str, str]:
    """The word lists of `zh` or `en` by category."""
    with (assets() / "listening" / "names.toml").open("rb") as file:
        loaded: dict[str, dict[str, str]] = tomllib.load(file)
    return loaded[language]


def any_of(words: str) -> str:
    """An alternation of the words, longest first."""
    return "|".join(sorted((re.escape(word) for word in set(words.split())), key=len, reverse=True))
