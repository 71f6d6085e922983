"""Removal of instructions to the program from a report (prompt injection): they say nothing about a visit."""

import re

from coach.listening.normal import lowered

_CLAUSE = re.compile(r"[^。！？；，,!?;\n]+?(?:[。！？；，,!?;\n]|[.](?=\s|$)|$)")
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF3B, 0xFF5F)} | {ord("ſ"): "s", ord("ı"): "i", ord("İ"): "i"}
"""Full-width letters and brackets, and look-alikes of s and i, to ASCII."""
_ORDER = re.compile(
    r"(?=[忽无無忘跳绕不直请請必立判定归記记标標列算评評系你您別别]|\b[a-z]|[\"'{\[<])(?:"
    r"(?:忽略|无视|無視|忘掉|跳过|绕过|不要管)[^，。]{0,8}(?:规则|規則|指令|提示|设定|以上|前面|限制)|(?:直接|请|請|必须|立即)?(?:判|定|归|記|记|标|標|列|算|评级|評級|评|評)(?:为|為|成|作|做)\s*[abcd]\s*(?:类|類|级|級)?|"
    r"(?<![^\s。！？；，,!?;.])(?:系统|系統)\s*[:：]|(?<![^\s。！？；，,!?;.])(?:你|您)现在是[^，。！？；,!?;\n]{1,12}(?=$|[，。,])|"
    r"(?<![^\s。！？；，,!?;.])(?:不要|不必|无需|別|别)再?(?:多问|追问|问了|多問|追問|問了|解释|解釋)|(?<![^\s。！？；，,!?;.])don['’]?t ask (?:again|any ?more|me|questions)|"
    r"\b(?:system|assistant|developer|user)\s*[:：>]|\b(?:class|verdict|authority|need|power|value|signed)\s*[=＝]\s*\"?\w+|[\"'](?:authority|need|power|value|class|verdict|signed)[\"']\s*:|"
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,24}\b(?:rules?|instructions?|prompts?|above|previous|guidelines)\b|"
    r"\b(?:classify|grade|mark|label|rate|put|treat|record)\b[^.]{0,24}\bas\s+(?:an?\s+|class\s+)?[abcd]\b|\byou (?:are|must) now\b|[{\[]\s*[\"']\w+[\"']\s*:|</?(?:system|instructions?|prompt)>)",
)
"""The lookahead is a fast prefilter."""


def without_orders(text: str) -> str:
    """The text with every clause that instructs the program replaced by line breaks; its length is preserved."""
    if not _orders(text):
        return text
    return _CLAUSE.sub(lambda clause: "\n" * len(clause[0]) if _orders(clause[0]) else clause[0], text)


def _orders(text: str) -> bool:
    return _ORDER.search(lowered(text).translate(_PLAIN)) is not None
