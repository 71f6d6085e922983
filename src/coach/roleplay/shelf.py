"""Where scenarios come from: those that travel with the program, the trainer's own folder, a pack. Names every fault with file, line and field."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from coach import locations
from coach.roleplay.lines import line_of, line_of_error
from coach.roleplay.scenario import Scenario


class Fault(NamedTuple):
    """What is wrong in a scenario file: the line (0: the file as a whole), the field as a dotted path, and what to do."""

    file: Path
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.field}: {self.reason}" if self.field else f"{where}: {self.reason}"


class ScenarioError(Exception):
    """A scenario file that cannot be used; `faults` has everything found wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def parse(text: str, file: Path) -> Scenario:
    """The scenario in a text. Raises ScenarioError with the line and field of every fault."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise ScenarioError([Fault(file, line_of_error(str(wrong)), "", f"not valid TOML: {wrong}")]) from wrong
    table.setdefault("id", file.stem)
    try:
        return Scenario.model_validate(table)
    except ValidationError as wrong:
        raise ScenarioError(
            [_fault(file, text, one["loc"], one["msg"], one["type"]) for one in wrong.errors()]
        ) from wrong


def read(file: Path) -> Scenario:
    """The scenario of a file. Raises ScenarioError."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError as wrong:
        raise ScenarioError([Fault(file, 0, "", "there is no such file")]) from wrong
    except UnicodeDecodeError as wrong:
        line = file.read_bytes()[: wrong.start].count(b"\n") + 1
        raise ScenarioError([Fault(file, line, "", "not UTF-8; save it as UTF-8")]) from wrong
    except OSError as wrong:
        raise ScenarioError([Fault(file, 0, "", wrong.strerror or str(wrong))]) from wrong
    return parse(text, file)


@cache
def shipped() -> dict[str, Scenario]:
    """The scenarios that travel with the program, by id."""
    return {one.id: one for one in map(read, sorted((locations.assets() / "scenarios").glob("*.toml")))}


def files(folders: Iterable[Path]) -> list[Path]:
    """Scenario files of the folders (a file stands for itself), in order."""
    found: list[Path] = []
    for folder in folders:
        found += [folder] if folder.is_file() else sorted(folder.glob("*.toml"))
    return found


def gather(folders: Iterable[Path] = ()) -> tuple[dict[str, Scenario], list[Fault]]:
    """All scenarios by id, the later folders' over the earlier and over the shipped, and the faults of files that had to be left out."""
    found = dict(shipped())
    faults: list[Fault] = []
    for file in files(folders):
        try:
            one = read(file)
        except ScenarioError as wrong:
            faults += wrong.faults
        else:
            found[one.id] = one
    return found, faults


def _fault(file: Path, text: str, loc: tuple[str | int, ...], message: str, kind: str) -> Fault:
    reason = message.removeprefix("Value error, ")
    if kind == "value_error" and not loc:
        field, _, rest = reason.partition(": ")
        loc, reason = tuple(field.split(".")), rest
    field = ".".join(str(part) for part in loc)
    known = {
        "missing": "is missing",
        "extra_forbidden": "is not a field of a scenario; check the spelling",
        "too_short": "needs at least 2 sentences",
        "string_too_short": "is empty",
    }
    return Fault(file, line_of(text, loc), field, known.get(kind, reason))
