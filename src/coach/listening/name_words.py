"""The word lists for name recognition, from assets/listening/names.toml."""

import re
import tomllib
from functools import cache

from coach.locations import assets

KINDS = frozenset(
    ["co", "company", "factory", "plant", "shop", "store", "restaurant", "hospital", "hotel", "school", "clinic", "farm", "warehouse"]
)  # fmt: skip
"""English words for what a place is, which in small letters describe it as often as they end its name."""


@cache
def table(language: str) -> dict[str, str]:
    """The word lists of `zh` or `en` by category."""
    with (assets() / "listening" / "names.toml").open("rb") as file:
        loaded: dict[str, dict[str, str]] = tomllib.load(file)
    return loaded[language]


def any_of(words: str) -> str:
    """An alternation of the words, longest first."""
    return "|".join(sorted((re.escape(word) for word in set(words.split())), key=len, reverse=True))


@cache
def family_name() -> str:
    """A Chinese family name as an expression; one that often ends another word is none behind what it ends."""
    zh = table("zh")
    not_after = dict(pair.split(":") for pair in zh["not_after"].split())
    plain = "".join(
        char for char in dict.fromkeys(zh["surnames"]) if char not in not_after and char not in zh["not_surname"]
    )
    guarded = "|".join(f"(?<![{before}]){name}" for name, before in not_after.items() if name not in zh["not_surname"])
    return f"(?:{any_of(zh['double_surnames'])}|[{plain}]|{guarded})"
