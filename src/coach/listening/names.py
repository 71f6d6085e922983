"""Who was visited and who was met, as told in the text: verbatim parts, and rather nothing than a wrong name."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from coach.listening import chinese_names, english_names

LONGEST = 60
"""A name has at most this many characters."""

READ = 600
"""Names stand at the beginning of what a rep tells; no more than this many characters are searched."""

_HAN = re.compile("[\u4e00-\u9fff]")


def find_names(text: str) -> dict[str, str]:
    """`customer` (company, shop, institution) and `contact` (person met, with the title if told), where the text tells them.

    Every value is a verbatim part of the text of at most `LONGEST` characters, but for a surname told behind the title (老板姓丁), which
    goes before it; what is only described ("a bakery", 一家工厂) is no name.
    Never raises.
    """
    start = text[:READ]
    found: dict[str, str] = {}
    if _HAN.search(start):
        customer, contact = chinese_names.customer(start), chinese_names.contact(start)
    else:
        customer, contact = "", ""
    if re.search("[A-Za-z]{2}", start):
        contact = contact or english_names.contact(start)
        customer = customer or english_names.customer(start, contact)
        contact = contact or english_names.somebody_at(start, customer)
    for key, name in (("customer", customer), ("contact", contact)):
        name = name.strip(" ,.，。、:：()（）")
        if 0 < len(name) <= LONGEST and (name in text or key == "contact"):
            found[key] = name
    return found


class NamesIn(Mapping[str, str]):
    """`find_names` of a text, looked for when somebody first asks: most answers name nobody whom the debrief does not know yet."""

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
