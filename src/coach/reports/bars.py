"""Bar plots for the terminal, aligned in cells whatever the label's script."""

from collections.abc import Sequence
from typing import NamedTuple

from coach.cells import Measure, cells, cut, fill

FULL, SPREAD, EMPTY, MARK = "█", "▒", "·", "│"
"""Characters for the share, its interval beyond that, the rest, and the mark."""


class Bar(NamedTuple):
    """A bar: a share (0..1; None: too few outcomes), its interval, a mark to compare it with, and a note."""

    label: str
    share: float | None
    low: float | None = None
    high: float | None = None
    mark: float | None = None
    note: str = ""


def bars(rows: Sequence[Bar], width: int = 78, label: int = 18, measure: Measure = cells) -> list[str]:
    """The rows as lines of at most `width` cells: label, bar, note.

    Bars are full to the share, shaded to the interval's upper end.
    """
    names = min(label, max((measure(row.label) for row in rows), default=0))
    notes = max((measure(row.note) for row in rows), default=0)
    room = max(10, width - names - notes - 4)
    lines = (f"{fill(row.label, names, measure=measure)}  {_bar(row, room)}  {row.note}" for row in rows)
    return [cut(line, width, measure).rstrip() for line in lines]


def _bar(row: Bar, room: int) -> str:
    line = [EMPTY] * room
    if row.share is not None:
        for n in range(_place(row.high if row.high is not None else row.share, room)):
            line[n] = SPREAD
        for n in range(_place(row.share, room)):
            line[n] = FULL
    if row.mark is not None:
        line[min(room - 1, _place(row.mark, room))] = MARK
    return "".join(line)


def _place(share: float, room: int) -> int:
    return round(max(0.0, min(1.0, share)) * room)
