"""Sanitizing of text from people, on input and again on output.

Removed is what can act on a terminal, hide text or reorder it: C0 and C1 control characters, DEL, lone surrogates, bidi
overrides and isolates, zero-width and tag characters, line and paragraph separators. Newline and tab stay.
"""

import re
from functools import cache
from typing import Any

MAX_TEXT = 200_000
"""Maximum length of a text in characters; a longer one is truncated, and the caller reports it."""

_DEEPEST = 100
"""Maximum depth of nested data. Ours is shallower than ten; foreign data must not exhaust the stack."""

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"


@cache
def _doubtful() -> re.Pattern[str]:
    """Printable characters that may have to be removed: combining marks (stacked) and variation selectors."""
    return re.compile(f"[{_MARKS}\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@cache
def _filters() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(line breaks, harmful characters, stacked marks), compiled on first use, because that takes 2 % of `--help`."""
    return (
        re.compile("\r\n|[\r\v\f\x85\u2028\u2029]"),
        re.compile(
            "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
            "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
        ),
        re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+"),
    )


def clean(text: str) -> str:
    """The text with all line ends as newlines and without harmful characters. Idempotent; never raises."""
    if text.isprintable() and (text.isascii() or not _doubtful().search(text)):  # most of what is shown
        return text
    breaks, harmful, stacked = _filters()
    return stacked.sub(r"\1", harmful.sub("", breaks.sub("\n", text)))


def clean_line(text: str) -> str:
    """`clean` on one line: runs of white space become one space."""
    return " ".join(clean(text).split())


def clean_data(data: Any, levels: int = _DEEPEST) -> Any:
    """JSON-like data with every string in it cleaned, keys included. Data below `levels` is dropped. Never raises."""
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {clean_data(key): clean_data(value, levels - 1) for key, value in data.items()} if levels else None
    if isinstance(data, list | tuple):
        return [clean_data(value, levels - 1) for value in data] if levels else None
    return data


def clean_input(text: str) -> tuple[str, bool]:
    """The cleaned text, and whether it was truncated to `MAX_TEXT`."""
    kept = clean(text[: MAX_TEXT * 2])
    return kept[:MAX_TEXT].strip(), len(kept) > MAX_TEXT or len(text) > MAX_TEXT * 2


def without_long_runs(text: str) -> str:
    """The text as it is interpreted: of a run of marks and spaces only the first few. An expression that skips marks
    may otherwise try a run of them at each of its places, which takes seconds for a thousand.
    """
    return _long_run().sub(r"\1", text)


@cache
def _long_run() -> re.Pattern[str]:
    return re.compile(r"([\W_]{16})[\W_]+")


def from_bytes(raw: bytes) -> str:
    """Decodes UTF-8, else GB18030 (old Chinese terminals), else UTF-8 with replacement characters. Never raises."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")
