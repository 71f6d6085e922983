"""`coach debrief`: the screen, or the same talk as plain lines or JSON Lines."""

import sys
from typing import Any

import click

from coach import phrases
from coach.cli.options import common, settings_of


@click.command("debrief")
@click.option("--plain", is_flag=True)
@click.option("--jsonl", is_flag=True)
@click.option("--resume", metavar="ID")
@common
@click.pass_context
def debrief(ctx: click.Context, /, plain: bool, jsonl: bool, resume: str | None, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    if not (plain or jsonl) and sys.stdin.isatty() and sys.stdout.isatty():
        from coach.cli.screen import open_screen

        open_screen(settings, "debrief", resume)
        return
    from coach.cli.debrief_io import JsonTalk, PlainTalk
    from coach.cli.debrief_session import hold

    hold(settings, JsonTalk() if jsonl else PlainTalk(phrases.load(settings.effective_language)), resume)
