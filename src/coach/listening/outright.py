"""Exact patterns for what is said explicitly: who approves whom (R7), praise, wanting time; they complement the network."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coach.domain.full_stops import ABBREVIATED, NOT_ABBREVIATED
from coach.domain.hearing import Heard, Hearing
from coach.listening.clauses import long_to_quote, parts
from coach.listening.hope import supposed
from coach.listening.lexicon import CHINESE
from coach.listening.normal import lowered
from coach.patterns import expression, words

FIRM = 0.8
"""Minimum confidence of the network at which it is not overridden."""
_SURE = 0.85
_BEFORE = 6
"""Characters quoted before the words themselves where they were dictated without a stop."""
_STOP = re.compile(
    rf"[\U0001F300-\U0001FAFF\u2600-\u27BF。！？；，,!?;\n]|{NOT_ABBREVIATED}\.|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])"
)
"""Punctuation, or a space between Chinese characters, which dictation produces instead."""

_TITLE_STOP = re.compile(rf"{ABBREVIATED}\.")


def with_outright(hearing: Hearing, text: str, simplified: str) -> Hearing:
    """The hearing with the explicit statements added where the network found nothing or was not confident.

    `simplified` is the text as `Spelling.simplified` gives it.
    """
    said = list(_said(text, simplified))
    if not said:
        return hearing
    facts, blockers = dict(hearing.facts), list(hearing.blockers)
    for key, heard in said:
        if heard.value == _AS_GOOD:
            if key in facts and facts[key].value == "no" and facts[key].quote in heard.quote:
                facts[key] = heard._replace(value="yes")
        elif key == "blockers":
            blockers = [one for one in blockers if one.value != heard.value] + [heard]
        elif (
            key not in facts
            or (key == "authority" and (facts[key].confidence < FIRM or _is_new(facts[key], heard, text, simplified)))
            or _denies(key, facts[key], heard)
        ):
            facts[key] = heard
        elif facts[key].value == heard.value:
            facts[key] = facts[key]._replace(quote=heard.quote)  # the plainest words are the evidence
        if key == "need" and heard.value == "yes" and "value" in facts and facts["value"].quote in heard.quote:
            del facts["value"]  # what he loses is no praise
    return replace(hearing, facts=facts, blockers=tuple(blockers))


_DENIED = {
    ("yes", "no"),
    ("first", "second"),
    ("third", "second"),
    ("unsure", "yes"),
    ("no", "yes"),
}
_NOW = expression("outright", "{now}")
"""What is so now takes the place of what was: she had to ask, now nobody is above her."""


def _is_new(told: Heard, heard: Heard, text: str, simplified: str) -> bool:
    at = text.find(heard.quote)
    return told.value != heard.value and _NOW.search(simplified[at : at + len(heard.quote)]) is not None


def _denies(key: str, told: Heard, heard: Heard) -> bool:
    """Whether the network heard something else in the same words: "capex is closed until April" as money, "has to ask
    Dr Shah, he owns the place" as somebody met who owns it, "he thought it was great" as the rep's guess, 他觉得咱省气
    as a refusal. A need told outright is no answer to a refusal of it.
    """
    same_words = told.quote in heard.quote or heard.quote in told.quote
    if (told.value, heard.value) == ("third", "second") and told.confidence >= heard.confidence:
        return False  # who stands above the one above is not among the plain words
    return same_words and (told.value, heard.value) in _DENIED and (key, heard.value) != ("need", "yes")


def _said(text: str, simplified: str) -> Iterator[tuple[str, Heard]]:
    """For each key the first value with a match, of the blockers every one; more approvals come before fewer, because
    naming two includes naming one.
    """
    plain = _TITLE_STOP.sub(" ", simplified)
    language = "zh" if CHINESE.search(text) else "en"
    for key, values in _patterns(language).items():
        for value, patterns in values:
            if value == _ONLY_ONE and len(_ABOVE.findall(plain)) > 1:
                continue
            found = next((match for pattern in patterns if (match := pattern.search(plain))), None)
            if found:
                clause = _clause(text, found.start(), found.end())
                if not supposed(clause):
                    yield key, Heard(_MEANS.get(value, value), clause, 1.0 if value == _ONLY_ONE else _SURE)
                    if key != "blockers":
                        break


def _clause(text: str, start: int, end: int) -> str:
    first = max((stop.end() for stop in _STOP.finditer(text, 0, start + 1) if stop.end() <= start), default=0)
    after = _STOP.search(text, end)
    last = after.start() if after else len(text)
    own = [one for one in parts(lowered(text), first, last) if one[1] > start and one[0] < end]
    first, last = own[0][0], own[-1][1]
    if last - first > long_to_quote(text[first:last]) and not text[first:last].isascii():
        first, last = max(first, start - _BEFORE), end
    return text[first:last].strip()


_AS_GOOD = "as_good"
"""A comparison that praises: it only takes the place of a no."""
_ONLY_ONE = "only_one"
"""Somebody above, and nothing of anybody above him, which the network takes for granted behind most managers."""
_ABOVE = expression("outright", "{above}")
_MEANS = {"consulted": "second", _ONLY_ONE: "second"}
"""Whom he has to consult is the approval above, unless he is said to decide alone."""


_KEYS = ("authority", "need", "power", "value", "blockers")
_ORDER = ("third", _ONLY_ONE, "second", "first", "consulted", "no", "yes", _AS_GOOD, "customer_thinking", "price")
"""Values in order of precedence."""


@cache
def _patterns(language: str) -> dict[str, list[tuple[str, list[re.Pattern[str]]]]]:
    """For each key its values, with their patterns."""
    told = words("outright", language)
    return {
        key: [
            (value, [re.compile(one) for one in told[f"{key}_{value}"]]) for value in _ORDER if f"{key}_{value}" in told
        ]
        for key in _KEYS
    }
