"""Glossary: questions like "什么是第一KP？", "what's a KP?", "R9?" are answered from the catalogue, in whichever language
they are asked.
"""

import re
from functools import cache

from coach.dialogue.clauses import sentences
from coach.patterns import Pattern
from coach.phrases import LANGUAGES, load

_ASKS = Pattern("glossary", "{asks}")
_LONGEST_QUESTION = 60
_PLEA = Pattern("glossary", "{plea}")
_TELLS = 7
"""Characters or words from which on a sentence beside such a question has content of its own."""
_RULE = re.compile(r"(?<![A-Za-z0-9])R\s?(\d{1,2}[ab]?)(?![A-Za-z0-9])", re.I)
_RULE_ALONE = Pattern("glossary", r"R\s?\d{1,2}[ab]?\s*{rule_then}?\s*[?？]+")
_OF_A_WORD = Pattern(
    "glossary",
    r"{what_is}(?P<zh>[^，。,.?？]{1,12})[?？]*|(?P<zh_first>[^，。,.?？]{1,12}?){is_what}[?？]*|"
    r"(?:{lead_in}\s+)?(?:{what_are} (?:{article} )?(?P<en>[\w’' -]{2,30}?)|{what_does} (?:{article} )?(?P<means>[\w’' -]{2,30}?) {mean}|"
    r"{what_you_mean_by} (?P<by>[\w’' -]{2,30}?)|{define} (?:{article} )?(?P<told>[\w’' -]{2,30}?))\s*\?*",
)
_NO_WORD = Pattern("glossary", "{no_word}")


def asked_for(text: str) -> str | None:
    """The line that answers a question about one of the coach's terms or rules, or None if the text is none."""
    plain = text.strip()
    asking = next((part for part in sentences(plain) if _ASKS.search(part)), plain)
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
    """Whether there is content beside a question about a term, so that the rest has to be interpreted as well."""
    rest = [part for part in sentences(text) if not (_ASKS.search(part) or _PLEA.search(part))]
    return any(len(re.findall(r"[\u4e00-\u9fff]|[A-Za-z']+", part)) >= _TELLS for part in rest)


def unknown_word(text: str) -> str | None:
    """The term asked about if the text is nothing but such a question, whether or not it is known."""
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
    """A pattern for the alias as whole words: "an A" does not match in "mean ask"."""
    return re.compile(rf"(?<![a-z0-9]){re.escape(alias)}(?:'s|s)?(?![a-z0-9])", re.I)
