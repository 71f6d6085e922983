"""A report typed in small letters, with the capitals that its names would have: a name is then recognised as in any
other report.
"""

import re
from functools import cache
from typing import NamedTuple

from coach.listening.name_words import KINDS, any_of, table
from coach.listening.vocabulary import is_english

_NAMED = re.compile(r"(?<![.!?\n:]\s)(?<!^)(?<!\w)[A-Z][a-z]")
"""A word with a capital that begins no sentence: the rep writes names with capitals."""
_WORD = r"[a-z][\w'’-]*"
_NAMING = frozenset(("and", "&", "st", "saint", "sons", "bros"))
"""Words that only names have: barker and sons, st marys."""
_BEYOND = 300
"""Letters within which a person is named."""


class _Small(NamedTuple):
    company: re.Pattern[str]
    person: re.Pattern[str]


@cache
def _small() -> _Small:
    en = table("en")
    plain = any_of(f"{en['not_names']} {en['small_words']}")
    word, surname = (
        rf"(?!(?:{not_one})\b){_WORD}" for not_one in (plain, rf"{plain}|{any_of(en['verbs_behind_names'])}|\w+ed")
    )
    trade = any_of(f"{en['suffixes']} {en['proper_suffixes']}")
    verbs = "|".join(re.escape(verb) for verb in en["verbs"].split("|"))
    office = f"(?:{en['roles']}|{any_of(en['offices'])})"
    first, title = f"(?:{any_of(en['first_names'])})", r"mr|mrs|ms|mx|dr|prof|mister"
    went = r"(?:(?:went|gone|been|drove|back|popped|popped in|dropped in|dropped by) (?:to|into|at)|called (?:in )?(?:on|at|to)|just left|visited|visit to)"
    house = rf"{word}(?:\s(?:(?:and|&|of)\s)?{word}){{0,3}}?\s(?:{trade})(?:\s(?:{trade}))*"
    return _Small(
        company=re.compile(
            rf"(?:\b(?:at|{went}|(?:today|first|it|this) was|(?P<loose>(?:client|customer|account) (?:is|was)|(?:she|he|they|who) (?:owns|runs)|(?:back )?from|(?:{office}|{first}(?:\s{_WORD})?) of|,\s(?:owns|runs)))\s"
            rf"|(?P<begun>^(?:(?:so|ok|right|today|hi|hello),?\s)*|[.!?\n]\s(?:so\s)?))(?P<name>{house})(?=[,.;:!?\n(]|$|\s(?:{plain}|is|was|in|on|with|today|this|yesterday)\b)",
            re.I,
        ),
        person=re.compile(
            rf"\b(?:(?:{verbs})\s(?P<met>{first})(?=[,.;:!?\n(]|$|\s(?:from|at|of|who|in|and|over)\b)|(?<!;)(?P<name>(?:{title})\.?\s(?:{first}\s{surname}|{word})|{first}\s{surname})"
            r"(?=[,.;:!?\n(]|$|\s(?:from|at|of|who|in|and|today|he|she|his|her|its|it's|runs|owns|showed|over|the|to|said|was|has|is|asked|showed|told|wants|had|above)\b))",
            re.I,
        ),
    )


def capitalised(text: str) -> str:
    """The text, of the same length, its names with capitals if it has none for them; else as it is."""
    if _NAMED.search(text):
        return text
    small = _small()
    text = small.company.sub(lambda hit: _titled(hit, "name") if _is_called_so(hit) else hit[0], text)
    return small.person.sub(lambda hit: _titled(hit, hit.lastgroup or ""), text[:_BEYOND]) + text[_BEYOND:]


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
