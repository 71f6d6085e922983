"""What is typed at a talk that is held as plain lines."""

import sys
from collections.abc import Iterator

import click

from coach.cli import output
from coach.domain.cleaning import clean, from_bytes


def lines_typed() -> Iterator[str]:
    """Line by line what comes in until it ends: at a terminal after a prompt, otherwise shown again, so that what was printed reads as the talk did."""
    quiet = not sys.stdin.isatty()
    while True:
        if not quiet:
            click.echo("> ", nl=False)
            sys.stdout.flush()
        raw = sys.stdin.buffer.readline()
        if not raw:
            return
        text = from_bytes(raw).rstrip("\r\n")
        if quiet:
            output.line(f"> {clean(text)}")
        yield text
