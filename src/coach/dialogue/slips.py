"""What the rep takes back of what he told: "不是欠着，是货到付款，说错了". A slip of the tongue is no second opinion, so nobody is asked which stands (R15)."""

import re
from difflib import SequenceMatcher

from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, Fact
from coach.domain.hearing import Hearing

_SLIP = re.compile(
    r"(?:我)?(?:[说說讲講记記搞弄]|嘴)(?:错|錯|岔|瓢)了|口误|口誤|(?:前面|刚才|剛才|刚刚|上面)(?:那|说的|說的)?(?:句|条|條)?(?:不算|不对|不對|划掉|作废)|"
    r"\bi (?:misspoke|meant|got (?:that|it) wrong|was wrong)\b|\b(?:scratch|strike) that\b|\bmy (?:mistake|bad)\b|\bslip of the tongue\b|\bsaid (?:that|it) wrong\b",
    re.I,
)
_NOT_THIS = re.compile(
    r"(?<!是)不是(?!因为|因為|关于|光|只|单)(?P<zh>[^，,。；;\s是]{2,14})[，,；;\s]*(?:而|应该|應該)?是(?!不是)|"
    r"\b(?:not|n['’]t|never) (?:that )?(?:(?:he|she|they|it) )?(?!about|because|just|only)(?P<en>[\w' ]{4,30}?)(?:[,;]| but)\s*(?:but |it['’]?s |that['’]?s |(?:he|she|they)(?:['’]\w+)? |rather )",
    re.I,
)
_SHARE = 0.6
"""How much of what is denied stands in a quote that it denies: 预算的问题 does not deny 预算有五万."""
_WORDS = re.compile(r"[a-z0-9'’]+|[\u4e00-\u9fff]", re.I)
_LEAST = 2
_ARTICLES = frozenset({"the", "a", "an", "that", "it", "is"})


def owned(text: str) -> bool:
    """Whether the rep says that he said something wrong."""
    return _SLIP.search(text) is not None


def withdrawn(turn: TurnBuilder, text: str, hearing: Hearing) -> bool:
    """Takes the facts off that the words take back; what is told in their place is heard as if for the first time."""
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
    """Whether what is denied is what the rep told of this fact."""
    said, words = _words(fact.words), _words(denied)
    run = SequenceMatcher(None, said, words, autojunk=False).find_longest_match()
    return run.size >= _LEAST and run.size >= _SHARE * len(words)


def _words(text: str) -> list[str]:
    return [word for word in map(str.lower, _WORDS.findall(text)) if word not in _ARTICLES]
