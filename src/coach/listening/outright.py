"""What is said outright, in a few exact ways: who approves whom (R7), praise, wanting time. Read beside the learned ear."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coach.domain.hearing import Heard, Hearing
from coach.listening.clauses import parts
from coach.listening.hope import supposed
from coach.listening.lexicon import CHINESE
from coach.listening.normal import lowered
from coach.locations import assets

FIRM = 0.8
"""From this confidence on the learned ear is not overruled."""
_SURE = 0.85
_AT_WORD = r"\b"
_STOP = re.compile(r"[。！？；，,.!?;\n]|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
"""Where a clause ends: at a stop, and where a space parts what was dictated in Chinese."""


def with_outright(hearing: Hearing, text: str) -> Hearing:
    """The hearing, with what was said outright where the learned ear heard nothing or was not firm."""
    said = list(_said(text))
    if not said:
        return hearing
    facts, blockers = dict(hearing.facts), list(hearing.blockers)
    for key, heard in said:
        if key == "blockers":
            if heard.value not in (one.value for one in blockers):
                blockers.append(heard)
        elif (key == "authority" and (key not in facts or facts[key].confidence < FIRM)) or key not in facts:
            facts[key] = heard
    return replace(hearing, facts=facts, blockers=tuple(blockers))


def _said(text: str) -> Iterator[tuple[str, Heard]]:
    """For each key the first value whose words are there; of approvals more outweigh fewer, as whoever names two has named one."""
    plain = lowered(text)
    language = "zh" if CHINESE.search(text) else "en"
    if not _anything(language).search(plain):
        return
    for key, values in _patterns(language).items():
        for value, patterns in values:
            found = next((match for pattern in patterns if (match := pattern.search(plain))), None)
            if found:
                clause = _clause(text, found.start(), found.end())
                if not supposed(clause):
                    yield key, Heard(value, clause, _SURE)
                    break


def _clause(text: str, start: int, end: int) -> str:
    first = max((stop.end() for stop in _STOP.finditer(text, 0, start + 1) if stop.end() <= start), default=0)
    after = _STOP.search(text, end)
    last = after.start() if after else len(text)
    own = [one for one in parts(lowered(text), first, last) if one[1] > start and one[0] < end]
    return text[own[0][0] : own[-1][1]].strip()


@cache
def _table(language: str) -> dict[str, list[tuple[str, list[str]]]]:
    """For each key its values, in the order in which they are looked for, with their patterns."""
    table = tomllib.loads((assets() / "listening" / "outright.toml").read_text("utf-8"))[language]
    order = ("third", "second", "first", "yes", "customer_thinking")
    return {key: [(value, values[value]) for value in order if value in values] for key, values in table.items()}


@cache
def _patterns(language: str) -> dict[str, list[tuple[str, list[re.Pattern[str]]]]]:
    return {
        key: [(value, [re.compile(one) for one in patterns]) for value, patterns in values]
        for key, values in _table(language).items()
    }


@cache
def _anything(language: str) -> re.Pattern[str]:
    """Whether any of the patterns is there at all, in one search. Where all begin at a word, that is looked at once for all of them."""
    patterns = [one for values in _table(language).values() for _, patterns in values for one in patterns]
    at_word = _AT_WORD * all(pattern.startswith(_AT_WORD) for pattern in patterns)
    return re.compile(at_word + "(?:" + "|".join(pattern.removeprefix(_AT_WORD) for pattern in patterns) + ")")
