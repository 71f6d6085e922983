"""Text measured in terminal cells: a Chinese character takes two, an accent that stands over a letter none.

On a screen everything is measured as its library draws it, which is handed in as the `Measure`.
"""

from collections.abc import Callable, Sequence
from unicodedata import category, east_asian_width

Measure = Callable[[str], int]
"""How many cells a text takes."""


def cells(text: str) -> int:
    """The cells a line of text takes."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def cut(text: str, width: int, measure: Measure = cells) -> str:
    """As much of the text as fits into `width` cells, with an ellipsis where something is missing."""
    if measure(text) <= width:
        return text
    kept, room = "", width - 1
    for char in text:
        room -= measure(char)
        if room < 0:
            break
        kept += char
    return f"{kept}…" if width > 0 else ""


def fill(text: str, width: int, right: bool = False, measure: Measure = cells) -> str:
    """The text in exactly `width` cells: cut, or padded behind (before with `right`)."""
    text = cut(text, width, measure)
    space = " " * (width - measure(text))
    return space + text if right else text + space


def _width(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def columns(rows: Sequence[Sequence[str]], measure: Measure = cells) -> list[str]:
    """A table as lines, each column as wide as its widest cell, the first to the left and the others to the right."""
    wide = [max(measure(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    return ["  ".join(fill(cell, wide[n], n > 0, measure) for n, cell in enumerate(row)).rstrip() for row in rows]
