"""`coach demo`: a store with thirty made-up visits in both languages, in a folder of its own."""

from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of


@click.command("demo")
@click.option("--screen/--no-screen", default=None)
@common
@click.pass_context
def demo(ctx: click.Context, /, screen: bool | None, **chosen: Any) -> None:
    named = chosen["data"] or (ctx.parent and ctx.parent.params.get("data"))
    settings = settings_of(ctx, chosen)
    if not named:  # never among one's own debriefs, wherever the settings have those
        settings = settings.with_choices(data=settings.data_folder.with_name("coach-demo"))
    book = phrases.load(settings.effective_language)
    folder = settings.data_folder
    if not wiring.store(settings).exists():
        with output.reporting_errors(book):
            wiring.furnish_demo(settings)
        output.line(book.say("demo.made", folder=_shown(folder)))
    else:
        output.line(book.say("demo.there", folder=_shown(folder)))
    from coach.cli.screen import has_terminal, open_screen

    if screen or (screen is None and has_terminal()):
        open_screen(settings, "home")


def _shown(folder: Path) -> str:
    return str(folder.expanduser().resolve())
