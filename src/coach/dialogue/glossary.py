"""A question back: "什么是第一KP？", "what's a KP?", "R9?" is answered from the catalogue, whatever language it is asked in."""

import re
from functools import cache

from coach.phrases import LANGUAGES, load

_ASKS = re.compile(
    r"什么是|什麼是|是什么|是什麼|啥是|是啥|啥叫|什么叫|什麼叫|什么意思|什麼意思|啥意思|何为|怎么算|怎麼算|有什么区别|點解|乜嘢係|係乜|指什么|指的是|解释一下|讲的是什么|说的是什么|"
    r"\bwhat(?:'?s|’s| is| are| does| do you mean)\b|\bwhats\b|\bmean(?:s|ing)?\b|\bdefine\b|\bexplain\b|\bwho(?:'?s| is) (?:a|the) (?:first|second|third)?\s*kp\b|\bdifference between\b|\bhow do you (?:define|tell)\b",
    re.I,
)
_LONGEST_QUESTION = 60
_SENTENCES = re.compile(r"[。！？!?\n]+|[.]\s+")
_PLEA = re.compile(
    r"讲讲|讲一下|解释|不懂|不明白|没听懂|不太懂|不清楚|\b(?:explain|understand|tell me|remind me|never heard|not sure|no idea|forgot)\b",
    re.I,
)
_TELLS = 7
"""Characters or words from which on a sentence beside such a question tells something."""
_RULE = re.compile(r"(?<![A-Za-z0-9])R\s?(\d{1,2}[ab]?)(?![A-Za-z0-9])", re.I)
_RULE_ALONE = re.compile(r"R\s?\d{1,2}[ab]?\s*(?:呢|是啥)?\s*[?？]+", re.I)
_OF_A_WORD = re.compile(
    r"(?:什么是|什麼是|啥是|啥叫|什么叫|什麼叫|何为)(?P<zh>[^，。,.?？]{1,12})[?？]*|(?P<zh_first>[^，。,.?？]{1,12}?)(?:是什么|是什麼|是啥|指什么|是?什么意思|是?什麼意思|是?啥意思)[?？]*|"
    r"(?:sorry,?\s+|and\s+|so\s+)?(?:what(?:'s|’s|s| is| are) (?:an? |the )?(?P<en>[\w’' -]{2,30}?)|what does (?:an? |the )?(?P<means>[\w’' -]{2,30}?) mean|what do you mean (?:by|with) (?P<by>[\w’' -]{2,30}?)|(?:define|explain) (?:an? |the )?(?P<told>[\w’' -]{2,30}?))\s*\?*",
    re.I,
)
_NO_WORD = re.compile(
    r"(?:他|她|它|这|那|你|您|我|客户|老板|对方|人家)|(?:it|this|that|these|those|his|her|their|my|your|our|he|she|they|you|up|next|wrong|point|question|matter|going|there)\b",
    re.I,
)


def asked_for(text: str) -> str | None:
    """The line that answers a question about one of the coach's words or rules, or None where the text is no such question."""
    plain = text.strip()
    asking = next((part for part in _SENTENCES.split(plain) if _ASKS.search(part)), plain)
    if len(asking) > _LONGEST_QUESTION or not (_ASKS.search(plain) or _RULE_ALONE.fullmatch(plain)):
        return None
    rule = _RULE.search(plain)
    if rule and f"rule.r{rule[1].lower()}" in load(LANGUAGES[0]):
        return f"rule.r{rule[1].lower()}"
    best: tuple[int, str] | None = None
    for term, aliases in _aliases():
        size = max((len(hit[0]) for alias in aliases if (hit := alias.search(plain))), default=0)
        if size and (best is None or size > best[0]):
            best = (size, term)
    return f"glossary.{best[1]}.text" if best else None


def tells_besides(text: str) -> bool:
    """Whether something is told beside a question about a word, so that the rest has to be heard as well."""
    rest = [part for part in _SENTENCES.split(text) if not (_ASKS.search(part) or _PLEA.search(part))]
    return any(len(re.findall(r"[\u4e00-\u9fff]|[A-Za-z']+", part)) >= _TELLS for part in rest)


def unknown_word(text: str) -> str | None:
    """The word asked about where the text is nothing but such a question, whether or not the coach knows it."""
    asked = _OF_A_WORD.fullmatch(text.strip())
    word = next((found.strip() for found in asked.groups() if found), "") if asked else ""
    return word if word and not _NO_WORD.match(word) else None


@cache
def _aliases() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    books = [load(language).entries for language in LANGUAGES]
    terms = [key.split(".")[1] for key in books[0] if key.startswith("glossary.") and key.endswith(".aliases")]
    return tuple(
        (term, tuple(_whole(alias) for book in books for alias in book[f"glossary.{term}.aliases"])) for term in terms
    )


def _whole(alias: str) -> re.Pattern[str]:
    """The alias as words of their own: "an A" does not lie in "mean ask"."""
    return re.compile(rf"(?<![a-z0-9]){re.escape(alias)}(?:'s|s)?(?![a-z0-9])", re.I)
