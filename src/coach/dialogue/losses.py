"""A deal plainly lost: "lost it, they went with Cobalt", "丢了，人家跟别家签了". Then there is no class to judge, only something to learn (R23)."""

import re

from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.hearing import Hearing

_BEFORE = ("opening", "claim", "forward", "unsigned")
"""Steps at which a loss is told; later ones ask for the rep's own sentences, which may speak of anything."""

_SENTENCE = re.compile(r"[^.。!！?？\n]+[.。!！?？]*")
_RIVAL = (
    r"(?:(?:a|the|another|some|our|one of (?:the|our)) )?(?:cheaper |local |big |other )?(?:competitors?|competition|rivals?|supplier|vendor|firm|company|outfit|provider)\b"
    r"|(?:someone|somebody|another one|one) else\b|the other (?:guys?|lot|side|people)\b"
)
_LOST = re.compile(
    r"(?:^|[,;:–—-]\s*|\b(?:i|we|i'?ve|we'?ve|and|so|but|then|just|sadly)\s+)(?:have |just |already |sadly )*lost (?:it|this (?:one|deal)|the (?:deal|order|sale|customer|account|job|business|contract))\b(?! because i| my| when)"
    r"|(?:^|\b(?:i|we|i'?ve|we'?ve)\s+)(?:just |sadly |have )*lost (?:the|that|this|our) (?:[\w'’&-]+ ){1,5}(?:deal|order|job|contract|tender|bid|account|business)\b"
    r"|\b(?:deal|order|sale|account|customer|contract|it)(?:'s| is| was) lost\b"
    rf"|\b(?:they|he|she|customer|company)(?:'ve| have|'s| has|'d| had)?(?: already| just| now)? (?:went|gone|signed|closed|placed the order)(?: it)? with (?:{_RIVAL})"
    rf"|\b(?:they|he|she|customer|company) (?:chose|picked) (?:{_RIVAL})"
    r"|(?:^|[，,；;：:\s])(?:唉|哎)?(?:我|我们|今天)?(?:把)?(?:这|那)?(?:一?[单笔家]|张单子?|单子|客户|生意)?(?:还是|已经|就|终于|给|又)?(?:丢单|丢了|丢掉了|黄了|飞了)(?=$|[，,；;。.!！\s了])"
    r"|(?:他们?|她|人家|对方|客户|老板|那边)(?:已经|刚|昨天|今天|最后|还是|都|就|早)*(?:跟|和|找|与|同)(?:了)?(?:别家|别人|另一家|另外一家|对手|竞争对手|竞品|同行|其他家|对家)(?:那边)?(?:就|都|已经)?(?:签(?:了|掉|好)|定(?:了|下)|合作了|买了)"
    r"|(?:他们?|她|人家|对方|客户|老板|那边)(?:已经|刚|昨天|今天|最后|还是)*(?:签给|选)了?(?:别家|别人|另一家|另外一家|对手|竞争对手|竞品|同行)(?:的|了)",
    re.I,
)
_NOT_NOW = re.compile(
    r"\b(?:if|unless|afraid|scared|worried|worry|nearly|almost|might|could|would|may|will|won'?t|can'?t|don'?t|didn'?t|haven'?t|hasn'?t|not|never|thought|think|before we|ago|last (?:time|year|month|week)|previously|used to|years?|once|expires?|runs? (?:out|until))\b"
    r"|如果|要是|万一|假如|怕|担心|差点|险些|可能|也许|说不定|以前|上次|上回|去年|前年|从前|曾经|没有?丢|到期|[一二两三四五六七八九十\d]年|别丢|不能|不会|不想|会不会|吗|么",
    re.I,
)
_TO_WHOM = re.compile(
    r"\b(?:signed|went|gone|going|bought) (?:up )?(?:with|for|from)\b|(?:签|选|定|买)(?:给|了)|别家|别人|同行|对手",
    re.I,
)
"""Whom they signed with, told just before: without it nothing is learned from the loss."""


def note_loss(turn: TurnBuilder, text: str, hearing: Hearing) -> Hearing:
    """Writes down that this very customer is lost, where the words say so plainly; what was heard, less what the loss explains."""
    told = _told(text) if turn.debrief.step in _BEFORE and not (turn.debrief.signed or turn.debrief.lost) else ""
    if not told:
        return hearing
    turn.emit(e.SigningHeard(signed=False, quote=told))
    turn.emit(e.OutcomeRecorded(outcome="lost", on=turn.debrief.day, reason=told))
    facts = {key: one for key, one in hearing.facts.items() if key != "signed"}
    return Hearing(facts, faint=hearing.faint, names=hearing.names, times=hearing.times)


def _told(text: str) -> str:
    """From the first sentence that tells a loss, or who got it, to the last one."""
    sentences = list(_SENTENCE.finditer(text))
    hits = [n for n, one in enumerate(sentences) if _LOST.search(one[0].strip()) and not _NOT_NOW.search(one[0])]
    if not hits:
        return ""
    first = hits[0] - 1 if hits[0] and _TO_WHOM.search(sentences[hits[0] - 1][0]) else hits[0]
    return text[sentences[first].start() : sentences[hits[-1]].end()].strip(" 。.!！")
