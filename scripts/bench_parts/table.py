"""What was measured, as a table: goal, figure, reference, ratio, met or not."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

APPS = Path(__file__).resolve().parent / "apps"
PYTHON = sys.executable


class Row(NamedTuple):
    """One goal. `allowed` is what the ratio (or, without a reference, the figure) may be at most; None: told for comparison."""

    goal: str
    what: str
    figure: float
    unit: str
    reference: float | None = None
    beside: str = ""
    ratio: float | None = None
    allowed: float | None = None

    @property
    def met(self) -> str:
        """yes, NO, or nothing where it is only told."""
        if self.allowed is None:
            return ""
        told = self.ratio if self.ratio is not None else self.figure
        return "yes" if told <= self.allowed else "NO"


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which that part lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def paired(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of what was measured in the same round."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def as_text(rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = ["| goal | what | figure | beside it | ratio | allowed | met |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        beside = f"{row.beside} {row.reference:.4g} {row.unit}" if row.reference is not None else row.beside
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        allowed = "" if row.allowed is None else f"≤ {row.allowed:g}"
        lines.append(
            f"| {row.goal} | {row.what} | {row.figure:.4g} {row.unit} | {beside} | {ratio} | {allowed} | {row.met} |"
        )
    return "\n".join(lines)


def alike(folder: Path) -> None:
    """Every program measured finds its bytecode compiled, in a folder of this run: the first round, which is dropped, fills it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    os.environ.update(
        COACH_LANG="en", COACH_REP="rep", COACH_CONFIG=str(folder / "config.toml"), COACH_DATA=str(folder / "empty")
    )
