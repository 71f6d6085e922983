"""Lines of input for a session in plain text."""

import sys
from collections.abc import Iterator

import click

from coach.cli import output
from coach.domain.cleaning import clean, from_bytes


def lines_typed() -> Iterator[str]:
    """Yields the lines of stdin: at a terminal after a prompt, otherwise echoed, so that the output reads as a
    dialogue.
    """
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
