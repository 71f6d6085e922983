"""The words that coach recognises are data: the compiled files are up to date, and both languages have every key."""

import importlib
import json
import pkgutil
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import dialogue, listening
from coach.domain.vocabulary import LANGUAGES
from coach.patterns import Pattern, alternatives, compile_all

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "words"
AREAS = sorted({file.stem for file in FOLDER.glob("*/*.toml")})


def patterns() -> Iterator[tuple[str, Pattern]]:
    for package in (dialogue, listening):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Pattern):
                    yield f"{module.name}.{name}", value


@pytest.mark.parametrize("source", sorted(FOLDER.glob("*/*.toml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_what_is_read_was_compiled_from_what_is_written(source: Path) -> None:
    compiled = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "compile_patterns"))["compiled"]
    assert source.with_suffix(".tsv").read_text("utf-8") == compiled(source.read_text("utf-8"), source.stem), "run scripts/compile_patterns"  # fmt: skip


@pytest.mark.parametrize("source", sorted(FOLDER.glob("*/*.toml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_no_other_spelling_is_written_beside_the_one_that_it_is_compiled_from(source: Path) -> None:
    other_spellings = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "compile_patterns"))["variants"]()
    written = {key: set("".join(words)) for key, words in tomllib.loads(source.read_text("utf-8")).items()}
    twice = [
        (key, char) for key, chars in written.items() for char in chars if chars & set(other_spellings.get(char, ""))
    ]
    assert not twice


def test_nothing_is_read_that_is_not_written() -> None:
    assert all(read.with_suffix(".toml").is_file() for read in FOLDER.glob("*/*.tsv"))


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_its_words_in_both_languages(area: str) -> None:
    assert all((FOLDER / language / f"{area}.toml").is_file() for language in LANGUAGES)


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in patterns()])
def test_every_pattern_finds_its_words_in_its_area(pattern: Pattern) -> None:
    assert re.compile(pattern.compiled.pattern, pattern.compiled.flags) == pattern.compiled
    assert not re.search(r"\{[^\W\d]\w*\}", pattern.compiled.pattern)


def test_a_desk_that_is_ready_compiles_nothing_while_somebody_waits_for_an_answer() -> None:
    compile_all()
    assert all("compiled" in vars(pattern) for _, pattern in patterns())


def test_alternatives_of_both_languages_stand_side_by_side() -> None:
    returns = re.compile(alternatives("absence")["returns"])
    assert all(returns.search(text) for text in ("老板回来", "老闆回來", "she is back on Monday", "she’s back"))


def test_a_list_of_words_may_name_a_list_above_it() -> None:
    compiled = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "compile_patterns"))["compiled"]
    assert compiled('day = ["monday", "friday"]\nagain = ["back {day}", "back"]') == "day\tmonday\tfriday\nagain\tback (?:monday|friday)\tback\n"  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("没问", "[没沒][问問]"),
        ("[没无]钱", "[没沒无無][钱錢]"),
        ("[一-鿿]后", "[一-鿿][后後]"),
        ("don't", "don['’]t"),
        ("don['’]?t", "don['’’]?t"),
        (r"\[没", r"\[[没沒]"),
        (r"[\w'-]", r"[\w'’-]"),
    ],
)
def test_simplified_words_are_read_in_traditional_characters_and_straight_apostrophes_as_curly_ones(
    written: str, read: str
) -> None:
    compiled = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "compile_patterns"))["compiled"]
    assert compiled(f"words = [{json.dumps(written)}]") == f"words\t{read}\n"


def test_a_list_of_words_that_names_none_above_it_is_no_list() -> None:
    compiled = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "compile_patterns"))["compiled"]
    with pytest.raises(KeyError, match="day"):
        compiled('again = ["back {day}"]')
