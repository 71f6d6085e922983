"""CSV for spreadsheets: UTF-8 with a byte order mark, and no cell that is evaluated as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from coach.domain.cleaning import clean

MARK = "\ufeff"
"""The byte order mark, by which spreadsheets recognize UTF-8."""

_FORMULA = re.compile(r"[\s\u00a0\u3000\ufeff\"'“”‘’`＂＇]*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹫−]")


def safe(text: str) -> str:
    """The text, prefixed with an apostrophe if a spreadsheet could take it for a formula, even after spaces or quotes
    or in full width.
    """
    text = clean(text)
    return f"'{text}" if (text[:1] in "\t\n\r" and text) or _FORMULA.match(text) else text


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
    """The lines of the file, the first with the byte order mark; numbers stay numbers, None becomes an empty cell."""
    yield MARK + _line([safe(name) for name in head])
    for row in rows:
        yield _line([safe(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
