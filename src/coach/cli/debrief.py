"""`coach debrief`: the screen, or the same talk as plain lines or JSON Lines."""

from typing import Any

import click

from coach import phrases
from coach.cli import output
from coach.cli.options import common, product_option, require_one_of, settings_of
from coach.settings import checked_name


@click.command("debrief")
@click.option("--plain", is_flag=True)
@click.option("--jsonl", is_flag=True)
@click.option("--resume", metavar="ID")
@product_option
@common
@click.pass_context
def debrief(ctx: click.Context, /, plain: bool, jsonl: bool, resume: str | None, product: str | None, **chosen: Any) -> None:  # fmt: skip
    require_one_of(ctx, "plain", "jsonl")
    settings = settings_of(ctx, chosen)
    sold = "" if product is None else checked_name(product, "--product")
    if resume and sold:
        output.fail(phrases.load(settings.effective_language).say("debrief.product_of_new", product=sold), 2)
    if not (plain or jsonl):
        from coach.cli.screen import open_screen

        open_screen(settings, "debrief", resume, sold)
        return
    from coach.cli.debrief_io import JsonTalk, PlainTalk
    from coach.cli.debrief_session import hold

    hold(settings, JsonTalk() if jsonl else PlainTalk(phrases.load(settings.effective_language)), resume, sold)
