"""A report typed in small letters, with the capitals that its names would have: a name is then recognised as in any
other report.
"""

import re
from functools import cache

from coach.listening.name_words import KINDS, NamePattern, table
from coach.listening.vocabulary import is_english

_NAMED = re.compile(r"(?<![.!?\n:]\s)(?<!^)(?<!\w)[A-Z][a-z]")
"""A word with a capital that begins no sentence: the rep writes names with capitals."""
_NAMING = frozenset(("and", "&", "st", "saint", "sons", "bros"))
"""Words that only names have: barker and sons, st marys."""
_BEYOND = 300
"""Letters within which a person is named."""


_COMPANY = NamePattern("en", "{small_company}", re.I)
_PERSON = NamePattern("en", "{small_person}", re.I)


def capitalised(text: str) -> str:
    """The text, of the same length, its names with capitals if it has none for them; else as it is."""
    if _NAMED.search(text):
        return text
    text = _COMPANY.sub(lambda hit: _titled(hit, "name") if _is_called_so(hit) else hit[0], text)
    return _PERSON.sub(lambda hit: _titled(hit, hit.lastgroup or ""), text[:_BEYOND]) + text[_BEYOND:]


def _is_called_so(hit: re.Match[str]) -> bool:
    """Whether it is a name rather than a description: where anything may stand (paint factory), by a word of its own."""
    *words, last = hit["name"].lower().split()
    described = hit["loose"] is not None or hit["begun"] is not None or last not in _plain_trades()
    return not described or not _NAMING.isdisjoint(words) or not all(map(is_english, words))


@cache
def _plain_trades() -> frozenset[str]:
    return frozenset(table("en")["suffixes"].split()) - KINDS


def _titled(hit: re.Match[str], group: str) -> str:
    """The words found, with capitals in the group of the name."""
    name = re.sub(r"(?<![\w'’])(?!(?:and|of|the|for)\b)[a-z]", lambda letter: letter[0].upper(), hit[group])
    return hit[0][: hit.start(group) - hit.start()] + name + hit[0][hit.end(group) - hit.start() :]
