"""`coach share` and `coach take`: debriefs from one store to another, by file."""

from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.store_session import rep_here, require_folder
from coach.conduct import sharing
from coach.conduct.identity import Identity
from coach.domain.cleaning import clean_line
from coach.ports import Journal, JournalError

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("share")
@click.option("--to", "target", type=_FILE, required=True, metavar="FILE")
@click.option("--all", "everything", is_flag=True)
@click.option("--owner", metavar="NAME")
@click.option("--force", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def share(ctx: click.Context, /, target: Path, everything: bool, owner: str | None, force: bool, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    if target.exists() and not force:
        output.fail(book.say("export.exists", file=target))
    require_folder(target, book)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        clock = wiring.SystemClock(settings.today)
        about = rep_here(journal, owner, book)
        shared = sharing.share(journal, clock, settings.rep_name, target, everything, about)
        others = Identity(journal, settings.rep_name).own_names()[1:]
    if as_json:
        output.json_whole({**shared._asdict(), "file": str(target.resolve()) if shared.streams else None})
    elif shared.streams:
        output.line(
            book.say(
                "handover.shared", file=target.resolve(), what=_went(shared, book), by=clean_line(settings.rep_name)
            )
        )
        if others:
            output.line(book.say("handover.other_names", names=book.join(map(clean_line, others))))
    else:
        output.line(book.say("handover.nothing"))


@click.command("take")
@click.argument("sources", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def take(ctx: click.Context, /, sources: tuple[Path, ...], as_json: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    files: list[dict[str, Any]] = []
    with output.reporting_errors(book), wiring.opened(settings, create=True) as journal:
        for source in sources:
            files.append(_taken(journal, source, settings.rep_name, book))
    if as_json:
        output.json_whole(files)
    else:
        for file in files:
            for text in file["said"]:
                output.line(text)
    if any(file["refused"] for file in files):
        ctx.exit(1)


def _went(shared: sharing.Shared, book: phrases.Phrasebook) -> str:
    counts = {"handover.debriefs": shared.debriefs, "handover.remarks": shared.remarks}
    return book.names(book.say(key, count=count) for key, count in counts.items() if count)


def _came(taken: sharing.Taken, book: phrases.Phrasebook) -> str:
    counts = {"handover.debriefs_of": taken.debriefs, "handover.remarks_of": taken.remarks}
    return book.join(
        book.say(key, by=clean_line(name), count=count) for key, by in counts.items() for name, count in by.items()
    )


def _taken(journal: Journal, source: Path, who: str, book: phrases.Phrasebook) -> dict[str, Any]:
    try:
        taken = sharing.take(journal, source, who)
    except JournalError as error:
        if error.code in ("disk_full", "disk_error", "busy", "closed"):
            raise
        why = output.error_text(book, error)
        said = [book.say("handover.refused", file=source, why=why)]
        return {"file": str(source), "by": None, "streams": 0, "events": 0, "refused": [error.code], "said": said}
    key = "handover.taken" if taken.events else "handover.nothing_new"
    said = [book.say(key, file=source, what=_came(taken, book))]
    said += [
        book.say("handover.stream_refused", file=source, why=output.error_text(book, refusal))
        for refusal in taken.refused
    ]
    codes = [refusal.code for refusal in taken.refused]
    return {
        "file": str(source),
        "by": taken.by,
        "streams": taken.streams,
        "events": taken.events,
        "refused": codes,
        "said": said,
    }
