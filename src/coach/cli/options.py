"""Options of every command, accepted before or after the command's name."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from coach.domain.vocabulary import LANGUAGES
from coach.settings import Settings, SettingsError, checked_name, load

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date. Raises SettingsError for what is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            source = max(param.opts, key=len) if param else self.name
            raise SettingsError("not_a_day", source=source, given=value) from error


def common(function: Function) -> Function:
    """Adds --data, --lang, --today and --rep."""
    for option in (
        click.option("--rep", metavar="NAME"),
        click.option("--today", type=Day(), metavar="DATE"),
        click.option("--lang", "language", type=click.Choice(LANGUAGES)),
        click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR"),
    ):
        function = option(function)
    return function


def product_option(function: Function) -> Function:
    """Adds --product, completed by the shell with the products given so far."""
    return click.option("--product", metavar="NAME", shell_complete=_known_products)(function)


def _known_products(ctx: click.Context, _: click.Parameter, typed: str) -> list[str]:
    """The products that begin with what was typed; none if there is no store, or it cannot be read."""
    from coach import wiring
    from coach.ports import CoachError

    try:
        settings = settings_of(ctx, dict(ctx.params))
        with wiring.opened(settings) as journal:
            return [name for name in journal.products() if name.casefold().startswith(typed.casefold())]
    except (CoachError, SettingsError):
        return []


def require_one_of(ctx: click.Context, *names: str) -> None:
    """Raises SettingsError if more than one of these parameters is given: each says another thing to be done."""
    given = [max(one.opts, key=len) for one in ctx.command.params if one.name in names and ctx.params[one.name]]
    if len(given) > 1:
        raise SettingsError("not_together", first=given[0], second=given[1])


def settings_of(ctx: click.Context, chosen: dict[str, Any]) -> Settings:
    """The settings with the options of the command line, those after the command's name winning.

    Removes the options from `chosen`. Raises SettingsError.
    """
    names = ("data", "language", "today", "rep")
    above = ctx.parent.params if ctx.parent else {}
    own = {name: chosen.pop(name, None) for name in names}
    given = {name: own[name] if own[name] is not None else above.get(name) for name in names}
    if given["rep"] is not None:
        given["rep"] = checked_name(given["rep"], "--rep")
    return load().with_choices(**given)
