"""The words of the network: a pair of characters that is none of them is likely part of a name (弈道, but not 塑料)."""

from functools import cache

from coach.listening.fingerprints import Fingerprints
from coach.listening.model import described
from coach.listening.normal import Spelling
from coach.locations import assets


def is_word(characters: str) -> bool:
    """Whether these Chinese characters, of either script, are a word."""
    known, spelling = _known()
    return known.place(spelling.plain(characters)) is not None


def is_english(word: str) -> bool:
    """Whether a Latin word, in any of its forms, is one: bakery, but not brightwater."""
    known, spelling = _known()
    plain = spelling.plain(word)
    return all(known.place(f"~{stem}") is not None for stem, _, _ in spelling.words(plain, 0, len(plain)))


@cache
def _known() -> tuple[Fingerprints, Spelling]:
    folder = assets() / "listening"
    return Fingerprints((folder / "tokens.bin").read_bytes()), Spelling.described(described(folder))
