"""Clauses that only name somebody or some place, and so tell nothing of what the customer needs, has or sees."""

import re

from coach.listening.vocabulary import is_english
from coach.patterns import Pattern

_BARE = Pattern("bare_names", r"\W*(?:(?:(?-i:[A-Z])[\w'’&.-]*|{tells_nothing})\W*)+")
_NOTHING = Pattern("bare_names", "{tells_nothing}")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


def only_names(words: str) -> bool:
    """Whether the words are names and what stands between them; a word of the language that begins them is no name."""
    if not _BARE.fullmatch(words):
        return False
    first = _WORD.search(words)
    return first is not None and (_NOTHING.fullmatch(first[0]) is not None or not is_english(first[0]))
