"""The words for name recognition: lists from assets/listening/names.toml, and patterns over them."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from coach.locations import assets
from coach.patterns import Pattern, words

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


class NamePattern(Pattern):
    """A `Pattern` over the words of the area `names` in one language and over its lists, whose names are in capitals."""

    def __init__(self, language: str, template: str, flags: int = 0) -> None:
        super().__init__("names", template, flags)
        self._language = language

    def _words(self) -> Mapping[str, str]:
        return _named(self._language)


@cache
def _named(language: str) -> dict[str, str]:
    told = {key: "|".join(alternatives) for key, alternatives in words("names", language).items()}
    told |= {name.upper(): any_of(listed) for name, listed in table(language).items()}
    return told | (_chinese() if language == "zh" else _english())


def _chinese() -> dict[str, str]:
    """Lists made of others."""
    zh = table("zh")
    surnames = "".join(dict.fromkeys(zh["surnames"]))
    doubtful = {*zh["not_surname"], *(pair[0] for pair in zh["not_after"].split())}
    return {
        "SURNAMES": f"[{surnames}]",
        "FAMILIAR_SURNAMES": f"[{''.join(char for char in surnames if char not in doubtful)}]",
        "FAMILY_NAME": family_name(),
        "KINDS": any_of(f"{zh['suffixes']} {zh['weak_suffixes']} {zh['endings']}"),
        "FIRST_NAMES": "|".join(name.capitalize() for name in table("en")["first_names"].split()),
    }


def _english() -> dict[str, str]:
    """Lists that are expressions, and lists made of others."""
    en = table("en")
    verbs = {name.upper(): "|".join(map(re.escape, en[name].split("|"))) for name in ("verbs", "calls")}
    return verbs | {
        "ROLES": en["roles"],
        "TRADES": any_of(f"{en['suffixes']} {en['proper_suffixes']}"),
        "SMALL": any_of(f"{en['not_names']} {en['small_words']}"),
    }
