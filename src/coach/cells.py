"""Text measured in terminal cells: Chinese characters take two, combining marks none.

Screens measure text as their library draws it, and pass that function as the `Measure`.
"""

from collections.abc import Callable, Sequence
from unicodedata import category, east_asian_width

Measure = Callable[[str], int]
"""The number of cells of a text."""


def cells(text: str) -> int:
    """The number of cells of a line."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def cut(text: str, width: int, measure: Measure = cells) -> str:
    """The text truncated to `width` cells, with an ellipsis."""
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
    """The text in exactly `width` cells: truncated, or padded at the end (at the start with `right`)."""
    text = cut(text, width, measure)
    space = " " * (width - measure(text))
    return space + text if right else text + space


def _width(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def columns(rows: Sequence[Sequence[str]], measure: Measure = cells) -> list[str]:
    """A table as lines; the first column is left-aligned, the others right-aligned."""
    wide = [max(measure(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    return ["  ".join(fill(cell, wide[n], n > 0, measure) for n, cell in enumerate(row)).rstrip() for row in rows]
