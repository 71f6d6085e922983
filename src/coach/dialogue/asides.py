"""Words said to the coach that tell nothing of the customer: not having understood, why, again, skip, stop, asking back, a feeling, a joke.

A text that is nothing else is met as what it is, and the open question stays. Said beside an answer it gets its word of reply and is left out
of what is heard: nobody asked "what would you call him?" has seen the value.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.dialogue.aside_words import KINDS
from coach.dialogue.aside_words import Aside as Aside
from coach.dialogue.spelling import plain

_LONGEST = 90
_ENDS = re.compile(
    r"[,，。.!！?？;；:：~～…\n–—]+|\s-\s|\b(?:and|but|or)\b|(?<=[一-鿿])[ \u3000]+(?=[一-鿿])|(?<=[一-鿿])[ \u3000]+(?=[A-Da-d](?![A-Za-z]))|(?<=[啊呀嘛呗哦])(?=[你我])|\s+(?=(?:let'?s|why do you|you (?:tell me|decide)|just tell me|what do you think)\b)",
    re.I,
)
_STOPS = " ,，。.!！?？;；:：~～…\n–—-"
_TO_HIM = frozenset({"next_line", "dispute"})
_BESIDE = frozenset({"again", "why", "worth", "why_not", "mine", "asks_back"})
"""Asides that are met beside an answer as well: they are plainly said to the coach."""
_REPORTS = re.compile(
    r"(?:[说說问問讲講喊叫回句]|(?<!知)道)[我他她]?[“\"「]?$|[他她我佢]就?[说說].{0,4}$|"
    r"\b(?<!never )(?<!not )(?<!n't )(?:said|says?|asks?|asked|told|goes|(?<!it )went|like|was|wondered|wants to know)(?: to)?(?: me| us| him| her| them)?$",
    re.I,
)
"""Words behind which somebody is quoted."""
_WISHES = re.compile(
    r"(?:can|could|shall|may) (?:we|i)\b|i (?:have|need|want)\b|(?:i'?ve )?(?:got to|gotta) go|我(?:得|要|该)", re.I
)
"""How a wish to stop begins that is the rep's own, and not what the customer said."""
_BARE_CONTRACTIONS = re.compile(r"\b(what|that|i|let)(s(?=\s)|m(?=\s)|ve(?=\s))(?<!\bis)", re.I)
"""Words without the apostrophes that the patterns want: tired thumbs leave them out."""
_FILLER = re.compile(
    r"(?:(?:well|honestly|look|so|oh|ok(?:ay)?|hey|sorry|man|god|ugh|um+|uh+|hmm+|please|coach|to be honest|i mean)\b\s*|算了|其实|老实说|说实话|那个|那|教练|不好意思|抱歉|唉+|哎+呀?|嗯+|啊+)*",
    re.I,
)
_AFTERTHOUGHT = re.compile(r"\s+(?:to be honest|honestly|tbh|really|mate|man|coach)$", re.I)
_RANK = re.compile(
    r"(?:我(?:是)?(?:想)?问你?[，,]?)?(?:那|那么)?(?:你(?:觉得|看|说|认为))?(?:他|她|这人|这个人|我见的(?:这个人|这位|人)?|我|[一-鿿]{1,2}[总總姐哥])?(?:到底|究竟|这样|这|这个)?(?:算|是)第?[几幾](?:个)?KP(?:啊|呢|呀)?|"
    r"(?:so |and )?(?:which|what) kp (?:is|would) (?:he|she|that|this|it)(?: be)?|(?:is (?:he|she)|do you think (?:he|she)(?:['’]s| is)) (?:a|the) (?:first|second|third) kp|(?:which|what) kp do you think (?:he|she|that|this)(?:['’]s| is)",
    re.I,
)


def asks_rank(text: str) -> bool:
    """Whether the rep asks which KP the person met is, rather than what a KP is."""
    return _RANK.fullmatch(text.strip(" 。.?？!！")) is not None


_LEAVES_IT = re.compile(
    r"(?:都行|都可以|随便你?|随你|听你的|你说了算|(?:那|就)?你(?:看着办|(?:来|看着)?定|决定|拿主意|安排|说怎样就怎样))(?:吧|好了|就行)?|"
    r"(?:you (?:decide|choose|pick)|(?:it'?s )?(?:up to you|your call)|whatever(?: you (?:think|say|like))?|as you (?:like|say|wish)|i don'?t mind|either(?: way)?(?: is fine)?)",
    re.I,
)


def leaves_it(text: str) -> bool:
    """Whether the rep leaves it to the coach."""
    clauses = [clause for clause in map(_bare, _pieces(text)) if clause]
    return bool(clauses) and all(map(_LEAVES_IT.fullmatch, clauses))


def lets_it_stand(text: str) -> bool:
    """Whether the rep leaves it to the coach or wants to be done, which is a yes where all is read back to him and nothing else."""
    return leaves_it(text) or read(text) in ("again", "hurry", "stop")


_TAKES_BACK = re.compile(
    r"(?:(?:ha){1,}h?|lol|lmao|haha)?[\s,.!]*(?:nah |no )?(?:i'?m |i was |was |that was )?(?:just |only )?(?:kidding|joking|a joke|messing|pulling your leg)[\s.!]*(?:lol|mate|haha)?[\s.!]*|(?:哈+)?[，,\s]*(?:我)?(?:跟你|刚才|刚刚|那句)?(?:是)?(?:开(?:个)?玩笑|逗你|说着玩|瞎说)(?:的|呢|啦|玩)*[。.！!\s]*",
    re.I,
)


def only_joking(text: str) -> bool:
    """Whether the rep takes his last words back as a joke."""
    return _TAKES_BACK.fullmatch(text.strip().replace("’", "'")) is not None


class Parted(NamedTuple):
    """An answer, and which aside was said beside it, None where none was."""

    told: str
    aside: Aside | None


def read(text: str) -> Aside | None:
    """Which aside the text is, or None where it is an answer."""
    if not text.strip() or len(text) > _LONGEST:
        return None
    kinds = [_kind(clause) for clause in map(_bare, _pieces(text)) if clause]
    return None if None in kinds else next((kind for kind, _ in KINDS if kind in kinds), None)


def apart(text: str, asks: tuple[str, ...]) -> Parted:
    """The answer to a question for `asks` without the asides beside it; a sentence to the customer is left whole, he is asked in it.

    Where all is to be confirmed the asides are left out and not met: a reply to them would come before the end of the talk.
    """
    if _TO_HIM & set(asks):
        return Parted(text, None)
    return Parted(parted(text).told, None) if "confirm" in asks else parted(text)


def parted(text: str) -> Parted:
    """The answer without the asides beside it. What somebody else is quoted with is none, nor is a feeling that may be the customer's."""
    kept: list[str] = []
    found: list[Aside] = []
    reported = False
    pieces = list(_pieces(text))
    for number, piece in enumerate(pieces, 1):
        clause = _bare(piece)
        kind = None if reported else _kind(clause)
        beside = _is_beside(kind, clause, begins=number == 1, ends=number == len(pieces))
        if beside and kind:
            found.append(kind)
        else:
            kept.append(piece)
        reported = not beside and _REPORTS.search(clause) is not None
    if not found or not "".join(kept).strip(_STOPS):
        return Parted(text, None)
    return Parted("".join(kept).strip().lstrip(_STOPS).rstrip(" ,，"), found[0])


def _is_beside(kind: Aside | None, clause: str, *, begins: bool, ends: bool) -> bool:
    """Whether a clause among others is said to the coach and cannot be the customer's or a part of the tale."""
    if kind == "stop":
        return ends and _WISHES.match(clause) is not None
    return kind in _BESIDE or (kind == "feeling" and begins) or (kind == "hurry" and clause[:1] != "我")


def _pieces(text: str) -> Iterator[str]:
    """The text in clauses, each with the stop behind it; put together again they are the text."""
    begin = 0
    for stop in _ENDS.finditer(text):
        yield text[begin : stop.end()]
        begin = stop.end()
    if begin < len(text):
        yield text[begin:]


def _bare(piece: str) -> str:
    clause = _BARE_CONTRACTIONS.sub(r"\1'\2", _ENDS.sub("", piece.replace("’", "'")).strip())
    return plain(_AFTERTHOUGHT.sub("", _FILLER.sub("", clause, count=1).strip()))


def _kind(clause: str) -> Aside | None:
    return next((kind for kind, pattern in KINDS if pattern.fullmatch(clause)), None) if clause else None
