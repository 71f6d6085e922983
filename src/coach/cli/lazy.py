"""A group of commands that imports a command's module only when it is run; help comes from the catalogue in the user's language."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from coach.domain.cleaning import clean, from_bytes


def explain(command: click.Command, words: Callable[[str], str]) -> None:
    """Gives every option the help line of `option.<its long name>`, and the usage line the language's words."""
    command.options_metavar = words("help.options_here")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            name = max(parameter.opts, key=len).lstrip("-")
            parameter.help = words(f"option.{name}")


class _Typed(click.types.StringParamType):
    """Words as they were typed, whatever the terminal's encoding: with half a character in them no store would take them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words. Never fails."""
        return from_bytes(os.fsencode(super().convert(value, param, ctx)))


def _take_words(command: click.Command) -> None:
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = _Typed()


@contextmanager
def _cleaned() -> Iterator[None]:
    """A complaint may quote what was typed, and click writes it out as it is."""
    try:
        yield
    except click.UsageError as error:
        told = error.format_message()
        if clean(told) == told:
            raise
        raise click.UsageError(clean(told), error.ctx) from error


class LazyGroup(click.Group):
    """Commands by name: `module:attribute`."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = commands_at
        self._words: Callable[[str], str] = str

    def speak(self, words: Callable[[str], str]) -> None:
        """Takes the words for help: `words(key)` gives the line of `help.<name>` and `option.<name>`."""
        self._words = words
        self.help = words("help.coach")
        self.subcommand_metavar = words("help.further_here")
        explain(self, words)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As ever; what it complains of is cleaned."""
        with _cleaned():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """As ever; what it complains of is cleaned."""
        with _cleaned():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order given."""
        return list(self._at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        place = self._at.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        command.help = self._words(f"help.{cmd_name}")
        explain(command, self._words)
        _take_words(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with their help lines, without importing any."""
        with formatter.section(self._words("help.commands")):
            formatter.write_dl([(name, self._words(f"help.{name}")) for name in self._at])
