"""How a clause sounds that is said to the coach and tells nothing of the customer, by kind; Chinese in the spelling of `spelling.plain`."""

from typing import Final, Literal

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

KINDS: Final[tuple[tuple[Aside, Pattern], ...]] = (
    ("puzzled", Pattern("aside_words", "{puzzled}")),
    ("again", Pattern("aside_words", "{again}")),
    ("why", Pattern("aside_words", "{why}")),
    ("worth", Pattern("aside_words", "{worth}")),
    ("hurry", Pattern("aside_words", "{hurry}")),
    ("why_not", Pattern("aside_words", "{why_not}")),
    ("skip", Pattern("aside_words", "{skip}")),
    ("unwilling", Pattern("aside_words", "{unwilling}")),
    ("stop", Pattern("aside_words", "{stop}")),
    ("mine", Pattern("aside_words", "{mine}")),
    ("asks_back", Pattern("aside_words", "{asks_back}")),
    ("who", Pattern("aside_words", "{who}")),
    ("feeling", Pattern("aside_words", "{feeling}")),
    ("joke", Pattern("aside_words", "{joke}")),
)
"""Each is matched whole; the first kind that fits counts."""
