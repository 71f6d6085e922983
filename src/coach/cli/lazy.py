"""A click group that imports a command's module only when it runs, with help from the phrase catalogues."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from coach.domain.cleaning import clean, from_bytes
from coach.phrases import Phrasebook


def explain(command: click.Command, book: Phrasebook) -> None:
    """Sets the help of every option to the phrase `option.<command>.<long name>`, or `option.<long name>` where it means
    the same in all commands, and the usage line to the language's words.
    """
    command.options_metavar = book.say("help.options_here")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            name = max(parameter.opts, key=len).lstrip("-")
            own = f"option.{command.name}.{name}"
            parameter.help = book.say(own if own in book else f"option.{name}")
            if isinstance(parameter.type, click.IntRange) and parameter.metavar is None:
                parameter.metavar = "N"


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
        message = error.format_message()
        if clean(message) == message:
            raise
        raise click.UsageError(clean(message), error.ctx) from error


class LazyGroup(click.Group):
    """A group whose commands are given as `module:attribute`, in sections for the help."""

    def __init__(self, *args: Any, sections: Mapping[str, Mapping[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sections = sections
        self._at = {name: place for section in sections.values() for name, place in section.items()}
        self._book = Phrasebook("", {})

    def speak(self, book: Phrasebook) -> None:
        """Sets the catalogue of the help texts: `help.<command>` and those of `explain`."""
        self._book = book
        self.help = book.say("help.coach")
        self.subcommand_metavar = book.say("help.further_here")
        explain(self, book)

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
        command.help = self._book.say(f"help.{cmd_name}")
        explain(command, self._book)
        _take_words(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their help, section by section, without importing them."""
        widest = max(map(len, self._at))
        for section, names in self._sections.items():
            with formatter.section(self._book.say(f"help.section.{section}")):
                formatter.write_dl([(name.ljust(widest), self._book.say(f"help.{name}")) for name in names])
