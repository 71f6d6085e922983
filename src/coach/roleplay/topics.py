"""Generic vocabulary by topic in both languages: what a question asks about, which worry or interest a sentence
addresses.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

from coach import locations

DETAILS = ("count", "when", "who", "where", "duration")
"""Forms of a question for a detail of what was named before it."""
NOT_OF_HIM = ("private", "others", "favour", "wellbeing", "pardon", "advice", "identity", "odd")
"""Forms that ask nothing of him, whatever word of his is in them."""
BESIDE = (*NOT_OF_HIM, "deciding", "when", "duration", "who", "where")
"""Forms that ask for something other than their subject."""
Patterns = dict[str, "re.Pattern[str]"]


class Topics:
    """The patterns of one language. `ask`: authority, need, power, behind; `square`: the facts asked in so many words;
    `face`: what each put-off is about; `form` of a question; `sense`: question, offer, …; `worry` and `interest` by
    kind; `played`: yes, signs, no, put_off, above, when the rep plays the customer.
    """

    def __init__(self, read: dict[str, Patterns]) -> None:
        worried = "|".join(read[part][key].pattern for part, key in (("ask", "behind"), ("sense", "concern")))
        self.ask = {**read["ask"], "behind": re.compile(worried)}
        self.square = read["square"]
        self.face = read["face"]
        self.form = read["form"]
        self.sense = read["sense"]
        self.worry = read["worry"]
        self.interest = read["interest"]
        self.played = read["played"]

    def worry_of(self, said: str) -> str | None:
        """The kind of worry with the most words in a text, the first in case of a tie; None if there is none."""
        found = {kind: [hit.start() for hit in pattern.finditer(said)] for kind, pattern in self.worry.items()}
        return max(
            (kind for kind in found if found[kind]), key=lambda kind: (len(found[kind]), -found[kind][0]), default=None
        )

    def form_of(self, question: str, joint: "re.Pattern[str]", is_his_trade: Callable[[str], bool]) -> str:
        """The form of a question, the first that matches in file order, by what stands behind its last `joint` if that
        has one; `open` if none does. A private word that belongs to his trade is not private.
        """
        parts = [part for part in joint.split(question) if part.strip()]
        last, whole = (self._form(part, is_his_trade) for part in ((parts or [question])[-1], question))
        leans = last == "open" or (last, whole) == ("either", "favour")
        return whole if leans or (last in DETAILS and whole == "private") else last

    def _form(self, part: str, is_his_trade: Callable[[str], bool]) -> str:
        for name, pattern in self.form.items():
            found = [one.group(0) for one in pattern.finditer(part)]
            if found and not (name == "private" and all(map(is_his_trade, found))):
                return name
        return "open"


@cache
def topics(language: str) -> Topics:
    """The vocabulary of `zh` or `en`. Raises ValueError for a file that is not valid TOML or has a bad pattern."""
    file = locations.assets() / "scenarios" / "topics" / f"{language}.toml"
    try:
        table: dict[str, dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))
        read = {name: {key: _pattern(value) for key, value in part.items()} for name, part in table.items()}
    except (tomllib.TOMLDecodeError, re.error) as error:
        raise ValueError(f"{file}: {error}") from error
    return Topics(read)


def _pattern(alternatives: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(f"(?:{one})" for one in alternatives))
