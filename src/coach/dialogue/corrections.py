"""Reads corrections of recorded data other than the four facts: names, days, the rep's own judgement, the next step; by
/edit or in free text. `correcting` applies them.
"""

import re
from typing import Final, Literal, NamedTuple, get_args

from coach.patterns import Pattern, Synonyms

Field = Literal[
    "customer",
    "contact",
    "product",
    "visit_date",
    "claimed_class",
    "confidence",
    "next_date",
    "next_step",
    "signed",
    "push_reason",
]
"""What can be corrected; one whose name begins with another's comes before that."""
_FIELDS: Final[tuple[Field, ...]] = get_args(Field)
_FIELD = Synonyms("corrections", _FIELDS, "field_")
_ARGUMENT = Pattern(
    "corrections",
    "(?:" + "|".join(f"(?P<{field}>{{field_{field}}})" for field in _FIELDS) + ")"
    r"(?:\s*[:：=]\s*|\s+{value_lead}?|(?<=[\u4e00-\u9fff]){set_to}?)(?P<told>\S.*)",
    flags=re.I | re.S,
)

_ORDERED = Pattern("corrections", r"{order_words}(\S.*)|{order}\s*(\S.*)", flags=re.I | re.S)
"""A correction command typed without its slash."""
_PAST = Pattern("corrections", "{past}")
_WRONG = r"(?:{wrong}[,.!: ]+)"
_PLAINLY = Pattern(
    "corrections",
    _WRONG + r"*(?:{the_or_my}?(?P<en>{named_party}){whose_name}{name_is}\s+{just}*(?P<en_name>.+)"
    r"|(?P<en_date>{visit_was}.+)"
    r"|{my_confidence}{only}?(?P<en_sure>\d{1,3} ?(?:%|{per_cent})){sure}?(?:, {and_not} .+)?"
    r"|{my_class}(?P<en_class>[a-d]))[.!]*",
)
_PLAINLY_ZH = Pattern(
    "corrections",
    r"{not_so}?[，,。！!]?\s*(?:"
    r"(?P<zh>{party}){name_of}?(?P<wrong>{written_wrong}[，,。！!]?)?{indeed}?(?P<verb>{is_called})(?P<zh_name>.+?)"
    r"|(?P<zh_date>{visit_day}{told_wrong}?[，,]?{should}?{becomes}.+?)"
    r"|{confidence}{told_wrong}?[，,]?{should}?{becomes}(?P<zh_sure>.+?)"
    r"|{own_class}{told_wrong}?[，,]?{should}?{becomes}(?P<zh_class>[A-Da-d]){class_sign}?)[。.！!]*",
)
_SLIP = r"(?:" + _WRONG + r"|{slip}[，,。！!\s]*)"
_OTHER_DAY = Pattern(
    "corrections",
    _SLIP + r"*(?:{is_not}{day}{went}?[，,\s]*{but_is}(?P<a>{day})|{is}(?P<b>{day}){went}?[，,\s]*{is_not}{day}|"
    r"{was_on}(?P<c>{day})[,\s]*{not_on}{day}|{was_not_on}{day}[,\s]*{but}?{on}?(?P<d>{day})|"
    r"(?<=[\s，,。!！.]|{finished}){i_should}?{it_was}?(?P<e>{day}))"
    r"\s*{went}?{i_went}?(?:{day_end}|[。.！!\s])*",
)
"""A day contrasted with another one: before the next step is planned it can only be the visit's."""
_TALE = Pattern("corrections", "{tale}")
"""Words that describe a customer rather than name him: 客户是老板自己定的."""
_SHORTEST = 3
_NAMED = Pattern(
    "corrections",
    r"(?:{the}\s+)?(?:[A-ZÀ-ÖØ-Þ]|\d+[A-Za-z-]|[\u4e00-\u9fff])(?!.*(?:,|[.!?]\s+[a-z]))",
    flags=0,
)
"""How a name begins, not followed by a sentence."""
_ORIGIN = Pattern("corrections", "{origin}")
"""Where a customer comes from is not his name."""
_AND_NOT = Pattern("corrections", r",?\s+{and_not}\s")
_RATHER_THAN = Pattern("corrections", "[，,]?{rather_than}")


class Correction(NamedTuple):
    """A requested correction: the field of contract 4, and the words for its new value."""

    field: Field
    value: str


def edit_requested(argument: str) -> Correction | None:
    """The correction requested by the argument of /edit, in either language; None if it names no such field, or no
    value.
    """
    hit = _ARGUMENT.fullmatch(argument.strip())
    return Correction(next(field for field in _FIELDS if hit[field]), hit["told"].strip()) if hit else None


def correction_in(text: str) -> Correction | None:
    """The correction that a whole answer in free text makes: "the customer is X", 客户写错了，是X; None if it makes none."""
    plain = text.strip()
    if (ordered := _ORDERED.fullmatch(plain)) and (right := edit_requested(ordered[1] or ordered[2])):
        return of_the_plan(right, plain)
    if hit := _OTHER_DAY.fullmatch(plain):
        return Correction("visit_date", next(day for day in hit.groups() if day))
    if hit := _PLAINLY.fullmatch(plain):
        return _told_in_english(hit)
    if hit := _PLAINLY_ZH.fullmatch(plain):
        return _told_in_chinese(hit)
    return None


def _told_in_english(hit: re.Match[str]) -> Correction | None:
    if hit["en"]:
        field = _FIELD.meaning(hit["en"]) or "contact"
        name = _AND_NOT.split(hit["en_name"])[0].rstrip(".! ")
        told = _NAMED.match(name) and not (field == "customer" and _ORIGIN.fullmatch(name))
        return Correction(field, name) if told else None
    return _of_judgement_or_day(hit["en_date"], hit["en_sure"], hit["en_class"])


def _told_in_chinese(hit: re.Match[str]) -> Correction | None:
    if hit["zh"]:
        name = _RATHER_THAN.split(hit["zh_name"])[0].strip("，, ")
        if _FIELD.meaning(hit["zh"]) == "contact":
            return None if re.search(r"[，,。]", name) else Correction("contact", name)
        bare = not hit["wrong"] and hit["verb"] == "是" and not _RATHER_THAN.search(hit["zh_name"])
        tale = re.search(r"[，,。]", name) or _TALE.search(name) or (bare and len(name) < _SHORTEST)
        return None if tale else Correction("customer", name)
    return _of_judgement_or_day(hit["zh_date"], hit["zh_sure"], hit["zh_class"])


def _of_judgement_or_day(when: str | None, sure: str | None, customer_class: str | None) -> Correction | None:
    found: dict[Field, str | None] = {"visit_date": when, "confidence": sure, "claimed_class": customer_class}
    return next((of_the_plan(Correction(field, value), value) for field, value in found.items() if value), None)


def of_the_plan(right: Correction, text: str) -> Correction:
    """The correction, of the next step's day rather than the visit's unless the words refer to the visit: the step has
    just been read back.
    """
    return Correction("next_date", right.value) if right.field == "visit_date" and not _PAST.search(text) else right


def to_hear(text: str, right: Correction | None) -> str:
    """The text for the listener: only the day if a day is corrected, otherwise all of it."""
    return right.value if right and right.field == "visit_date" and _OTHER_DAY.fullmatch(text.strip()) else text
