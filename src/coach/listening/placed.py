"""Where the person met is placed: by what follows his name the English house is known whatever its trade ("Priya Shah,
CFO, Kestrel Dynamics, Pune", "the rabbi and his board at Temple Beth Shalom").
"""

import re
from collections.abc import Iterator
from functools import cache

from coach.listening.english_patterns import CAPITAL
from coach.listening.name_words import KINDS, any_of, table

_HOUSE = rf"(?P<house>{CAPITAL}(?:['’]s(?=\s[A-Z]))?(?:\s(?:(?:&|and|of|the)\s)?{CAPITAL}(?:['’]s(?=\s[A-Z]))?){{0,4}})"
_BRACKET = r"\s\([^)]{1,40}\)"
_OTHERS = rf",?\s(?:and|plus|with|\+|&)\s(?:(?:the|his|her|their)\s[a-z]+(?:\s[a-z]+)?|{CAPITAL}(?:{_BRACKET})?)"
"""Who was met beside him: the board, Deepa (HR head)."""
_WAY = r"(?:\s(?:over|up|down|out|round|back|in))?"
_WHERE = re.compile(r"\s*(?:\(|,\s(?:in\s)?)([A-Z][a-z]+)\b")
"""A town behind the house."""
_FEW = 2


@cache
def _office() -> str:
    en = table("en")
    kinds = f"(?:(?i:{en['roles']})|(?i:{any_of(en['offices'])}))\\b"
    return rf"(?:[A-Za-z]+[\s-]){{0,3}}?{kinds}(?:\s(?:of|for)(?:\s[a-z]+){{1,3}})?"


def houses(text: str, contact: str) -> Iterator[str]:
    """Names of houses that stand beside the contact's, as their capitals go; whether they are names is not known."""
    if not contact or contact.islower():
        return
    him = re.escape(contact)
    told = rf"(?:{_BRACKET}|,\s(?:(?:the|their|an?)\s)?{_office()})"
    beside = rf"\b{him}{told}?(?:{_OTHERS})?,?{_WAY}\s(?:at|from|of|@)\s(?:the\s)?{_HOUSE}"
    behind = rf"\b{him}{told}(?:{_OTHERS})?,\s{_HOUSE}(?=\s*(?:[,.;:(!?]|$))"
    for pattern in (beside, behind):
        for hit in re.finditer(pattern, text):
            if len(hit["house"].split()) >= _FEW or (pattern == behind and _WHERE.match(text, hit.end())):
                yield hit["house"]


@cache
def _owners() -> re.Pattern[str]:
    en = table("en")
    kind = rf"(?:{any_of(en['suffixes'])}|B&B|{'|'.join(KINDS)})"
    owner = rf"(?:(?:{any_of(en['honorifics'])})\.?\s)?(?!(?:Today|Yesterday|It|He|She|That|What|There|Mum|Dad)['’]){CAPITAL}(?:\s{CAPITAL})?"
    led = r"(?:^|[.!?:;]\s|\b(?:at|visited|visit to|went (?:round |over |up |down |out )?to|round to|left|popped (?:in)?to|called (?:in )?(?:at|on))\s)"
    return re.compile(
        rf"{led}({owner}['’]s\s(?:(?:[a-z]+|[A-Z]{{2,4}})\s)?{kind})(?=\s*(?:[,.;:(!?]|$)|\s(?:in|on|near|at|today|yesterday|this|and|again)\b)"
    )


def owners_place(text: str) -> str:
    """The house that is called by its owner and what it is: Dr Menon's IVF clinic; empty if none is."""
    told = _owners().search(text)
    words = told[1].split() if told else []
    no_name = set(table("en")["not_names"].split()) - set(table("en")["honorifics"].lower().split())
    while words and words[0].lower() in no_name:
        words = words[1:]
    return " ".join(words) if words and re.search("[A-Z].*['’]s ", " ".join(words)) else ""
