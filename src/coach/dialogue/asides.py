"""Words said to the coach that tell nothing of the customer: not having understood, why, again, skip, stop, asking back, a feeling, a joke.

A text that is nothing else is met as what it is, and the open question stays. Said beside an answer it gets its word of reply and is left out
of what is heard: nobody asked "what would you call him?" has seen the value.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coach.dialogue.aside_words import KINDS
from coach.dialogue.aside_words import Aside as Aside
from coach.dialogue.patterns import Pattern
from coach.dialogue.spelling import plain

_LONGEST = 90
_ENDS = Pattern(
    "asides",
    r"[,，。.!！?？;；:：~～…\n–—]+|\s-\s|\b{joint}\b|(?<=[一-鿿])[ \u3000]+(?=[一-鿿])|(?<=[一-鿿])[ \u3000]+(?=[A-Da-d](?![A-Za-z]))|"
    r"(?<={particle})(?={you_or_me})|\s+(?={to_the_coach}\b)",
)
_STOPS = " ,，。.!！?？;；:：~～…\n–—-"
_TO_HIM = frozenset({"next_line", "dispute"})
_BESIDE = frozenset({"again", "why", "worth", "why_not", "mine", "asks_back"})
"""Asides that are met beside an answer as well: they are plainly said to the coach."""
_REPORTS = Pattern("asides", "{reports}")
"""Words behind which somebody is quoted."""
_WISHES = Pattern("asides", "{wishes}")
"""How a wish to stop begins that is the rep's own, and not what the customer said."""
_BARE_CONTRACTIONS = Pattern("asides", r"\b({contracted})(s(?=\s)|m(?=\s)|ve(?=\s))(?<!\bis)")
"""Words without the apostrophes that the patterns want: tired thumbs leave them out."""
_FILLER = Pattern("asides", "{filler}*")
_AFTERTHOUGHT = Pattern("asides", r"\s+{afterthought}$")
_RANK = Pattern("asides", "{which_kp}")


def asks_rank(text: str) -> bool:
    """Whether the rep asks which KP the person met is, rather than what a KP is."""
    return _RANK.fullmatch(text.strip(" 。.?？!！")) is not None


_LEAVES_IT = Pattern("asides", "{leaves_it}")


def leaves_it(text: str) -> bool:
    """Whether the rep leaves it to the coach."""
    clauses = [clause for clause in map(_bare, _pieces(text)) if clause]
    return bool(clauses) and all(map(_LEAVES_IT.fullmatch, clauses))


def lets_it_stand(text: str) -> bool:
    """Whether the rep leaves it to the coach or wants to be done, which is a yes where all is read back to him and nothing else."""
    return leaves_it(text) or read(text) in ("again", "hurry", "stop")


_TAKES_BACK = Pattern("asides", "{takes_back}")


def only_joking(text: str) -> bool:
    """Whether the rep takes his last words back as a joke."""
    return _TAKES_BACK.fullmatch(text.strip()) is not None


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
