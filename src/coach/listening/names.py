"""Named entity recognition for customer and contact: verbatim parts of the text, with precision before recall."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from coach.listening import chinese_names, english_names, introduced
from coach.listening.english_patterns import CAPITAL
from coach.listening.name_words import NamePattern
from coach.listening.placed import owners_place
from coach.listening.small_letters import capitalised

LONGEST = 60
"""Maximum length of a name in characters."""

READ = 600
"""Number of characters that are searched, because names come at the beginning of a report."""

_HAN = re.compile("[\u4e00-\u9fff]")
_FIELDS = re.compile(r"\s+[/|]\s+")
"""Between the fields of a note pasted from elsewhere."""
_HESITATES = NamePattern("en", "{hesitates}", re.I)
_REPAIR = NamePattern("zh", "{repair}")
"""Where the rep puts right what he just said: 哦不对，是区博物馆."""


_PUT_RIGHT = re.compile(
    rf"[,.;–-]\s+(?i:sorry|no,? wait|wait,? no|i mean|correction|or rather|no,? sorry|scratch that)[,:]?\s+({CAPITAL}(?:\s{CAPITAL}){{0,3}})(?=[,.;!?]|$)"
)
"""Where he does so in English: sorry, Laura Ito."""


_FIRST = re.compile(r"(?:^|[.:;!?]\s)$")
_SECOND = NamePattern("en", "{second_visit}")
"""A second visit behind the first."""


def find_names(text: str) -> dict[str, str]:
    """`customer` (company, shop, institution) and `contact` (person met, with title), as far as the text names them.

    Every value is a verbatim part of the text, except that a surname after the title (老板姓丁) is moved before it. A mere
    description ("a bakery", 一家工厂) is no name. Never raises.
    """
    found: dict[str, str] = {}
    for told in _REPAIR.split(_FIELDS.sub(", ", _HESITATES.sub("", text[:READ]))):
        found |= _names_told(told)
    return found


def _names_told(told: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if _HAN.search(told):
        customer, contact = chinese_names.customer(told), chinese_names.contact(told)
    else:
        customer, contact = "", ""
    if re.search("[A-Za-z]{2}", told):
        named = capitalised(told)
        contact = contact or english_names.contact(named)
        for reading in dict.fromkeys((named, told)):
            customer = customer or english_names.customer(reading, contact)
        customer = customer or owners_place(named)
        contact = contact or english_names.somebody_at(named, customer)
        customer, contact = _put_right(named, _counted_off(named, customer)), _put_right(named, contact)
        customer, contact = (_as_written(name, named, told) for name in (customer, contact))
    customer = "" if customer == contact else customer
    contact = _apart(contact or introduced.of_house(told, customer), customer, told)
    for key, name in (("customer", customer), ("contact", contact)):
        name = name.strip(" ,.，。、:：()（）")
        if 0 < len(name) <= LONGEST and (name in told or key == "contact"):
            found[key] = name
    return found


def _counted_off(text: str, name: str) -> str:
    """The name without the number that it has among the visits of the day: "Two today. First Marlow Boatyard, …. Second …"."""
    first, _, rest = name.partition(" ")
    counts = first == "First" and rest and _FIRST.search(text[: text.find(name)]) and _SECOND.search(text)
    return rest if counts else name


def _put_right(text: str, known: str) -> str:
    """The name that the rep puts in the place of the known one ("sorry, Laura Ito"), as it shares a word with it; else the known one."""
    for hit in _PUT_RIGHT.finditer(text):
        if set(hit[1].split()) & set(known.split()) and len(hit[1].split()) == len(known.split()):
            return hit[1]
    return known


def _as_written(name: str, named: str, told: str) -> str:
    """The name in the letters of the report, if that has them otherwise."""
    at = named.find(name)
    return told[at : at + len(name)] if at >= 0 else name


def _apart(contact: str, customer: str, text: str) -> str:
    """The contact without the end of the customer's name right before it: 马总 for 物流马总 in 鼎丰物流马总."""
    shared = next((n for n in range(len(contact) - 1, 0, -1) if customer.endswith(contact[:n])), 0)
    return contact[shared:] if shared and customer + contact[shared:] in text else contact


class NamesIn(Mapping[str, str]):
    """`find_names` of a text, evaluated lazily, because most answers contain no new name."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _found(self) -> dict[str, str]:
        return find_names(self._text)

    def __getitem__(self, key: str) -> str:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
