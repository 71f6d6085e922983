"""Compares texts by the words that they have in common."""

import re
from difflib import Match, SequenceMatcher

from coach.patterns import Pattern

_DENIAL = Pattern("shared_words", "{denial}")
_WORD = re.compile(r"[a-z0-9'’]+|[\u4e00-\u9fff]")
_RUN, _RUN_HAN = 4, 5
"""Consecutive words, or Chinese characters, in common that make two sentences the same."""


def same_words(one: str, other: str) -> bool:
    """Whether two quotes repeat one sentence: consecutive words in common, and neither negates the other."""
    return bool(_DENIAL.search(one)) == bool(_DENIAL.search(other)) and shares_words(one, other)


def shares_words(one: str, other: str) -> bool:
    """Whether two texts have several consecutive words in common."""
    words = words_of(one)
    run = common_run(words, words_of(other))
    return run.size >= (_RUN_HAN if words[run.a][:1] >= "\u4e00" else _RUN) if run.size else False


def common_run(one: list[str], other: list[str]) -> Match:
    """The longest run of words that both have, of size 0 if they have none in common."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match()


def words_of(text: str) -> list[str]:
    """The words in small letters; a Chinese character is one."""
    return _WORD.findall(text.lower())
