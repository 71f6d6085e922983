"""Corrections of facts by /edit, in any of the words that the coach displays for them, in either language."""

from functools import cache

from coach.dialogue.patterns import Pattern
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, FactName
from coach.domain.vocabulary import values_of
from coach.phrases import LANGUAGES, load

_NAMES: dict[FactName, tuple[str, ...]] = {
    "authority": ("authority", "决定权", "决策", "拍板", "谁拍板", "decider", "kp"),
    "need": ("need", "需求"),
    "power": ("power", "购买能力", "钱", "预算", "money", "budget"),
    "value": ("value", "价值", "认可", "认不认"),
}
_VALUES = {
    "有": "yes", "是": "yes", "要": "yes", "认": "yes", "认可": "yes", "有钱": "yes", "y": "yes",
    "没有": "no", "没": "no", "否": "no", "不": "no", "不要": "no", "不认": "no", "不认可": "no", "没钱": "no", "n": "no",
    "不知道": "unsure", "没把握": "unsure", "?": "unsure", "？": "unsure", "don't know": "unsure", "unknown": "unsure",
    "第一": "first", "第一kp": "first", "第二": "second", "第二kp": "second", "第三": "third", "第三kp": "third",
    "0": "first", "1": "second", "2": "third",
}  # fmt: skip
_BETWEEN = Pattern("fact_edits", r"^(?:\s|[:：=]|{between})+", flags=0)
_SHOWN = ("screen.value.{fact}.{value}", "fact_value.{value}", "choice.rank.{value}", "choice.now_{fact}.{value}")
"""Lines that show a value of a fact."""


def edited(argument: str) -> e.FactCorrected | None:
    """The correction named by the argument of /edit, or None if it names no fact or no valid value."""
    plain = " ".join(argument.split()).casefold()
    for name, fact in _names():
        if plain.startswith(name):
            told = _BETWEEN.sub("", plain[len(name) :]).strip(" 。.")
            value = _values(fact).get(told)
            if value:
                return e.FactCorrected(fact=fact, value=value)
    return None


def corrected(fact: FactName, value: str | None) -> e.FactCorrected | None:
    """The correction by hand; None if the value does not fit the fact."""
    return e.FactCorrected(fact=fact, value=value) if value is None or value in values_of(fact) else None


@cache
def _names() -> list[tuple[str, FactName]]:
    """The names of the facts, the longest first."""
    shown = {fact: [load(lang).say(f"{area}.{fact}") for lang in LANGUAGES for area in ("fact", "screen.fact")] for fact in FACTS}  # fmt: skip
    names = {name.casefold(): fact for fact in FACTS for name in (*_NAMES[fact], *shown[fact])}
    return sorted(names.items(), key=lambda one: -len(one[0]))


@cache
def _values(fact: FactName) -> dict[str, str]:
    fitting = values_of(fact)
    words = {word: value for word, value in _VALUES.items() if value in fitting}
    for value in fitting:
        keys = [key.format(fact=fact, value=value) for key in _SHOWN]
        shown = [load(lang).say(key) for lang in LANGUAGES for key in keys if key in load(lang)]
        words |= {word.casefold(): value for word in (value, *shown)}
    return words
