"""What counts as a match when everything said is searched, for the index, for the query and for the marks in the text.

A text is a row of words: each Chinese character (and kana) is a word of its own; a run of other letters and digits is one.
Case and width do not matter. A term matches where its words stand side by side, so of Chinese it is found as any part of a
text, as `LIKE '%…%'` finds it; of other words whole words are found in their order, and the last one, from `PREFIX` letters
on, also as the beginning of a longer word. Whatever stands between words, punctuation or a line's end, ends a match, save
white space between words that are not Chinese. White space beside a Chinese character, and quotation marks, part a query into
terms, all of which have to be there.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PREFIX = 4
"""Letters from which on the last word of a term may be the beginning of a longer one."""

BOUNDARY = "¶"
"""The word that stands in the index where a match has to end; no text has it, for it is no letter."""

_WORD = rf"[^\W_{CJK}]"
_BREAK = re.compile(rf"\s*(?:[^\w\s]|_)[\W_]*|(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_CHINESE = re.compile(f"([{CJK}])")
_PARTS = re.compile(rf'["“”„«»「」『』＂]+|(?<=[{CJK}])\s+|\s+(?=[{CJK}])')
_TOKEN = re.compile(rf"[{CJK}]|{_WORD}+|{BOUNDARY}")


def normalize(text: str) -> str:
    """The text with case and width taken away and white space as single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def tokenize(text: str) -> str:
    """The text's words, parted by spaces, with `BOUNDARY` where a match has to end."""
    return _CHINESE.sub(r" \1 ", _BREAK.sub(f" {BOUNDARY} ", normalize(text)))


@lru_cache(maxsize=64)
def query_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """The terms of a query, each as its words; empty where the query has no letter or digit in it."""
    found = []
    for part in _PARTS.split(" ".join(query.split())):
        words = _TOKEN.findall(tokenize(part))
        while words and words[0] == BOUNDARY:
            words.pop(0)
        while words and words[-1] == BOUNDARY:
            words.pop()
        if words:
            found.append(tuple(words))
    return tuple(found)


def match_expression(query: str) -> str:
    """The query in the index's own language; empty where there is nothing to look for."""
    return " AND ".join(f'"{" ".join(words)}"{" *" if _open(words) else ""}' for words in query_terms(query))


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str] | None:
    """Finds any of the query's terms in a text in lower case; None where there is nothing to look for."""
    parts = ["".join(_pieces(words)) for words in query_terms(query)]
    return re.compile("|".join(parts)) if parts else None


def match_spans(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the query's terms stand in a text as it was written: (start, end) in characters.

    Empty where none is there; ((0, 0),) where one is there but only once width or letter forms are evened out.
    """
    lowered = text.lower()
    found = _places(query, lowered) if len(lowered) == len(text) else ()
    if found or (text.isascii() and query.isascii() and "\n" not in text):
        return found
    return ((0, 0),) if _places(query, normalize(text)) else ()


@lru_cache(maxsize=64)
def prefilters(query: str) -> tuple[str, ...]:
    """For each term a piece that the body of nearly every match has as it is, once lowered, to look through bodies fast.

    Empty where a term has none: letters outside ASCII are not lowered alike everywhere.
    """
    found = []
    for words in query_terms(query):
        runs = "".join(word if _CHINESE.match(word) else f" {word} " for word in words).replace(BOUNDARY, " ").split()
        sure = [run for run in runs if run.isascii() or _CHINESE.match(run)]
        if not sure:
            return ()
        found.append(max(sure, key=len))
    return tuple(found)


def _places(query: str, lowered: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for words in query_terms(query):
        literal = _literal(words)
        if literal is None:
            sought = pattern(query)
            return tuple(match.span() for match in sought.finditer(lowered)) if sought else ()
        at = lowered.find(literal)
        while at >= 0:
            end = at + len(literal)
            if _CHINESE.match(literal) or _stands(lowered, at, end, _open(words)):
                found.append((at, end))
            at = lowered.find(literal, end)
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _literal(words: tuple[str, ...]) -> str | None:
    """The term as it stands in a text, where it is all Chinese or has none: then no pattern is needed, which takes long to make."""
    chinese = {bool(_CHINESE.match(word)) for word in words}
    if BOUNDARY in words or len(chinese) > 1:
        return None
    return ("" if True in chinese else " ").join(words)


def _stands(lowered: str, at: int, end: int, beginning: bool) -> bool:
    before, after = lowered[at - 1 : at], lowered[end : end + 1]
    return not _letter(before) and (beginning or not _letter(after))


def _letter(char: str) -> bool:
    return char.isalnum() and not _CHINESE.match(char)


def _open(words: tuple[str, ...]) -> bool:
    return len(words[-1]) >= PREFIX and not _CHINESE.match(words[-1])


def _pieces(words: tuple[str, ...]) -> Iterator[str]:
    previous = ""
    for place, word in enumerate(words, 1):
        chinese = bool(_CHINESE.match(word))
        if word == BOUNDARY:
            yield r"[\W_]+"
        elif chinese:
            yield re.escape(word)
        else:
            if previous and previous != BOUNDARY and not _CHINESE.match(previous):
                yield r"\s+"
            yield re.escape(word)
            if not previous:
                yield f"(?<!{_WORD}{re.escape(word)})"  # after the word, so that the search can run ahead to it
            if not (place == len(words) and _open(words)):
                yield f"(?!{_WORD})"
        previous = word
