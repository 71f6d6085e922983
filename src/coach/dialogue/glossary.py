"""A question back: "什么是第一KP？", "what's a KP?" is answered from the catalogue, whatever language it is asked in."""

import re

from coach.phrases import LANGUAGES, Phrasebook, load

_ASKS = re.compile(
    r"什么是|什麼是|是什么|是什麼|啥是|是啥|啥叫|什么叫|什麼叫|什么意思|什麼意思|啥意思|何为|怎么算|怎麼算|有什么区别|點解|乜嘢係|係乜|指什么|指的是|解释一下|"
    r"\bwhat(?:'?s| is| are| does| do you mean)\b|\bwhats\b|\bmean(?:s|ing)?\b|\bdefine\b|\bexplain\b|\bwho(?:'?s| is) (?:a|the) (?:first|second|third)?\s*kp\b|\bdifference between\b|\bhow do you (?:define|tell)\b",
    re.I,
)
_LONGEST_QUESTION = 60


def asked_for(text: str) -> str | None:
    """The entry of the glossary a question is about, or None where the text is no such question."""
    plain = text.strip()
    if len(plain) > _LONGEST_QUESTION or not _ASKS.search(plain):
        return None
    low = plain.casefold()
    best: tuple[int, str] | None = None
    for term, aliases in _aliases():
        size = max((len(alias) for alias in aliases if alias.casefold() in low), default=0)
        if size and (best is None or size > best[0]):
            best = (size, term)
    return best[1] if best else None


def terms(book: Phrasebook) -> list[str]:
    """The names of all entries."""
    return [key.split(".")[1] for key in book.entries if key.startswith("glossary.") and key.endswith(".aliases")]


def _aliases() -> list[tuple[str, list[str]]]:
    books = [load(language) for language in LANGUAGES]
    return [
        (term, [alias for book in books for alias in book.entries[f"glossary.{term}.aliases"]])
        for term in terms(books[0])
    ]
