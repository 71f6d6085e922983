"""Generic words by topic, both languages: what a question asks about, which worry or interest a sentence touches."""

import re
import tomllib
from functools import cache
from typing import Any

from coach import locations

Patterns = dict[str, "re.Pattern[str]"]


class Topics:
    """The patterns of one language. `ask`: authority, need, power, behind; `sense`: question, offer, …; `worry` and `interest` by kind; `played`: yes, no, put_off, above, when the rep plays the customer."""

    def __init__(self, ask: Patterns, sense: Patterns, worry: Patterns, interest: Patterns, played: Patterns) -> None:
        self.ask = ask
        self.sense = sense
        self.worry = worry
        self.interest = interest
        self.played = played


@cache
def topics(language: str) -> Topics:
    """The words of `zh` or `en`. Raises ValueError for a file that is no valid TOML or has a bad pattern."""
    file = locations.assets() / "scenarios" / "topics" / f"{language}.toml"
    try:
        table: dict[str, dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))
        read = {name: {key: _pattern(value) for key, value in part.items()} for name, part in table.items()}
    except (tomllib.TOMLDecodeError, re.error) as wrong:
        raise ValueError(f"{file}: {wrong}") from wrong
    return Topics(read["ask"], read["sense"], read["worry"], read["interest"], read["played"])


def _pattern(alternatives: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(f"(?:{one})" for one in alternatives))
