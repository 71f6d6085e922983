"""Names replaced before something is handed on: customers, people met and reps become numbers, also inside what was said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coach.phrases import Phrasebook

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]{2,}")


class Mask:
    """The same name gets the same number throughout one export. Names that were never told as such cannot be known."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._given: dict[tuple[str, str], str] = {}
        self._titles = tuple(book.entries["mask.titles"])

    def name(self, kind: str, name: str) -> str:
        """What stands for a name of that kind: `customer`, `contact` or `rep`."""
        if not name:
            return ""
        number = 1 + sum(known == kind for known, _ in self._given)
        return self._given.setdefault((kind, name), self._book.say(f"mask.{kind}", number=number))

    def record(self, data: Mapping[str, Any], authors: Iterable[str] = ()) -> dict[str, Any]:
        """A record's plain data without names."""
        names = {data["customer"]: self.name("customer", data["customer"]), data["rep"]: self.name("rep", data["rep"])}
        names |= {author: self.name("rep", author) for author in authors}
        contact = self.name("contact", data["contact"])
        names |= dict.fromkeys(self._forms(data["contact"]), contact)
        for form in _LATIN.findall(data["customer"]):
            names.setdefault(form, names[data["customer"]])
        return {
            key: self._without(value, _pattern(names), names) if key not in _KEPT else value
            for key, value in data.items()
        }

    def _forms(self, contact: str) -> Iterable[str]:
        """A person's name as it is said: whole, its parts, surname and title."""
        yield contact
        yield from _LATIN.findall(contact)
        for title in self._titles:
            at = contact.find(title)
            if at > 0 and not title.isascii():
                yield contact[at - 1 : at + len(title)]

    def _without(self, value: Any, pattern: re.Pattern[str] | None, names: Mapping[str, str]) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda match: names[match.group()], value) if pattern else value
        if isinstance(value, Mapping):
            return {key: self._without(part, pattern, names) for key, part in value.items()}
        if isinstance(value, Sequence):
            return [self._without(part, pattern, names) for part in value]
        return value


_KEPT = frozenset(
    {"id", "language", "visit_date", "complete", "claimed", "after_reverse", "signed", "close", "blockers", "verdict"}
)


def _pattern(names: Mapping[str, str]) -> re.Pattern[str] | None:
    known = sorted((name for name in names if name), key=len, reverse=True)
    # A Latin name is only replaced as a whole word; \b is no help beside Chinese, whose characters count as letters.
    parts = [rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if name.isascii() else re.escape(name) for name in known]
    return re.compile("|".join(parts)) if parts else None
