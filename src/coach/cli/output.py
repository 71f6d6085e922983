"""Output: sanitized text, JSON, and errors with advice."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from coach.domain.cleaning import clean, clean_data, from_bytes
from coach.phrases import Phrasebook, error_sentence
from coach.ports import CoachError, RefusedError


def line(text: str) -> None:
    """Prints a line for people, sanitized."""
    click.echo(clean(text))


def aside(text: str) -> None:
    """Tells people something that is no part of the output, sanitized."""
    click.echo(clean(text), err=True)


def json_line(data: Any) -> None:
    """Writes one object of JSON Lines, with readable Chinese, and flushes."""
    sys.stdout.write(json.dumps(clean_data(data), ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def json_whole(data: Any) -> None:
    """Prints data as indented JSON."""
    sys.stdout.write(json.dumps(clean_data(data), ensure_ascii=False, indent=2, default=str) + "\n")


class LineError(ValueError):
    """An unusable line of JSON Lines input. `code` is for programs; `details` name the field and its value."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}")
        self.code = code
        self.details = details

    def tell(self, line: int, **told: object) -> None:
        """Writes it as the error of that line."""
        json_line({"type": "error", "line": line, **told, "error": self.code, **self.details})


def json_lines_in() -> Iterator[tuple[int, dict[str, Any] | LineError]]:
    """The non-empty lines of stdin with their numbers: the parsed object, or what is wrong with the line."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        text = from_bytes(raw).strip().removeprefix("\ufeff")
        if not text:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield number, LineError("not_json", why=str(error))
            continue
        yield number, data if isinstance(data, dict) else LineError("not_an_object")


def fail(text: str, status: int = 1) -> NoReturn:
    """Ends the program with an error message."""
    click.echo(f"coach: {clean(text)}", err=True)
    sys.exit(status)


@contextmanager
def reporting_errors(book: Phrasebook) -> Iterator[None]:
    """Ends the program with the catalogue's sentence for any CoachError raised in the block."""
    try:
        yield
    except CoachError as error:
        fail_with(book, error)


def fail_with(book: Phrasebook, error: CoachError) -> NoReturn:
    """Ends the program with the catalogue's sentence for the error."""
    fail(error_text(book, error))


def refused(book: Phrasebook, area: str, error: RefusedError) -> NoReturn:
    """Ends the program with the usage error that the catalogue has under `area`; reraises if it has none."""
    key = area + error.code
    if key not in book:
        raise error
    fail(book.say(key, **error.details), 2)


def error_text(book: Phrasebook, error: CoachError) -> str:
    """The catalogue's sentence for the error, or its bare code if the catalogue has none."""
    return error_sentence(book, error) or str(error)
