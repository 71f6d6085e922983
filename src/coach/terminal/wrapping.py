"""Line wrapping by terminal cells, never by `len`: Chinese breaks between characters, Western text between words."""

import re
from functools import cache

from rich.cells import cell_len, get_character_cell_size

_OPENING = "“‘（《〈【「『([{"
_CLOSING = "，。！？；：、）”’》〉】」』)]},.;:!?%…"
_WIDE = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFFEF),
)
_UNIT = r"s+|o*(?:w|x+|c)c*|o+"
"""Pattern of unbreakable pieces, by character kinds."""


class _Kinds(dict[int, str]):
    """Each character's kind: s white space, o opening, c closing, w breaks on both sides, x any other. Written over
    them, the kinds make do with a pattern that is compiled at once; one of the characters themselves took a fiftieth of
    the time to the first question.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _OPENING:
            kind = "o"
        elif char in _CLOSING:
            kind = "c"
        elif char.isspace():
            kind = "s"
        else:
            kind = "w" if any(first <= code <= last for first, last in _WIDE) else "x"
        self[code] = kind
        return kind


_KINDS = _Kinds()


def wrap(text: str, width: int) -> list[str]:
    """The text as lines of at most `width` cells (at least 2); always at least one line."""
    width = max(width, 2)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if cell_len(paragraph) <= width:
            lines.append(paragraph)
        else:
            lines.extend(_folded(paragraph, width))
    return lines


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: truncated with an ellipsis or padded with spaces."""
    return cut(text, width) + " " * max(0, width - cell_len(cut(text, width)))


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, truncated with an ellipsis."""
    if cell_len(text) <= width:
        return text
    return _head(text, max(width - 1, 0))[0] + "…" if width > 0 else ""


def _folded(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for found in _units().finditer(paragraph.translate(_KINDS)):
        unit = paragraph[found.start() : found.end()]
        size = cell_len(unit)
        if used + size > width and line:
            lines.append(line.rstrip())
            line, used = "", 0
            if unit.isspace():
                continue
        while size > width:
            head, unit = _head(unit, width - used)
            lines.append(line + head)
            line, used, size = "", 0, cell_len(unit)
        line, used = line + unit, used + size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


@cache
def _units() -> re.Pattern[str]:
    return re.compile(_UNIT)


def _head(text: str, width: int) -> tuple[str, str]:
    used = 0
    for index, char in enumerate(text):
        used += get_character_cell_size(char)
        if used > width:
            return text[: max(index, 1 if width > 1 else index)], text[max(index, 1 if width > 1 else index) :]
    return text, ""
