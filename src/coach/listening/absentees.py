"""Persons who are named and were not there, so that they are not whom the rep met."""

from coach.listening.name_words import NamePattern

_ABSENT_ZH = NamePattern("zh", "{absent}")
_MISSED_ZH = NamePattern("zh", "{missed}")
_ABSENT_EN = NamePattern("en", r"(?:{title}\s)?{capital}(?:\s{capital})?(?:\s(?:himself|herself))?,?\s{absent}")
_MET_EN = NamePattern("en", "{met}")


def is_absent(text: str, start: int, end: int) -> bool:
    """Whether the person named in Chinese at start:end was not there: 陈总不在, 没见着陈总."""
    return _ABSENT_ZH.match(text, end) is not None or _MISSED_ZH.search(text[:start]) is not None


def without_absent(text: str) -> str:
    """An English text without those of whom it says that they were away, if it tells of somebody met instead: "Mr Chen
    was out, spoke to the manager".
    """
    present = _ABSENT_EN.sub("", text)
    return present if present != text and _MET_EN.search(present) else text
