"""Removal of instructions to the program from a report (prompt injection): they say nothing about a visit."""

import re

from coach.listening.normal import lowered
from coach.patterns import expression

_CLAUSE = re.compile(r"[^。！？；，,!?;\n]+?(?:[。！？；，,!?;\n]|[.](?=\s|$)|$)")
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF3B, 0xFF5F)} | {ord("ſ"): "s", ord("ı"): "i", ord("İ"): "i"}
"""Full-width letters and brackets, and look-alikes of s and i, to ASCII."""
_ORDER = expression(
    "orders",
    r"{order}|(?<![^\s。！？；，,!?;.]){order_at_first}|"
    r"\b{speaker}\s*[:：>]|</?{tag}>|"
    r"\b{field}\s*[=＝]\s*\"?\w+|[\"']{field}[\"']\s*:|[{\[]\s*[\"']\w+[\"']\s*:",
    flags=0,
)


def without_orders(text: str) -> str:
    """The text with every clause that instructs the program replaced by line breaks; its length is preserved."""
    if not _orders(text):
        return text
    return _CLAUSE.sub(lambda clause: "\n" * len(clause[0]) if _orders(clause[0]) else clause[0], text)


def _orders(text: str) -> bool:
    return _ORDER.search(lowered(text).translate(_PLAIN)) is not None
