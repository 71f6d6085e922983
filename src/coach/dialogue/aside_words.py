"""Patterns of clauses addressed to the coach without information on the customer, by kind; Chinese as normalized by
`spelling.plain`.
"""

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
"""Each is matched against the whole clause; the first kind that matches counts."""
