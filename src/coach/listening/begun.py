"""English names with which a report begins ("Joan Hartley, it's hers", "kev at dunns"), that are all of it, or met in
person ("Gerald Hollins himself").
"""

from functools import cache

from coach.listening.name_words import NamePattern, table

_PERSON = NamePattern("en", "{begun_person}")
"""A person, then what is said of him."""
_ALONE = NamePattern("en", "{alone}")
"""A name that is all that is said."""
_HIMSELF = NamePattern("en", "{himself}")
_FIRST_NAME = NamePattern("en", "{first_name}")
"""A first name before the company's: Dylan, Blue Door Café."""
_SMALL = NamePattern("en", "{person_at}")
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
