"""English names with which a report begins ("Joan Hartley, it's hers", "kev at dunns"), that are all of it, or met in
person ("Gerald Hollins himself").
"""

import re
from functools import cache

from coach.listening.name_words import table

_WARM_UP = r"^(?:(?i:so|ok|okay|right|well|just|today)[,:]?\s+)?"
_PERSON = re.compile(
    _WARM_UP
    + r"([A-Z][a-z'’-]+(?:\s[A-Z][\w'’-]+){0,2})(?=,\s(?:(?i:it['’]?s)\s(?:his|hers|her|all\s)|(?i:he|she|who|owns|runs)\b)|\s(?:is|was)\s(?:the|their|its)\s)"
)
"""A person, then what is said of him."""
_ALONE = re.compile(r"([A-Z][a-z'’-]+(?:\s[A-Z][\w'’-]+)?)[.!]?")
"""A name that is all that is said."""
_HIMSELF = re.compile(r"\b([A-Z][a-z'’-]+(?:\s[A-Z][\w'’-]+)?),?\s(?:himself|herself)\b")
_FIRST_NAME = re.compile(_WARM_UP + r"([A-Z][a-z'’-]+),\s(?=[A-Z])")
"""A first name before the company's: Dylan, Blue Door Café."""
_SMALL = re.compile(
    _WARM_UP
    + r"([A-Za-z]{2,12})\s(?:(?:over|up|down|out)\s)?(?:at|from)\s([a-z][\w'’&-]*(?:\s[a-z&][\w'’&-]*){0,2})(?=\s*(?:[,.;:!?\n]|$))"
)
"""A first name and a place, in small letters and alone in a clause."""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("en")[kind].split())


def person(text: str) -> str:
    """The person, known by the first name; empty if there is none."""
    hit = _ALONE.fullmatch(text.strip()) or _PERSON.match(text) or _FIRST_NAME.match(text) or _HIMSELF.search(text)
    known = hit and hit[1].split()[0].lower() in _words("first_names")
    return hit[1] if hit and known else ""


def person_and_company(text: str) -> tuple[str, str]:
    """Both as typed in small letters; empty if there are none, or the place is a description (the depot)."""
    hit = _SMALL.match(text)
    if hit is None or hit[1].lower() not in _words("first_names"):
        return "", ""
    no_name = _words("not_names") | _words("places") - {"and"}
    return ("", "") if set(hit[2].split()) & no_name else (hit[1], hit[2])
