"""Normalization of the rep's line (case, one form of "you", typographic apostrophes, hesitation and form of address
removed), and its formal features.
"""

import re

from coach.domain.full_stops import ABBREVIATED
from coach.roleplay.topics import topics

SENTENCE = re.compile(r"[^。！？?!；;：\n]*[。！？?!；;：\n]|[^。！？?!；;：\n]+")
_WITHIN = rf"(?:[^.。！？?!；;\n]|{ABBREVIATED}\.|(?<=\d)\.(?=\d))"
CLAUSES = re.compile(rf"{_WITHIN}*[.。！？?!；;\n]+|{_WITHIN}+")
_NO_S = re.compile(r"\b(how|what|who|where|when|why|that|there|here)s\b")
_NO_T = re.compile(r"\b(do|does|did|is|are|was|were|have|has|would|could|should|ca|wo)nt\b")


def plain(text: str, language: str) -> str:
    """The normalized line. In "Dr Brooks, …" the title is a form of address; a line that consists of it alone stays
    unchanged.
    """
    low = text.casefold().replace("\u2019", "'")
    low = polite(low) if language == "zh" else _NO_T.sub("\\1n't", _NO_S.sub("\\1's", low))
    sense = topics(language).sense
    bare = sense["address"].sub("", sense["hesitation"].sub("", low), count=1)
    return bare if re.search(r"\w", bare) else low


def polite(text: str) -> str:
    """The Chinese "you" in its polite form, as used in the patterns."""
    return text.replace("\u4f60", "\u60a8")


def is_few(text: str, language: str) -> bool:
    """Whether it is a few words, which lean on what was said before them."""
    return len(text) <= 8 if language == "zh" else len(text.split()) <= 4


def is_said(statements: str, language: str) -> bool:
    """Whether it is a sentence rather than a word or two."""
    return len(statements) > 9 if language == "zh" else len(statements.split()) > 6


def is_listing(text: str, language: str) -> bool:
    """Whether it lists features like a leaflet: one short item after another."""
    if language == "zh":
        return any(sum(one.count(mark) for mark in "，、,") >= 6 for one in SENTENCE.findall(text))
    return any(one.count(" and ") + one.count(",") >= 5 for one in CLAUSES.findall(text))


def is_long(text: str, language: str) -> bool:
    """Whether it is too long to be listened to."""
    return len(text) > 90 if language == "zh" else len(text.split()) > 50


def is_foreign(text: str, language: str) -> bool:
    """Whether it is in the other language; a word or two of it do not count."""
    chinese, latin = len(re.findall("[\u4e00-\u9fff]", text)), len(re.findall(r"[a-z]{2,}", text))
    return (not chinese and latin > 2) if language == "zh" else (chinese > 2 * latin and chinese > 1)
