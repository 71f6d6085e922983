"""Limits of size: files 300 lines, tests 500, functions 40, in the product and in its scripts."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "coach").rglob("*.py"))
SCRIPTS = sorted({*(ROOT / "scripts").rglob("*.py"), *(f for f in (ROOT / "scripts").glob("[!.]*") if f.is_file())})
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FILE_CEILING = 300
TESTS_CEILING = 500
FUNCTION_CEILING = 40
FORBIDDEN = {"utils", "helpers", "manager", "core", "common", "misc"}


@pytest.mark.parametrize("file", [*SOURCES, *SCRIPTS], ids=lambda file: file.stem)
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= FILE_CEILING, f"{file} has {text.count(chr(10))} lines: which concept is missing?"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= FUNCTION_CEILING, f"{file}:{node.lineno} {node.name} has {length} lines"


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.stem)
def test_a_file_of_tests_stays_of_a_size_to_be_read(file: Path) -> None:
    assert file.read_text("utf-8").count("\n") <= TESTS_CEILING, f"{file}: which of them are about something else?"


def test_no_room_is_called_by_a_name_that_means_nothing() -> None:
    assert not FORBIDDEN & {part for file in SOURCES for part in (file.stem, file.parent.name)}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_every_public_thing_says_what_it_means(file: Path) -> None:
    nodes = ast.parse(file.read_text("utf-8")).body
    inner = [member for node in nodes if isinstance(node, ast.ClassDef) and _public(node) for member in node.body]
    bare = [
        node.name
        for node in [*nodes, *inner]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and _public(node)
        and not ast.get_docstring(node)
        and not any(
            (isinstance(d, ast.Call) and "command" in ast.unparse(d)) or "group" in ast.unparse(d)
            for d in node.decorator_list
        )
    ]
    assert not bare, f"{file}: {bare}"


def _public(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    return not node.name.startswith("_")
