"""How a clause sounds that is said to the coach and tells nothing of the customer, by kind; Chinese in the spelling of `spelling.plain`."""

from typing import Final, Literal, get_args

from coach.dialogue.patterns import Pattern

Aside = Literal[
    "puzzled",
    "again",
    "why",
    "worth",
    "hurry",
    "why_not",
    "skip",
    "unwilling",
    "stop",
    "mine",
    "asks_back",
    "who",
    "feeling",
    "joke",
]

KINDS: Final[tuple[tuple[Aside, Pattern], ...]] = tuple(
    (kind, Pattern("aside_words", f"{{{kind}}}")) for kind in get_args(Aside)
)
"""Each is matched whole; the first kind that fits counts."""
