"""Segmentation of an answer into clauses, also where it was dictated without punctuation."""

import re
from collections.abc import Iterator

_ENDS = re.compile(r"[，,。.!！?？;；:：\n—–]+|(?<=[一-鿿])\s+(?=[一-鿿])")


def clauses(text: str) -> Iterator[str]:
    """The text in clauses; a space between Chinese characters separates them as a comma does."""
    return (part.strip() for part in _ENDS.split(text) if part and part.strip())
