"""CSV that a spreadsheet opens as it was meant and never evaluates: UTF-8 with its mark, every text cell safe."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from coach.domain.cleaning import clean

MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""

_FORMULA = re.compile(r"[\s\u00a0\u3000\ufeff\"'“”‘’`＂＇]*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹫−]")


def safe(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet might take it for a formula: also after spaces, quotes, or in full width."""
    text = clean(text)
    return f"'{text}" if (text[:1] in "\t\n\r" and text) or _FORMULA.match(text) else text


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
    """The lines of the file, the first with the mark; numbers stay numbers, None is an empty cell."""
    yield MARK + _line([safe(name) for name in head])
    for row in rows:
        yield _line([safe(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
