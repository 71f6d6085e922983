"""A click group that imports a command's module only when it runs, with help from the phrase catalogues."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from coach.domain.cleaning import clean, from_bytes


def explain(command: click.Command, words: Callable[[str], str]) -> None:
    """Sets the help of every option to the phrase `option.<long name>`, and the usage line to the language's words."""
    command.options_metavar = words("help.options_here")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            name = max(parameter.opts, key=len).lstrip("-")
            parameter.help = words(f"option.{name}")


class _Typed(click.types.StringParamType):
    """Text decoded whatever the terminal's encoding; no store accepts half a character."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text. Never fails."""
        return from_bytes(os.fsencode(super().convert(value, param, ctx)))


def _take_words(command: click.Command) -> None:
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = _Typed()


@contextmanager
def _cleaned() -> Iterator[None]:
    """Sanitizes usage errors, which quote what was typed."""
    try:
        yield
    except click.UsageError as error:
        told = error.format_message()
        if clean(told) == told:
            raise
        raise click.UsageError(clean(told), error.ctx) from error


class LazyGroup(click.Group):
    """A group whose commands are given as `module:attribute`."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = commands_at
        self._words: Callable[[str], str] = str

    def speak(self, words: Callable[[str], str]) -> None:
        """Sets the source of the help texts: `words(key)` for `help.<name>` and `option.<name>`."""
        self._words = words
        self.help = words("help.coach")
        self.subcommand_metavar = words("help.further_here")
        explain(self, words)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As in click, with sanitized errors."""
        with _cleaned():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """As in click, with sanitized errors."""
        with _cleaned():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As in click, but an unknown command brings up those it may have meant."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as unknown:
            raise NoSuchCommand(unknown.command_name, possibilities=self._at, ctx=ctx) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The command names in the given order."""
        return list(self._at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command."""
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
        """The list of commands with their help, without importing them."""
        with formatter.section(self._words("help.commands")):
            formatter.write_dl([(name, self._words(f"help.{name}")) for name in self._at])
