"""Whatever the journal reports has a sentence in both languages, with the slots the report brings."""

import ast
import string
from pathlib import Path

import pytest

from coach import phrases
from coach.journal import faults

SOURCE = Path(faults.__file__).parent


def reported() -> dict[str, set[str]]:
    """Every code that is written out in the source."""
    found: dict[str, set[str]] = {}
    for file in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "JournalError",
                "ConflictError",
                "Finding",
            ):
                for code in codes_in(node.args[0]):
                    found.setdefault(code, set())
    for code in (*faults._SQLITE.values(), *faults._SYSTEM.values(), "refused", "closed"):
        found.setdefault(code, set())
    return found


def codes_in(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return codes_in(node.body) + codes_in(node.orelse)
    return [str(node.value)] if isinstance(node, ast.Constant) else []


@pytest.mark.parametrize("language", phrases.LANGUAGES)
def test_every_report_has_a_sentence(language: str) -> None:
    book = phrases.load(language)
    codes = {*reported(), "unknown_event", "unreadable_event"}
    assert len(codes) > 25
    assert [code for code in sorted(codes) if f"journal.{code}" not in book] == []


@pytest.mark.parametrize("language", phrases.LANGUAGES)
def test_slots_are_ones_the_reports_bring(language: str) -> None:
    known = {"path", "why", "stream", "version", "kind", "known", "most", "have", "expected", "events", "streams"}
    known |= {"system", "told", "found", "count", "line", "at"}
    for key, wordings in phrases.load(language).entries.items():
        if key.startswith("journal."):
            used = {name for _, name, _, _ in string.Formatter().parse(wordings[0]) if name}
            assert used <= known, key
