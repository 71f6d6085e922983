"""Segmentation of an answer into sentences and clauses, also where it was dictated without punctuation."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coach.domain.full_stops import FULL_STOP, NOT_ABBREVIATED

_SENTENCE_END = re.compile(rf"(?:[。！？!?;；\n]|{FULL_STOP})[。！？!?;；.\s]*")
_CLAUSE_END = re.compile(rf"(?:[，,。!！?？;；:：\n—–]|{NOT_ABBREVIATED}\.)+|(?<=[一-鿿])\s+(?=[一-鿿])")


def sentences(text: str) -> list[str]:
    """The text in sentences, each with the punctuation and the space after it; joined they are the text."""
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    return [text[begin:end] for begin, end in pairwise(ends) if begin < end]


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of an answer and what it goes on with, which is empty where there is but one."""
    first, *rest = sentences(text) or [text]
    return first.strip(), "".join(rest)


def clauses(text: str) -> Iterator[str]:
    """The text in clauses; a space between Chinese characters separates them as a comma does."""
    return (part.strip() for part in _CLAUSE_END.split(text) if part and part.strip())
