"""The short table in the READMEs: of each goal the figure that is nearest to missing it, in both languages."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scripts.bench_parts.table import Row, shown

ROOT = Path(__file__).resolve().parents[2]
FILES = {"en": "README.md", "zh": "README.zh.md"}
NUMBER = re.compile(r"\d+(?:,\d{3})*")
SECTION = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->)", re.DOTALL)


def write_down(rows: Iterable[Row], debriefs: int, quick: bool) -> None:
    """Puts the table of a run between the marks in both READMEs."""
    told = tomllib.loads((Path(__file__).parent / "summary.toml").read_text("utf-8"))
    found = list(nearest(rows))
    for language, name in FILES.items():
        file = ROOT / name
        text = file.read_text("utf-8")
        if marks := SECTION.search(text):
            table = "\n".join(lines(found, told, language, debriefs, quick))
            text = f"{text[: marks.start()]}{marks[1]}{table}\n{marks[2]}{text[marks.end() :]}"
        file.write_text(text, "utf-8")


def nearest(rows: Iterable[Row]) -> Iterable[Row]:
    """Of each goal that was measured, the row that uses up most of what is allowed."""
    by_goal: dict[str, Row] = {}
    for row in rows:
        best = by_goal.get(row.goal)
        if row.allowed is not None and row.reached is not None and (best is None or _used(row) > _used(best)):
            by_goal[row.goal] = row
    return by_goal.values()


def lines(rows: Iterable[Row], told: dict[str, Any], language: str, debriefs: int, quick: bool) -> Iterable[str]:
    """The section in one language."""
    words: dict[str, str] = told["words"][language]
    yield words["quick" if quick else "full"].format(debriefs=f"{debriefs:,}")
    yield ""
    yield words["head"]
    yield "|---|---|---|---|---|---|"
    for row in rows:
        what, beside = (said(text, told, language) for text in (row.what, row.beside))
        beside = f"{beside} {shown(row.reference, row.unit)}" if row.reference is not None else beside
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        met = words["met" if row.met == "yes" else "not_met"]
        yield f"| {what} | {shown(row.figure, row.unit)} | {beside} | {ratio} | ≤ {row.allowed:.3g} | {met} |"


def said(text: str, told: dict[str, Any], language: str) -> str:
    """What was measured, or beside what, in a language; a name that needs no translation stays."""
    known: dict[str, str] = told.get(language, {})
    pattern = known.get(NUMBER.sub("#", text))
    numbers = iter(NUMBER.findall(text))
    return text if pattern is None else re.sub("#", lambda _: next(numbers), pattern)


def _used(row: Row) -> float:
    return (row.reached or 0) / row.allowed if row.allowed else float(row.reached or 0)
