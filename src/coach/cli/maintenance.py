"""`coach doctor`, `backup`, `restore`, `salvage`, `rebuild`: looking after the store."""

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.store_session import require_folder
from coach.domain.cleaning import clean_line
from coach.locations import config_file
from coach.ports import JournalError

_BROKEN = ("damaged", "integrity", "broken_chain", "stray_events")
"""What the doctor may find that salvage helps with."""

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def doctor(ctx: click.Context, /, as_json: bool, **chosen: Any) -> None:
    from coach.journal.doctor import doctor as examine

    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book):
        findings = examine(wiring.store(settings), wiring.SystemClock().now())
    if as_json:
        output.json_whole(
            [{**finding._asdict(), "text": _sentence(book, finding.code, finding.details)} for finding in findings]
        )
    else:
        output.line(book.say("doctor.places", store=wiring.store(settings), config=config_file(), rep=clean_line(settings.rep_name)))  # fmt: skip
        for finding in findings:
            mark = book.say(f"severity.{finding.severity}")
            output.line(book.say("doctor.finding", severity=mark, text=_sentence(book, finding.code, finding.details)))
        if any(finding.code in _BROKEN for finding in findings):
            _tell_what_can_be_saved(wiring.store(settings), book)
    if any(finding.severity == "error" for finding in findings):
        ctx.exit(1)


@click.command("backup")
@click.argument("target", type=_FILE, metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def backup(ctx: click.Context, /, target: Path, as_json: bool, **chosen: Any) -> None:
    from coach.journal.rescue import backup as copy

    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    require_folder(target, book)
    with output.reporting_errors(book):
        events = copy(wiring.store(settings), target)
    if as_json:
        output.json_whole({"events": events, "file": str(target.resolve())})
    else:
        output.line(book.say("care.backed_up", events=events, file=target.resolve()))


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def restore(ctx: click.Context, /, source: Path, as_json: bool, **chosen: Any) -> None:
    from coach.journal.rescue import restore as put_back

    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    try:
        events, aside = put_back(wiring.store(settings), source, wiring.SystemClock().now())
    except JournalError as error:
        if error.code in ("not_a_store", "foreign", "empty_file"):
            output.fail(book.say("care.no_backup", file=source))
        output.fail_with(book, error)
    if as_json:
        output.json_whole({"events": events, "file": str(wiring.store(settings)), "aside": aside and str(aside)})
        return
    output.line(book.say("care.restored", events=events, file=source, store=wiring.store(settings)))
    if aside:
        output.line(book.say("care.set_aside", file=aside))


@click.command("salvage")
@click.argument("target", type=_FILE, metavar="NEW_FILE")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def salvage(ctx: click.Context, /, target: Path, as_json: bool, **chosen: Any) -> None:
    from coach.journal.rescue import TEXT_SUFFIX, UNVERIFIED_SUFFIX
    from coach.journal.rescue import salvage as rescue

    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    try:
        saved = rescue(wiring.store(settings), target)
    except JournalError as error:
        if error.code == "target_exists":
            output.fail(book.say("care.salvage_target", file=target, store=wiring.store(settings)))
        output.fail_with(book, error)
    file = target.resolve()
    if as_json:
        output.json_whole({**saved._asdict(), "file": str(file)})
        return
    output.line(book.say("care.salvaged" if saved.events else "care.salvaged_nothing", **saved._asdict(), file=file))
    if saved.events and target.suffix != ".jsonl":
        key = "care.open_it" if target.name == wiring.STORE else "care.open_it_as"
        output.line(book.say(key, folder=file.parent, file=file, store=wiring.STORE))
    if saved.rest and target.suffix == ".jsonl":
        output.line(book.say("care.rest_in_it", rest=saved.rest))
    elif saved.rest:
        output.line(
            book.say("care.rest", rest=saved.rest, words=f"{file}{TEXT_SUFFIX}", lines=f"{file}{UNVERIFIED_SUFFIX}")
        )


@click.command("rebuild")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def rebuild(ctx: click.Context, /, as_json: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        count = journal.rebuild()
        with closing(wiring.open_index(settings)) as index:
            events = index.rebuild()
    if as_json:
        output.json_whole({"debriefs": count, "events": events})
    else:
        output.line(book.say("care.rebuilt", count=count, events=events))


def _tell_what_can_be_saved(store: Path, book: phrases.Phrasebook) -> None:
    from coach.journal.rescue import preview_salvage

    output.line(book.say("doctor.salvageable", **preview_salvage(store)._asdict(), store=wiring.STORE))


def _sentence(book: phrases.Phrasebook, code: str, details: dict[str, Any]) -> str:
    return output.error_text(book, JournalError("damaged_here" if code == "damaged" else code, **details))
