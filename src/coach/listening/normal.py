"""Spelling normalization that preserves the length, so that offsets stay valid in the original text."""

import re
from collections.abc import Mapping
from typing import Any

from coach.listening.remembered import Remembered

_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.,:/][0-9]+)*|[$£€%]")
_ENDINGS = (("ingly", 3), ("edly", 3), ("ing", 3), ("ied", 2), ("ies", 2), ("ed", 3), ("es", 3), ("ly", 4), ("s", 3))
_REMEMBERED = 10_000
_CHINESE = range(0x3400, 0xA000)
"""Code points of Chinese characters."""


def lowered(text: str) -> str:
    """The text in lower case, with its length preserved."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one := char.lower()) == 1 else char for char in text)


class Spelling:
    """Normalization tables: `characters` and `forms` for Chinese, `stems` for English."""

    def __init__(self, characters: dict[int, str], forms: dict[str, str], stems: dict[str, str]) -> None:
        self._characters = characters
        self._chinese = {other: plain for other, plain in characters.items() if other in _CHINESE}
        self._forms = tuple(forms.items())
        self._stems = stems
        self._known = Remembered(self._stem, _REMEMBERED)

    @classmethod
    def described(cls, told: Mapping[str, Any]) -> "Spelling":
        """The spelling in the description of a model: `characters` (what they are, what they are read as), `forms` and
        `stems`.
        """
        return cls(str.maketrans(*told["characters"]), told["forms"], told["stems"])

    def simplified(self, text: str) -> str:
        """The text in lower case and with its Chinese characters as `plain` reads them; its length is preserved."""
        return lowered(text).translate(self._chinese)

    def plain(self, text: str) -> str:
        """The text in lower case, simplified characters and half width, with dialect words replaced; its length is
        preserved.
        """
        read = lowered(text).translate(self._characters)
        for form, standard in self._forms:
            if form in read:
                read = read.replace(form, standard)
        return read

    def words(self, plain: str, start: int, end: int) -> list[tuple[str, int, int]]:
        """The Latin words and numbers in plain[start:end], each as (stem, start, end)."""
        known = self._known
        return [(known[hit[0]], *hit.span()) for hit in _LATIN.finditer(plain, start, end)]

    def _stem(self, word: str) -> str:
        word = word.replace("'", "")
        irregular = self._stems.get(word)
        if irregular is not None:
            return irregular
        size = len(word)
        for ending, keep in _ENDINGS:
            if word.endswith(ending) and size - len(ending) >= keep:
                word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
                break
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
            word = word[:-1]
        return word[:-1] if len(word) > 3 and word.endswith("e") else word
