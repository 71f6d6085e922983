"""What the coach says to the sentence for next time: whether it asks, answers the worry, or leans on the customer (R20, R21)."""

import re
from collections.abc import Iterable

from coach.dialogue.turn_builder import TurnBuilder
from coach.domain.hearing import Act

_ASKS = re.compile(
    r"(?:今天|现在|現在|当场|當場|当面|當面|这会儿).{0,6}(?:定|[签簽]|盖章|蓋章|办了)|[签簽](?:了|个字|個字|字|下来|一下|合同)?[，,]?(?:吧|行不行|行吗|好不好|好吗|可以吗|成吗|成不成|怎么样|如何|您看)|把.{0,4}(?:章|字|合同).{0,3}(?:[盖蓋签簽]|定)|定下来|落笔|"
    r"\b(?:shall|can|could|will|would|may) (?:we|you|i)\b[^.?!]{0,40}\b(?:sign(?:ed|ature)?|in writing|settle|stamp(?:ed)?|close it)\b|\bsign (?:it |this |here )?(?:today|now|here)\b|\bif (?:we|you) (?:settle|sign|decide)\b[^.?!]{0,12}\b(?:today|now)\b|\blet['’]?s (?:sign|settle|get it (?:signed|stamped|done))\b",
    re.I,
)
_NOT_ASKED = re.compile(r"(?:不用|不必|别|別|不急着|不着急)[^，。,.]{0,6}(?:[签簽]|定)|\b(?:no need to|need ?n['’]?t|don['’]?t have to|not)\b[^.,]{0,12}\bsign\b", re.I)  # fmt: skip
_WHEN = re.compile(
    r"年底|年前|年后|月底|月初|季度|开学|過年|过年|春节|元旦|国庆|旺季|淡季|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[月号號日]|"
    r"\b(?:year|month|quarter|season|christmas|new year|easter|summer|winter|spring|autumn|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.I,
)


def commend(turn: TurnBuilder, line: str, acts: Iterable[Act]) -> None:
    """Says what the sentence is worth."""
    turn.say(f"line.{_worth(turn, line, set(acts))}")


def asks_outright(line: str) -> bool:
    """Whether the words ask for the signature, plainly enough for anybody."""
    return bool(_ASKS.search(line)) and not _NOT_ASKED.search(line)


def _worth(turn: TurnBuilder, line: str, acts: set[Act]) -> str:
    d = turn.debrief
    if d.signed or d.lost or d.ruling.customer_class == "D":
        return "for_the_next"
    if "pressure" in acts and not _his_own_day(turn, line):
        return "pressure"
    if d.question and d.question.line == "push.line_to_decider":
        return "to_decider"
    if "ask" not in acts and not asks_outright(line):
        return "does_not_ask"
    return "asks_and_answers" if {"answer", "value", "proof"} & acts else "asks"


def _his_own_day(turn: TurnBuilder, line: str) -> bool:
    """Whether the time the line leans on is the customer's own, told before: no invented deadline (R20)."""
    told = " ".join(said.text for said in turn.debrief.transcript[:-1] if said.who == "rep").lower()
    return any(hit[0].lower() in told for hit in _WHEN.finditer(line))
