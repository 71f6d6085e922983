"""Asides: input addressed to the coach without information on the customer: not having understood, why, again, skip,
stop, questions back, feelings, jokes.

An input that is only an aside gets a reply, and the question stays open. An aside within an answer gets a short reply
and is removed before the answer is interpreted: the question "what would you call him?" is no evidence of value.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from coach.dialogue.aside_words import CLAUSES, KINDS, Aside
from coach.dialogue.spelling import plain
from coach.patterns import Pattern

_LONGEST = 90
_ENDS = Pattern(
    "asides",
    r"[,，。.!！?？;；:：~～…\n–—]+|\s-\s|\b{joint}\b|(?<=[一-鿿])[ \u3000]+(?=[一-鿿])|(?<=[一-鿿])[ \u3000]+(?=[A-Da-d](?![A-Za-z]))|"
    r"(?<={particle})(?={you_or_me})|\s+(?={to_the_coach}\b)",
)
_STOPS = " ,，。.!！?？;；:：~～…\n–—-"
_TO_HIM = frozenset({"next_line", "dispute"})
_BESIDE = frozenset({"again", "why", "worth", "why_not", "mine", "asks_back"})
"""Asides that get a reply also within an answer, since they plainly address the coach."""
_REPORTS = Pattern("asides", "{reports}")
"""Words that introduce a quotation."""
_WISHES = Pattern("asides", "{wishes}")
"""How the rep's own wish to stop begins, as opposed to the customer's words."""
_BARE_CONTRACTIONS = Pattern("asides", r"\b({contracted})(s(?=\s)|m(?=\s)|ve(?=\s))(?<!\bis)")
"""Words typed without the apostrophes that the patterns expect."""
_FILLER = Pattern("asides", "{filler}*")
_AFTERTHOUGHT = Pattern("asides", r"\s+{afterthought}$")
_RANK = Pattern("asides", "{which_kp}")
_LEAVES_IT = Pattern("asides", "{leaves_it}")
_TAKES_BACK = Pattern("asides", "{takes_back}")


class Parted(NamedTuple):
    """An answer and the aside within it, None if there was none."""

    told: str
    aside: Aside | None


def asks_rank(text: str) -> bool:
    """Whether the rep asks which KP the contact is, rather than what a KP is."""
    return _RANK.fullmatch(text.strip(" 。.?？!！")) is not None


def leaves_it(text: str) -> bool:
    """Whether the rep leaves the decision to the coach."""
    clauses = [clause for clause in map(_bare, _pieces(text)) if clause]
    return bool(clauses) and all(map(_LEAVES_IT.fullmatch, clauses))


def lets_it_stand(text: str) -> bool:
    """Whether the rep leaves the decision to the coach or wants to finish, which counts as a yes only when he is asked
    to confirm the summary.
    """
    return leaves_it(text) or read(text) in ("again", "hurry", "stop")


def only_joking(text: str) -> bool:
    """Whether the rep retracts his last words as a joke."""
    return _TAKES_BACK.fullmatch(text.strip()) is not None


def read(text: str) -> Aside | None:
    """The kind of aside that the text is, or None if it is an answer."""
    if not text.strip() or len(text) > _LONGEST:
        return None
    kinds = [_kind(clause) for clause in map(_bare, _pieces(text)) if clause]
    return None if None in kinds else next((kind for kind in KINDS if kind in kinds), None)


def apart(text: str, asks: tuple[str, ...]) -> Parted:
    """The answer to a question for `asks` without its asides; a sentence to the customer stays whole, since it
    addresses him.

    At the final confirmation asides are removed without a reply, which would delay the end of the talk.
    """
    if _TO_HIM & set(asks):
        return Parted(text, None)
    return Parted(parted(text).told, None) if "confirm" in asks else parted(text)


def parted(text: str) -> Parted:
    """The answer without its asides. Quotations of others are none, nor are feelings that may be the customer's."""
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
    """Whether a clause among others addresses the coach and cannot be the customer's or part of the report."""
    if kind == "stop":
        return ends and _WISHES.match(clause) is not None
    return kind in _BESIDE or (kind == "feeling" and begins) or (kind == "hurry" and clause[:1] != "我")


def _pieces(text: str) -> Iterator[str]:
    """The text in clauses, each with the punctuation after it; joined they are the text."""
    begin = 0
    for stop in _ENDS.finditer(text):
        yield text[begin : stop.end()]
        begin = stop.end()
    if begin < len(text):
        yield text[begin:]


@lru_cache(maxsize=64)
def _bare(piece: str) -> str:
    clause = _BARE_CONTRACTIONS.sub(r"\1'\2", _ENDS.sub("", piece.replace("’", "'")).strip())
    return plain(_AFTERTHOUGHT.sub("", _FILLER.sub("", clause, count=1).strip()))


@lru_cache(maxsize=64)
def _kind(clause: str) -> Aside | None:
    return CLAUSES.meaning(clause) if clause else None
