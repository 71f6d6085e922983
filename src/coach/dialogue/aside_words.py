"""Clauses addressed to the coach without information on the customer, by kind; Chinese as normalized by
`spelling.plain`.
"""

from typing import Final, Literal, get_args

from coach.patterns import Synonyms

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

KINDS: Final[tuple[Aside, ...]] = get_args(Aside)
CLAUSES: Final = Synonyms("aside_words", KINDS)
