"""`coach debrief`: the screen, or the same talk as plain lines or JSON Lines."""

import sys
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.talks import JsonTalk, PlainTalk
from coach.ports import JournalError
from coach.settings import Settings


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
    hold(settings, JsonTalk() if jsonl else PlainTalk(phrases.load(settings.spoken)), resume)


def hold(settings: Settings, voice: JsonTalk | PlainTalk, resume: str | None = None) -> None:
    """Holds a whole debrief over stdin and stdout."""
    book = phrases.load(settings.spoken)
    try:
        desk = wiring.debriefing(settings)
        if resume:
            talk = desk.resume(resume)
        else:
            talk = desk.open(
                settings.who, settings.spoken, today=settings.today, follow_language=settings.language is None
            )
    except JournalError as wrong:
        output.journal_failed(book, wrong)
    try:
        voice.hold(talk)
    except JournalError as wrong:
        output.journal_failed(talk.book, wrong)
    finally:
        talk.leave()
        desk.journal.close()
