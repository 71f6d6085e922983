"""Plots as shapes with coordinates for SVG: a square of `SIZE` units, the origin at the top left."""

from typing import NamedTuple

from coach.reports.ledger import Calibration, ClassLine

SIZE = 240
ROW = 34


class Point(NamedTuple):
    """A bin of the reliability plot: position, ends of the interval, radius by number of outcomes, and the numbers."""

    x: float
    y: float
    low: float
    high: float
    radius: float
    stated: int
    signed: int
    outcomes: int


class Strip(NamedTuple):
    """The outcomes of a class as pieces of a row, each (x, width, name, count)."""

    name: str
    y: int
    pieces: tuple[tuple[float, float, str, int], ...]
    debriefs: int


def reliability(calibration: Calibration) -> list[Point]:
    """A point for each bin with enough outcomes."""
    points = []
    for one in calibration.bins:
        signed = one.signed
        if signed.share is None or signed.low is None or signed.high is None:
            continue
        x, y, low, high = (
            round(value * SIZE, 1) for value in (one.stated / 100, 1 - signed.share, 1 - signed.low, 1 - signed.high)
        )
        radius = round(min(9.0, 3 + signed.of**0.5 / 6), 1)
        points.append(Point(x, y, low, high, radius, round(one.stated), round(100 * signed.share), signed.of))
    return points


def strips(lines: tuple[ClassLine, ...], width: int = 520) -> list[Strip]:
    """A row for each class, with pieces proportional to the outcomes."""
    made = []
    for n, line in enumerate(lines):
        counts = (("within", line.within), ("later", line.later), ("lost", line.lost), ("open", line.open))
        x, pieces = 0.0, []
        for name, count in counts:
            wide = round(width * count / line.debriefs, 1) if line.debriefs else 0.0
            if wide:
                pieces.append((round(x, 1), wide, name, count))
            x += wide
        made.append(Strip(line.customer_class, n * ROW, tuple(pieces), line.debriefs))
    return made
