"""Tokenization for full-text search: one definition of a match for the index, the query and the highlighting.

- Tokens: every Chinese character (and kana) is a token; so is every run of other letters and digits. Case and width are ignored.
- A query consists of terms, all of which must match. Quotation marks, and white space next to a Chinese character, separate terms.
- A term matches where its tokens are adjacent. Chinese is thus found as any substring, as with `LIKE '%…%'`; other scripts by whole
  words, except that the last word of a term also matches as a prefix if it has at least `PREFIX` letters.
- Punctuation and line ends break a match; white space between words that are not Chinese does not.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PREFIX = 4
"""Minimum length of the last word of a term to match as a prefix."""

BOUNDARY = "¶"
"""The token that breaks a match; it cannot occur in a text, because it is no letter."""

_WORD = rf"[^\W_{CJK}]"
_BREAK = re.compile(rf"\s*(?:[^\w\s]|_)[\W_]*|(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_CHINESE = re.compile(f"([{CJK}])")
_PARTS = re.compile(rf'["“”„«»「」『』＂]+|(?<=[{CJK}])\s+|\s+(?=[{CJK}])')
_TOKEN = re.compile(rf"[{CJK}]|{_WORD}+|{BOUNDARY}")


def normalize(text: str) -> str:
    """The text with case and width folded and white space collapsed to single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def tokenize(text: str) -> str:
    """The text's tokens, separated by spaces, with `BOUNDARY` where a match must end."""
    return _CHINESE.sub(r" \1 ", _BREAK.sub(f" {BOUNDARY} ", normalize(text)))


@lru_cache(maxsize=64)
def query_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """The terms of a query, each as a tuple of tokens; empty if the query has no letter or digit."""
    terms = []
    for part in _PARTS.split(" ".join(query.split())):
        words = _TOKEN.findall(tokenize(part))
        while words and words[0] == BOUNDARY:
            words.pop(0)
        while words and words[-1] == BOUNDARY:
            words.pop()
        if words:
            terms.append(tuple(words))
    return tuple(terms)


def match_expression(query: str) -> str:
    """The query as an FTS5 match expression; empty if it has no terms."""
    return " AND ".join(f'"{" ".join(words)}"{" *" if _open(words) else ""}' for words in query_terms(query))


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str] | None:
    """A pattern for any of the query's terms in a lower-case text; None if it has no terms."""
    parts = ["".join(_pieces(words)) for words in query_terms(query)]
    return re.compile("|".join(parts)) if parts else None


def match_spans(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """The places of the query's terms in a text, as (start, end) in characters.

    Empty if there is no match; ((0, 0),) if the text matches only after normalization, so that the places are unknown.
    """
    lowered = text.lower()
    spans = _places(query, lowered) if len(lowered) == len(text) else ()
    if spans or (text.isascii() and query.isascii() and "\n" not in text):
        return spans
    return ((0, 0),) if _places(query, normalize(text)) else ()


@lru_cache(maxsize=64)
def prefilters(query: str) -> tuple[str, ...]:
    """For each term a substring of nearly every matching lower-case body, to filter bodies quickly in SQL.

    Empty if a term has none, because SQLite lower-cases only ASCII letters.
    """
    substrings = []
    for words in query_terms(query):
        runs = "".join(word if _CHINESE.match(word) else f" {word} " for word in words).replace(BOUNDARY, " ").split()
        sure = [run for run in runs if run.isascii() or _CHINESE.match(run)]
        if not sure:
            return ()
        substrings.append(max(sure, key=len))
    return tuple(substrings)


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
    """The term as a plain substring, if it is either all Chinese or has no Chinese; this avoids compiling a pattern."""
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
