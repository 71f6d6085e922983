"""Finds the person, other than the one met, who is said to decide: one approval above (R7)."""

import re

from coach.domain.full_stops import NOT_ABBREVIATED
from coach.patterns import Pattern

_DECIDER = Pattern(
    "other_decider",
    r"\b{office}\s?(?:,\s?)?(?:(?:is|called)\s)?(?P<named>{name})(?:,|,?\s(?:who|(?:and\s)?(?:he|she)))?\s{decides}[^.;,!?\n]*|"
    r"(?:^|" + NOT_ABBREVIATED + r"[.;,!?]\s|\b{joint}\s)(?P<bare>(?!{nobody_named}\b){name})\s{decides}[^.;,!?\n]*|"
    r"\b(?:he|she)(?:['’]s|\sis)\scalled\s(?P<called>{name}),?\s(?:and\s)?(?:he|she)\s?{decides}[^.;,!?\n]*|"
    r"(?P<zh>{office_zh}{named_zh})[^。；！？\n]{0,10}?{decides_zh}[^，。；,！？\n]*",
)
_BY_TITLE = Pattern(
    "other_decider",
    r"(?:^|(?<=[，。；,！？\n])|{brings_up})(?P<who>[一-鿿]{called_zh}){himself}{settles}[^，。；,！？\n]*",
)
"""Somebody called by name and title."""
_CALLED = Pattern("other_decider", "[一-鿿]{called_zh}")
_OFFICE = Pattern(
    "other_decider",
    r"(?:^|(?<=[，。；,！？\n]))[^，。；,！？\n]*?(?P<office>{office_zh}){beside_office}?{decides_zh}[^，。；,！？\n]*",
)
_HAS_A_SAY = Pattern("other_decider", r"(?P<office>{bodies})\s?{has_a_say}[^.;,!?\n]*")
_OFFICE_DECIDES = Pattern("other_decider", r"(?P<office>{office})\s{decides}[^.;,!?\n]*")
_INTRODUCED = Pattern(
    "other_decider",
    r"{office_zh}(?:{named_zh}|{in_charge_zh})|{office}(?:['’]s|\sis|\swas)?\s(?:called\s|an?\s)?{name}|{office}\s{in_charge}|"
    r"\bit['’]?s\s{name}['’]s\s{business}|\bthere['’]?s\s(?:an?\s)?\w+\scalled\s{name}[^.;,!?\n]*",
)
_GENDERS = (Pattern("other_decider", "{man}"), Pattern("other_decider", "{woman}"))
_PRONOUNS = (Pattern("other_decider", "{he}"), Pattern("other_decider", "{she}"))
_BUT = Pattern("other_decider", r"\W*{but}")
_OFFICES = Pattern("other_decider", "{office_zh}|{office}")
_ABOVE = Pattern("other_decider", "{above_him}")
_WORD = re.compile(r"[^\W\d_一-鿿]{3,}|[一-鿿]")
_TITLE = Pattern("other_decider", r"{title}|{honorific}|{office_zh}|{introduced_by}")


def other_decider(text: str, contact: str) -> str:
    """The words that somebody else than the `contact` decides; empty if there are none, or nobody was met so far."""
    told = _DECIDER.search(text) if contact else None
    if told is None and _CALLED.search(contact):
        told = _BY_TITLE.search(text)
    if told is None:
        return ""
    who = next(filter(None, told.groups()))
    return "" if _names(who) & _names(contact) or contact in who else told[0].lstrip(" .;,!?，。；")


def other_office(text: str, contact: str) -> str:
    """The words by which an office that is not the contact's decides (院长说了算, the CEO oks it) or has a say; empty if there are none."""
    told = (contact and (_OFFICE.search(text) or _OFFICE_DECIDES.search(text))) or _HAS_A_SAY.search(text)
    return (
        told[0].lstrip(" .;:,!?") if told and told["office"] not in contact and not _is(contact, told["office"]) else ""
    )


def other_introduced(text: str, quote: str, contact: str) -> str:
    """The words that introduce somebody else than the contact, up to the end of the quote that follows them or begins with
    them (老板姓陈，什么都他定); empty if there are none.
    """
    at = text.find(quote)
    for who in _INTRODUCED.finditer(text) if contact and at >= 0 else ():
        follows = not re.search(r"\w", text[who.end() : at])
        tells = text[max(at, who.end()) : at + len(quote)]
        if who.start() <= at and follows and not _is(contact, who[0]) and _may_mean(who[0], tells):
            return text[who.start() : at + len(quote)]
    return ""


def _is(contact: str, introduced: str) -> bool:
    """Whether the one introduced is the contact: by his office, or by his name."""
    names = _names(introduced)
    office = _OFFICES.search(introduced)
    return bool(names & _names(contact)) or (office is not None and office[0].casefold() in contact.casefold())


def _may_mean(introduced: str, quote: str) -> bool:
    """Whether the quote can tell of the one introduced: "but she signs" and "her husband owns it, she signs" do not."""
    if _BUT.match(quote):
        return False
    for gender, own, other in zip(_GENDERS, _PRONOUNS, reversed(_PRONOUNS), strict=True):
        if gender.search(introduced) and other.search(quote) and not own.search(quote):
            return False
    return True


def above_the_other(text: str) -> bool:
    """Whether somebody stands above the one who is said to decide."""
    return _ABOVE.search(text) is not None


def _names(person: str) -> set[str]:
    """The words of a name without titles, a Chinese one by its characters."""
    return set(_WORD.findall(_TITLE.sub(" ", person).casefold()))
