"""Loading of scenarios: built-in ones, the trainer's own folder, packs. Reports every error with file, line and field."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coach import locations
from coach.files import SystemReason
from coach.phrases import Phrasebook
from coach.roleplay.scenario import Scenario
from coach.roleplay.toml_lines import line_of, line_of_error


class Fault(NamedTuple):
    """An error in a scenario file: the line (0: the file as a whole), the field as a dotted path, and a code with its
    details.
    """

    file: Path
    line: int
    field: str
    code: str
    details: dict[str, Any]

    @property
    def where(self) -> str:
        """File, line and field, as far as known."""
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.field}" if self.field else place

    def words(self, book: Phrasebook) -> str:
        """The location of the error and what to do, in the language of the practice catalogue."""
        return f"{self.where}: {book.say(f'fault.{self.code}', **self.details)}"

    def __str__(self) -> str:
        return f"{self.where}: {self.code}"


class ScenarioError(Exception):
    """A scenario file that cannot be used; `faults` has all its errors."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def parse(text: str, file: Path) -> Scenario:
    """Parses a scenario. Raises ScenarioError with the line and field of every error."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # beside its own errors, tomllib raises those of int()
        raise ScenarioError([Fault(file, line_of_error(str(error)), "", "toml", {"reason": str(error)})]) from error
    table.setdefault("id", file.stem)
    try:
        return Scenario.model_validate(table)
    except ValidationError as error:
        raise ScenarioError([_fault(file, text, one) for one in error.errors()]) from error


def read(file: Path) -> Scenario:
    """Reads a scenario file. Raises ScenarioError."""
    try:
        text = file.read_text("utf-8-sig")  # editors on Windows begin a file with a byte order mark
    except FileNotFoundError as error:
        raise ScenarioError([Fault(file, 0, "", "no_file", {})]) from error
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise ScenarioError([Fault(file, line, "", "encoding", {})]) from error
    except OSError as error:
        raise ScenarioError([Fault(file, 0, "", "unreadable", {"reason": SystemReason(error)})]) from error
    return parse(text, file)


@cache
def shipped() -> dict[str, Scenario]:
    """The built-in scenarios by id."""
    return {one.id: one for one in map(read, sorted((locations.assets() / "scenarios").glob("*.toml")))}


def files(folders: Iterable[Path]) -> list[Path]:
    """The scenario files of the folders (a file is itself a result), sorted."""
    found: list[Path] = []
    for folder in folders:
        found += [folder] if folder.is_file() else sorted(folder.glob("*.toml"))
    return found


def gather(folders: Iterable[Path] = ()) -> tuple[dict[str, Scenario], list[Fault]]:
    """All scenarios by id, those of later folders overriding earlier and built-in ones, and the errors of the files
    skipped.
    """
    found = dict(shipped())
    faults: list[Fault] = []
    for file in files(folders):
        try:
            one = read(file)
        except ScenarioError as error:
            faults += error.faults
        else:
            found[one.id] = one
    return found, faults


_KNOWN = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "too_short": "too_few",
    "string_too_short": "empty",
    "string_too_long": "too_long",
    "literal_error": "one_of",
    "string_pattern_mismatch": "id_form",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "greater_than_equal": "range",
    "less_than_equal": "range",
    "string_type": "text",
    "tuple_type": "list",
    "dict_type": "section",
    "model_type": "section",
    "model_attributes_type": "section",
}
"""Schema errors by the message code for them."""
_OWN = frozenset({"no_words", "no_reason", "nothing_inside", "not_worded", "not_declared", "no_decider"})


def _fault(file: Path, text: str, error: ErrorDetails) -> Fault:
    kind, details = error["type"], {**error.get("ctx", {})}
    loc = tuple(details.pop("field").split(".")) if kind in _OWN else error["loc"]
    code = kind if kind in _OWN else _KNOWN.get(kind, "wrong")
    field = ".".join(str(part) for part in loc)
    return Fault(file, line_of(text, loc), field, code, {"reason": error["msg"], **details})
