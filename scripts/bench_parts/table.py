"""What was measured, as a table: goal, figure, reference, ratio, met or not."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

APPS = Path(__file__).resolve().parent / "apps"
PYTHON = sys.executable


class Row(NamedTuple):
    """One goal. `allowed` is what the ratio (or, without a reference, the figure) may be at most; None: shown for
    comparison only.
    """

    goal: str
    what: str
    figure: float | None = None
    unit: str = ""
    reference: float | None = None
    beside: str = ""
    ratio: float | None = None
    allowed: float | None = None

    @property
    def met(self) -> str:
        """yes, NO, or empty if the row is for comparison only."""
        return "" if self.allowed is None or self.reached is None else "yes" if self.reached <= self.allowed else "NO"

    @property
    def reached(self) -> float | None:
        """The value that is compared with `allowed`."""
        return self.ratio if self.ratio is not None else self.figure


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which that part lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def paired(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of what was measured in the same round."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def compared(
    goal: str,
    what: str,
    part: float,
    ours: Sequence[float],
    theirs: Sequence[float],
    name: str,
    allowed: float | None = None,
) -> Row:
    """The value below which that part of ours lies, beside the same of the reference."""
    own, their = quantile(ours, part), quantile(theirs, part)
    return Row(goal, what, own, "ms", their, name, own / their, allowed)


def timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds each call took."""
    took = []
    for call in calls:
        began = time.perf_counter()
        call()
        took.append((time.perf_counter() - began) * 1e3)
    return took


def beside(goal: str, what: str, ours: Callable[[], object], reference: Callable[[], object], name: str, allowed: float, rounds: int) -> Row:  # fmt: skip
    """Alternates one run of ours with one of the reference; the first round is dropped."""
    mine, other = list[float](), list[float]()
    for _ in range(rounds + 1):
        mine += timed([ours])
        other += timed([reference])
    return compared(goal, what, 0.5, mine[1:], other[1:], name, allowed)


def as_text(rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = ["| goal | what | figure | beside it | ratio | allowed | met |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        beside = f"{row.beside} {shown(row.reference, row.unit)}" if row.reference is not None else row.beside
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        allowed = "" if row.allowed is None else f"≤ {row.allowed:.3g}"
        lines.append(
            f"| {row.goal} | {row.what} | {shown(row.figure, row.unit)} | {beside} | {ratio} | {allowed} | {row.met} |"
        )
    return "\n".join(lines)


def shown(figure: float | None, unit: str) -> str:
    """A figure with its unit, in significant digits."""
    return "–" if figure is None else f"{figure:.3g} {unit}".rstrip() if figure < 1000 else f"{figure:,.0f} {unit}"


def alike(folder: Path) -> None:
    """Gives every measured program compiled bytecode in a folder of this run, which the dropped first round fills."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    os.environ.update(
        COACH_LANG="en", COACH_REP="rep", COACH_CONFIG=str(folder / "config.toml"), COACH_DATA=str(folder / "empty")
    )
