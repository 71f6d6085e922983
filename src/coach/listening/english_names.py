"""Recognition of English customers and contacts, with precision before recall."""

import re
from collections.abc import Iterable, Iterator

from coach.domain.full_stops import NOT_ABBREVIATED
from coach.listening import begun
from coach.listening import english_patterns as forms
from coach.listening.absentees import without_absent
from coach.listening.english_patterns import CAPITAL, NAME, lists
from coach.listening.headings import EXCLAIMED, headings
from coach.listening.name_words import KINDS, NamePattern, table
from coach.listening.placed import houses
from coach.listening.vocabulary import is_english


def _tail(name: str) -> str:
    return name.rstrip(".").rsplit(None, 1)[-1].lower().removesuffix("'s").removesuffix("’s") if name.strip() else ""


def _is_name(name: str) -> bool:
    en = lists()
    words = [word.strip(".,'’").lower() for word in name.split()]
    if len(words) > 2 and words[0] in _ALSO_PROPER and words[-1] in en.suffixes:
        return True
    return bool(words) and words[0] not in en.not_names and not all(word in en.places for word in words)


def _is_person(name: str) -> bool:
    """Whether it is a person's name rather than a company, job title or abbreviation."""
    en = lists()
    words = [word.strip(".,'’").lower() for word in name.split()]
    plain = not name.isupper() and len(name) > 1 and _tail(name) not in en.suffixes
    return plain and _is_name(name) and (bool(forms.TITLED.match(name)) or not set(words[1:]) & en.not_names)


def contact(text: str) -> str:
    """The contact, with title; empty if none is named. Who was not there is none, if somebody else was met."""
    text, en = without_absent(text), lists()
    for hit in forms.PERSON.finditer(text):
        name = _trim(hit[1])
        if name and (_is_name(name) or forms.TITLED.match(name)) and _tail(name) not in en.suffixes:
            return name
    for hit in forms.PLAIN_PERSON.finditer(text):
        words = hit[1].split()
        titled = words[0].rstrip(".") in _PLAIN_TITLES
        told = words[1:2] if titled else words
        if told and not set(told) & en.not_names and _tail(hit[1]) not in en.suffixes:
            return " ".join(words)
    for hit in forms.NAMED.finditer(text):
        if hit.start() < _AT_FIRST and _is_person(hit[1]) and not text[: hit.start()].endswith(("from a ", "from ")):
            return hit[1]
    if (pair := forms.OF_A_PAIR.search(text)) and pair[1].lower() not in en.not_names:
        return pair[1]
    told = forms.NAME_IS.search(text)
    if told and (told[1].split()[0] not in en.not_names if told[1].islower() else _is_person(told[1])):
        return told[1]
    by_title = forms.CALLED.search(text) or forms.TITLED.search(text)
    if by_title and by_title.start() < _TITLED_WITHIN:
        return by_title[1]
    if name := _beside_his_office(text):
        return name
    for hit in forms.BY_FIRST_NAME.finditer(text):
        first, *others = hit[1].split()
        if first.lower() in en.first_names:
            return first if set(others) & en.not_names else hit[1]
    if name := begun.person(text) or begun.person_and_company(text)[0]:
        return name
    role = forms.ROLE.search(text)
    return _by_full_name(text, role.end() if role else 0) or (role[1] if role else _begun(text)[1])


def _by_full_name(text: str, role: int) -> str:
    """Who is called by first name and surname with nothing else to tell who it is, in the sentence of the office met that ends at `role`,
    or early on; empty if nobody is.
    """
    en = lists()
    stop = _SENTENCE_END.search(text, role) if role else None
    for hit in forms.FULL_NAME.finditer(text[: stop.start() if stop else _AT_FIRST]):
        if (
            hit[1].split()[0].lower() in en.first_names
            and _is_person(hit[1])
            and not _NOT_HIM.search(text[: hit.start(1)])
        ):
            return hit[1]
    return ""


def _beside_his_office(text: str) -> str:
    """Who is named right before or behind an office, unless that is somebody else's; empty if nobody is."""
    en = lists()
    for hit in forms.APPOSED.finditer(text[:200]):
        name = hit[1] or hit[2]
        office = hit.group()[: -len(name)].rstrip()
        heading = (
            not hit[1]
            and office[:1].isupper()
            and office.endswith(",")
            and name.split()[0].lower() not in en.first_names
            and not forms.TITLED.match(name)
        )
        if not heading and _is_person(name) and not _NOT_HIM.search(text[: hit.start()]):
            return name
    return ""


def somebody_at(text: str, customer: str) -> str:
    """Who is named right before the customer's name: Tammy Ruiz over at Cedar Ridge Dental; empty where nobody is."""
    place = re.search(
        rf"\b({CAPITAL}(?:\s{CAPITAL}){{0,2}})(?:,? (?:over|up|down|out))? (?:at|of|from) (?:the )?{re.escape(customer)}",
        text,
    )
    if customer and place and _is_person(name := _without_verb(place[1])):
        return name
    before = re.search(
        rf"(?:^|[.!:;,]\s|\b(?:so|and|with|ok|(?:[Tt]hat|[Ii]t)['’]s)\s)({NAME}\s{NAME}), {re.escape(customer)}", text
    )
    if customer and before and _is_person(before[1]):
        return before[1]
    namesake = re.search(rf"{re.escape(customer)}, ({NAME}\s({NAME}))(?=[.,;]|$)", text)
    if customer and namesake and namesake[2] in customer:
        return namesake[1]
    behind = re.search(rf"{re.escape(customer)} ({NAME})\b", text)
    return behind[1] if customer and behind and behind[1].lower() in lists().first_names else ""


_PLAIN_TITLES = frozenset(("mister", "mr", "mrs", "ms", "miss", "dr", "prof", "uncle", "auntie", "aunty"))
_NOT_HIM = NamePattern("en", r"\b{not_him}\s*$", re.I)
"""Words before a company, although a job title follows (new client, Blue Lotus Yoga, owner is Meera), or before somebody above."""
_CALLED_ON = NamePattern("en", "{called_on}", re.I)
_SENTENCE_END = re.compile(r"[.!?\n](?=\s|$)")
_AT_FIRST = 140
"""Number of characters in which a bare name is the contact rather than somebody mentioned."""
_TITLED_WITHIN = 90
_MANY = 3
_HEADINGS_WITHIN = 160
_KIN = frozenset(
    ["mum", "mom", "dad", "gran", "grandma", "nan", "king", "queen", "god", "today", "yesterday", "let", "that", "it", "what", "there", "here", "he", "she", "who", "doctor", "dentist", "vet", "friend"]
)  # fmt: skip
"""Owners of a place that is no customer: back from Mum's."""

_BEFORE_PLACES = frozenset(
    ("san", "santa", "saint", "st", "fort", "el", "los", "las", "new", "north", "south", "east", "west", "port", "lake", "mount", "great", "la", "upper", "lower", "cape")
)  # fmt: skip
"""First words of places that may stand behind a company's name."""
_ALSO_PROPER = frozenset(("great", "new", "old", "next", "first", "second", "third", "two", "three", "four", "one"))
"""Words that begin a sentence more often than a name, except a name of three words: Great Lakes Dairy."""


def _begun(text: str) -> tuple[str, str]:
    """(company, person) at the beginning of a text, in either order; empty if there is none."""
    en = lists()
    if (hit := forms.OPENING.match(text)) and (name := _company(hit[1])):
        person = hit[2] or ""
        near = not person or not _is_name(person) or person.split()[0].lower() in _BEFORE_PLACES
        return name, "" if near else person
    if (hit := forms.PERSON_FIRST.match(text)) and (name := _company(hit[2])):
        return (name, hit[1]) if _is_name(hit[1]) and _tail(hit[1]) not in en.suffixes else ("", "")
    return "", ""


def _company(told: str) -> str:
    """A company's name of at least two words, the last of which is a trade and the others are not; else empty."""
    en = lists()
    name = _trim(told).rstrip(",.")
    words = [word.lower() for word in name.split()]
    if len(words) < 2 or _tail(name) not in en.suffixes or forms.TITLED.match(name) or not _is_name(name):
        return ""
    return "" if all(word in en.suffixes or word in en.places for word in words) else name


def _trim(name: str) -> str:
    """The name without a sentence that follows it ("Dana. She")."""
    cut = re.search(rf"(?<!\b[A-Za-z]){NOT_ABBREVIATED}\.\s", name)
    return name[: cut.start()] if cut else name


def customer(text: str, contact: str) -> str:
    """The company, shop or institution, which is not the `contact`; empty if none is named."""
    en = lists()
    for pattern in (forms.LABELLED, forms.AT, forms.VISITED):
        for hit in pattern.finditer(text):
            told = _behind_an_office(_trim(hit[1]))
            name = _without_first_name(told if told.startswith("St") else told.removesuffix("'s")).rstrip(",.")
            if contact and _is_name(contact) and name.startswith(f"{contact} of "):
                name = name.removeprefix(f"{contact} of ")
            known = (name in en.brands and _is_called_on(text[: hit.start(1)], text[hit.end(1) :])) or (
                " " in name
                and (_tail(name) in en.suffixes or " Bros " in name or (" & " in name and hit.group()[:2] != "of"))
            )
            person = bool(forms.TITLED.match(name)) or (contact and (name in contact or contact in name))
            beside = bool(contact) and text[: hit.start()].rstrip(" ,").endswith(contact) and hit.group()[:4] != "with"
            loose = beside or pattern is forms.LABELLED
            if not person and _is_name(name) and (known or (loose and len(name) > 2)):
                return name + _kind_behind(name, text[hit.start(1) :])
    if name := _begun(text)[0] or _house(houses(text, contact), contact) or _introduced(text, contact):
        return name
    if name := begun.person_and_company(text)[1] or _house(_where_he_was(text, contact), contact):
        return name
    for hit in (*forms.PLAIN_AT.finditer(text), *(forms.PLAIN_OF.finditer(text) if contact.islower() else ())):
        words = hit[1].split()
        for size in range(len(words), 1, -1):
            if words[size - 1] in en.plain_suffixes - KINDS and not set(words[: size - 1]) & (en.not_names - {"and"}):
                return " ".join(words[:size])
    return ""


def _where_he_was(text: str, contact: str) -> Iterator[str]:
    """The houses at which the rep says he was or which he names before the officer he met; none where that person is not named."""
    officers = (hit for hit in forms.WITH_OFFICER.finditer(text) if contact and hit[2] == contact)
    return (hit[1] for hit in (*officers, *(forms.AT_A_HOUSE.finditer(text) if contact else ())) if " " in hit[1])


def _house(told: Iterable[str], contact: str) -> str:
    """The first of these that is a name of several words, of whatever trade, and no person's; empty if none is."""
    en = lists()
    for one in told:
        name = _trim(one).rstrip(",.")
        words = name.lower().split()
        person = forms.TITLED.match(name) or words[0] in en.first_names or name in contact or contact in name
        if not person and _is_name(name) and not set(words) & EXCLAIMED:
            return name
    return ""


def _behind_an_office(name: str) -> str:
    """The house behind an office in capitals: CEO of Ferndale Kitchens."""
    office, _, house = name.partition(" of ")
    return house if house and office.isupper() else name


def _kind_behind(name: str, text: str) -> str:
    """The kind of place that follows a name in small letters: pub behind the Kite."""
    hit = re.match(re.escape(name) + r"(\s[a-z]+)(?=[,.;:!?]|\s|$)", text)
    return hit[1] if hit and " " not in name and hit[1].strip() in lists().plain_suffixes else ""


def _without_verb(name: str) -> str:
    """The name behind a capitalized word that begins the sentence: Got Priya Raman."""
    words = name.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0].lower() in lists().not_names else name


def _without_first_name(name: str) -> str:
    """The company's name without somebody named right behind it by who dictates: Ironworks Gym Darren."""
    words = name.split()
    cut = next((n for n, word in enumerate(words) if n > 1 and word.lower() in lists().first_names), len(words))
    return " ".join(words[:cut]) if _tail(" ".join(words[:cut])) in lists().suffixes else name


def _is_called_on(before: str, after: str) -> bool:
    """Whether a well-known name is the customer's rather than that of a supplier, a client or a competitor."""
    return bool(_CALLED_ON.search(before)) and not re.match(
        r"['’\s-]+[a-z]+(?<!\btoday)(?<!\band)(?<!\bin)(?<!\bat)(?<!\bthis)(?<!\bon)(?<!\bwent)(?<!\byesterday)\b",
        after,
    )


def _introduced(text: str, contact: str) -> str:
    """A company recognized by its context: "called X", "went to Ann's", or a trade between two commas."""
    en = lists()
    if (hit := forms.INTRODUCED.search(text)) and _is_name((name := _trim(hit[1])).removeprefix("The ")):
        return name
    if (hit := forms.THE_HOUSE.search(text)) and _is_name(hit[1].removeprefix("The ")):
        return hit[1]
    for hit in forms.OF_THEIRS.finditer(text):
        owner = hit[1][:-2].split()[-1].lower()
        if owner not in _KIN | en.first_names | en.places:
            return hit[1]
    for hit in forms.BETWEEN.finditer(text):
        if (name := _company(hit[1])) and name not in contact:
            return name
    for told, after in headings(text[:_HEADINGS_WITHIN]):
        company = _company(told)
        name = company or _of_several_words(told, after)
        himself = name in contact or (contact and contact in name and not company)
        if name and not himself and not _describes(name, text):
            return name
    return ""


def _describes(name: str, text: str) -> bool:
    """Whether it begins a sentence, a trade in small letters ends it, and its one other word is of the language: Golf club, Didn't sign."""
    word, _, trade = name.partition(" ")
    before = text[: text.find(name)].rstrip()
    return trade.islower() and before[-1:] in (*".!?:", "") and not word.endswith(("'s", "’s")) and is_english(word)


def _of_several_words(told: str, after: str) -> str:
    """A name too long for a person's, or of two partners (Marlow & Finch); else empty."""
    en = lists()
    name = _trim(told).rstrip(",.")
    words = name.lower().split()
    several = len(words) >= _MANY or "&" in words
    office = re.match(rf"\s*[,(]?\s?(?:the\s|an?\s|their\s)?(?:{table('en')['roles']})\b", after, re.I)
    named = not (forms.TITLED.match(name) or en.first_names & set(words[:2])) and _is_name(name)
    return name if several and named and not office and not set(words) & EXCLAIMED else ""
