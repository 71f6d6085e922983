"""`coach`: the command line. Without a command it opens the screen, or a plain-text session if there is no terminal."""

import gettext
import os
import sys
from itertools import pairwise
from typing import Any

import click

from coach import __version__, phrases
from coach.cli.lazy import LazyGroup
from coach.cli.options import common, settings_of
from coach.domain.cleaning import clean
from coach.files import SystemReason
from coach.locations import assets
from coach.settings import SettingsError, from_locale, load

SECTIONS = {
    "evening": {
        "debrief": "coach.cli.debrief:debrief",
        "practise": "coach.cli.practise:practise",
        "outcome": "coach.cli.records:outcome",
        "due": "coach.cli.records:due",
        "list": "coach.cli.records:list_",
        "show": "coach.cli.records:show",
        "search": "coach.cli.search:search",
        "ledger": "coach.cli.ledger:ledger",
        "calendar": "coach.cli.records:calendar",
    },
    "others": {
        "share": "coach.cli.handover:share",
        "take": "coach.cli.handover:take",
        "names": "coach.cli.names:names",
        "inbox": "coach.cli.inbox:inbox",
        "review": "coach.cli.review:review",
    },
    "data": {
        "export": "coach.cli.export:export",
        "backup": "coach.cli.maintenance:backup",
        "restore": "coach.cli.maintenance:restore",
        "erase": "coach.cli.erase:erase_",
        "doctor": "coach.cli.maintenance:doctor",
        "rebuild": "coach.cli.maintenance:rebuild",
        "salvage": "coach.cli.maintenance:salvage",
    },
    "further": {
        "demo": "coach.cli.demo:demo",
        "classify": "coach.cli.classify:classify_",
        "listen": "coach.cli.listen:listen",
        "schema": "coach.cli.records:schema",
    },
}
COMMANDS = {name: place for section in SECTIONS.values() for name, place in section.items()}


def _language() -> str:
    named = _named("--lang")
    if named in phrases.LANGUAGES:
        return named
    try:
        return load().effective_language
    except SettingsError:
        language = os.environ.get("COACH_LANG", "")
        return language if language in phrases.LANGUAGES else from_locale(os.environ)


def _translated(language: str) -> None:
    """Switches click's own messages, which are in gettext's domain `messages`, to the language."""
    gettext.bindtextdomain("messages", str(assets() / "locale"))
    os.environ["LANGUAGE"] = "C" if language == "en" else language


def _named(option: str) -> str:
    """The value of an option before click has parsed the line, which help and errors need; the last one counts."""
    value = ""
    for word, following in pairwise([*sys.argv[1:], ""]):
        if word == option:
            value = following
        elif word.startswith(f"{option}="):
            value = word.removeprefix(f"{option}=")
    return value


@click.group(
    cls=LazyGroup,
    sections=SECTIONS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", "-V", message="coach %(version)s", help="")
@common
@click.pass_context
def coach(ctx: click.Context, /, **chosen: Any) -> None:
    if ctx.invoked_subcommand is not None:
        return
    from coach.cli.screen import open_screen

    open_screen(settings_of(ctx, chosen), "home")


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 failed, 2 usage error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = _language()
    book = phrases.load(language, "cli")
    _translated(language)
    coach.speak(book)
    try:
        try:
            coach(prog_name="coach")
        finally:
            sys.stdout.flush()
    except SettingsError as error:
        click.echo(f"coach: {clean(_setting_words(error, book))}", err=True)
        sys.exit(2)
    except OSError as error:  # stdout full, or closed by whoever read it
        from coach.terminal.endings import let_go

        why = phrases.system_words(SystemReason(error), language)
        click.echo(clean(f"coach: {error.filename or 'stdout'}: {why}"), err=True)
        let_go()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - a traceback quotes what somebody typed; the report does not
        sys.exit(_crashed(error, book))


def _setting_words(error: SettingsError, book: phrases.Phrasebook) -> str:
    slots = {name: phrases.Names(slot) if isinstance(slot, tuple) else slot for name, slot in error.details.items()}
    return book.say(f"setting.{error.code}", **slots)


def _crashed(error: Exception, book: phrases.Phrasebook) -> int:
    from datetime import datetime

    from coach.locations import data_dir
    from coach.terminal.endings import write_report

    path = write_report(data_dir(_named("--data") or None) / "crashes", error, datetime.now())
    said = "crashed_talk" if "debrief" in sys.argv[1:] else "crashed"
    click.echo(clean(f"coach: {book.say(said, path=path or '-')}"), err=True)
    return 1
