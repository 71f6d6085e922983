"""Lines cut to a width in terminal cells, never by `len`: Chinese breaks between characters, Western text between words."""

import re
from functools import cache

from rich.cells import cell_len, get_character_cell_size

_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef"
_OPENING = "“‘（《〈【「『([{"
_CLOSING = "，。！？；：、）”’》〉】」』)\\]},.;:!?%…"
_UNIT = rf"[^\S\n]+|[{re.escape(_OPENING)}]*(?:[{_WIDE}]|[^\s{_WIDE}{re.escape(_OPENING)}{_CLOSING}]+|[{_CLOSING}])[{_CLOSING}]*|[{re.escape(_OPENING)}]+"


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
    """The text in exactly `width` cells: cut with an ellipsis or filled with spaces."""
    return cut(text, width) + " " * max(0, width - cell_len(cut(text, width)))


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return _head(text, max(width - 1, 0))[0] + "…" if width > 0 else ""


def _folded(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for unit in _units().findall(paragraph):
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
