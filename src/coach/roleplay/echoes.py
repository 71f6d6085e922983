"""Detects whether a text contains given words, or echoes an earlier sentence."""

import itertools
import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache

from coach import locations
from coach.roleplay.plain import polite

_LETTERS = 5
"""So many letters at the beginning of two English words make them the same one; a longer word is found by its beginning."""


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    """The words (in Chinese the characters) of a kind: `common`, by which no two sentences are alike, or `numbers`.
    Raises ValueError for a file that is not valid TOML.
    """
    file = locations.assets() / "scenarios" / "echoes" / f"{language}.toml"
    try:
        return frozenset(tomllib.loads(file.read_text("utf-8"))[kind].split())
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


def touches(words: Sequence[str], said: Sequence[str], text: str, language: str) -> bool:
    """Whether a text contains one of the words, or echoes what was said."""
    return names(words, text, language) or _echoes(said, text, language)


def answers_to(said: Sequence[str], text: str, language: str, figures: bool = True) -> bool:
    """Whether a text refers back to an earlier sentence by its words (three, or with `figures` two and a number) and adds
    some of its own.
    """
    mine, enough = _grams(text, language), 3 if language == "zh" else 1
    for line in said:
        his = _grams(line.casefold(), language)
        shared = mine & his
        numbers = any(map(_is_number, shared))
        if len(shared) + (numbers and figures) >= 3 and len(mine - his) >= enough:
            return True
    return False


def repeats(said: str, text: str, language: str) -> bool:
    """Whether a text only says again what was said, with next to nothing of its own."""
    mine = _grams(text, language)
    return len(mine) > 1 and 4 * len(mine - _grams(said.casefold(), language)) <= len(mine)


def counts(said: str, question: str, language: str) -> bool:
    """Whether a sentence has a number and is about what the question names, be it only what is counted."""
    figures = said if language == "zh" else _grams(said.casefold(), language)
    alike = is_about(said, question, language) or numbers(said, question, language)
    return alike and any(map(_is_number, figures))


def is_about(said: str, question: str, language: str) -> bool:
    """Whether a sentence has words in common with the question: in Chinese two, in English one."""
    return in_common(said, question, language) > (language == "zh")


def numbers(said: str, question: str, language: str) -> bool:
    """Whether the number that a question asks for, and does not itself have, is one that the sentence has: "爆几回胎",
    "爆了四条胎"; "how many blowouts", "four blowouts".
    """
    if language == "zh":
        return bool(_around_a_number(said) & _around_a_number(question))
    words = re.findall(r"[a-z']+|\d+", said.casefold())
    named = _grams(question, language)
    numbered = (at for at, word in enumerate(words) if _is_number(word) and word not in named)
    behind = (" ".join(words[at + 1 : at + 3]) for at in numbered)
    return any(_shared(one, question, language) for one in behind)


def _around_a_number(text: str) -> set[str]:
    """The characters before and behind each number with its measure word, as pairs."""
    return {before + behind for before, behind in _within().findall(text)}


@cache
def _within() -> "re.Pattern[str]":
    """A character, a number with its measure word, and the character behind."""
    number = "".join(_words("zh", "numbers"))
    return re.compile(f"([\u4e00-\u9fff])[了过着]?(?:多少|[几一{number}\\d]+)[\u4e00-\u9fff]?([\u4e00-\u9fff])")


def shares(said: str, question: str, language: str, least: int = 2) -> bool:
    """Whether a sentence has so many words in common with the question."""
    return in_common(said, question, language) >= least


def in_common(said: str, question: str, language: str) -> int:
    """How many words a sentence has in common with the question, figures apart."""
    return len(_shared(said, question, language))


def _shared(said: str, question: str, language: str) -> set[str]:
    both = _grams(said.casefold(), language) & _grams(question, language)
    return {one for one in both if not _is_number(one)}


def _is_number(gram: str) -> bool:
    return gram[0].isdigit() or gram[0] in _words("zh", "numbers") or gram[:_LETTERS] in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(number[:_LETTERS] for number in _words("en", "numbers"))


def names(words: Sequence[str], text: str, language: str) -> bool:
    """Whether a text contains one of the words; in English inflected as well, a long one as the beginning of a word."""
    for word in words:
        low = polite(word.casefold())
        if language == "zh" or not low.isascii():
            if low in text:
                return True
        elif _inflected(low).search(text):
            return True
    return False


@lru_cache(2048)
def _inflected(low: str) -> "re.Pattern[str]":
    """ "late" is neither in "later" nor "war" in "warm", but "train" is in "training", "allerg" in "allergies", and "nurses"
    is "nurse".
    """
    last = low.rpartition(" ")[2]
    if len(last) > _LETTERS and last.endswith("s") and not last.endswith("ss"):
        return re.compile(rf"\b{re.escape(low[:-1])}s?\b")
    short = len(last) <= _LETTERS
    ending = rf"(?:s|es|'s|d|als?|ers?|ly|{re.escape(low[-1])}?(?:ed|ing))?\b" if short else ""
    return re.compile(rf"\b{re.escape(low)}{ending}")


def _echoes(said: Sequence[str], text: str, language: str) -> bool:
    mine = _grams(text, language)
    return any(len(mine & _grams(line.casefold(), language)) >= (3 if language == "zh" else 2) for line in said)


def _grams(text: str, language: str) -> set[str]:
    """What two sentences are compared by: pairs of characters, or the beginnings of words; none of common ones."""
    common = _words(language, "common")
    if language == "zh":
        chars = [c for c in text if "\u4e00" <= c <= "\u9fff" or c.isdigit()]
        return {a + b for a, b in itertools.pairwise(chars) if not {a, b} & common}
    figures = _words(language, "numbers")
    found = re.findall(r"[a-z']+|\d+", text)
    found = [word.removesuffix("s") if len(word) > 4 else word for word in found]
    return {
        word[:_LETTERS] for word in found if (len(word) > 3 or word.isdigit() or word in figures) and word not in common
    }
