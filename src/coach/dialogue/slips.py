"""Retractions of misstatements: "不是欠着，是货到付款，说错了". A slip of the tongue is no second opinion, so the rep
is not asked which stands (R15).
"""

from coach.dialogue.shared_words import common_run, words_of
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, Fact
from coach.domain.hearing import Hearing
from coach.patterns import Pattern

_SLIP = Pattern("slips", "{slip}")
_NOT_THIS = Pattern("slips", "{denial}")
_SHARE = 0.6
"""The share of the denied words that a quote must contain: 预算的问题 does not deny 预算有五万."""
_LEAST = 2
_EMPTY = Pattern("slips", "{empty_word}")
"""A word without content of its own."""


def owned(text: str) -> bool:
    """Whether the rep says that he misspoke."""
    return _SLIP.search(text) is not None


def withdrawn(turn: TurnBuilder, text: str, hearing: Hearing) -> bool:
    """Retracts the facts that the words take back; what is stated instead counts as first stated."""
    denied = [hit["zh"] or hit["en"] for hit in _NOT_THIS.finditer(text)]
    facts, slip = turn.debrief.facts, owned(text)
    told = [name for name in FACTS if facts[name].known]
    held = [name for name in told if any(_holds(facts[name], words) for words in denied)]
    least = min((len(facts[name].words) for name in held), default=0)
    back = [
        name
        for name in told
        if (name in held and len(facts[name].words) == least)
        or (slip and name in hearing.facts and hearing.facts[name].value != facts[name].value)
    ]
    for name in back:
        turn.emit(e.FactCorrected(fact=name, value=None))
    if back:
        turn.say("reply.taken_back")
    return bool(back)


def _holds(fact: Fact, denied: str) -> bool:
    """Whether the denied words are what the rep stated for this fact."""
    said, words = _words(fact.words), _words(denied)
    run = common_run(said, words)
    return run.size >= _LEAST and run.size >= _SHARE * len(words)


def _words(text: str) -> list[str]:
    return [word for word in words_of(text) if not _EMPTY.fullmatch(word)]
