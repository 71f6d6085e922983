"""Reads which numbered answer a text chooses: by its key or its words, alone or with more behind them."""

import re

from coach.dialogue.number_words import DIGITS
from coach.domain.debrief_events import Choice
from coach.patterns import Pattern

_KEY = Pattern("cues", r"{before_key}?\s*([1-9一二三四])\s*{after_key}*(?:[,，]?\s*{after_key_modestly})?")
_KEY_AND_AYE = Pattern("cues", r"([1-9])\s*(?:(?:{key_aside}\b[\s,.!]*)+|(?:{key_filler}|[，,。！!\s])+$)")
_KEY_APART = re.compile(r"([1-9])\s*[.,:;，。、：；)）](?!\d)\s*(?!\d)\S", re.S)
_KEY_BEFORE_WORDS = re.compile(r"([1-9])[\s,，.、:：]+\D")


def chosen(plain: str, choices: tuple[Choice, ...]) -> str | None:
    """The value of the choice that is all the text names."""
    bare = plain.rstrip(".。)）、 ").lstrip("(（ ").casefold()
    if key := _KEY.fullmatch(bare):
        bare = str(DIGITS.get(key[1], key[1]))
    for choice in choices:
        if bare in (choice.key.casefold(), choice.value.casefold(), choice.label.casefold()):
            return choice.value
    return None


def chosen_first(plain: str, choices: tuple[Choice, ...]) -> str | None:
    """The value of the choice whose key comes first and apart, whatever follows ("4. why do you ask"), or with a mere
    confirmation ("2 obviously").
    """
    keyed = _KEY_AND_AYE.match(plain) or (None if any(map(_confirms, choices)) else _KEY_APART.match(plain))
    return next((one.value for one in choices if keyed and one.key == keyed[1]), None)


def chosen_with_words(plain: str, choices: tuple[Choice, ...]) -> str | None:
    """The value of the choice whose key precedes the words: "3, he signs alone"."""
    keyed = _KEY_BEFORE_WORDS.match(plain)
    return chosen(keyed[1], choices) if keyed else None


def _confirms(choice: Choice) -> bool:
    """Whether a choice belongs to the confirmation: words beside the key change it."""
    return choice.value == "change"
