"""`coach list`, `show`, `outcome`, `due`, `calendar`, `schema`: what lies in the store, without a screen."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from coach import wiring
from coach.cli import output
from coach.cli.options import Day, common, product_option, require_one_of, settings_of
from coach.cli.rows import as_data, questions, rows_of, section
from coach.cli.store_session import archive_session, product_here, rep_here
from coach.conduct.archive import Archive
from coach.domain.cleaning import clean_line
from coach.domain.summary import Query, State
from coach.domain.vocabulary import CLASSES, OUTCOMES
from coach.phrases import Phrasebook
from coach.ports import RefusedError


@click.command("list")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.option("--state", type=click.Choice(["open", "recorded"]))
@click.option("--class", "customer_class", type=click.Choice(CLASSES))
@click.option("--customer", metavar="TEXT")
@product_option
@click.option("--owner", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def list_(ctx: click.Context, /, limit: int, state: State | None, customer_class: str | None, customer: str | None, product: str | None, owner: str | None, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    settings = settings_of(ctx, chosen)
    with archive_session(settings) as (archive, book):
        rep, sold = rep_here(archive, owner, book), product_here(archive, product, book)
        wanted = Query(
            state=state,
            owners=None if rep is None else (rep,),
            customer_class=customer_class,
            customer_part=customer or None,
            product=sold,
        )
        rows = archive.latest(wanted, limit=limit)
        today = wiring.SystemClock(settings.today).today()
        over = archive.overruled(rows)
        if as_json:
            output.json_whole([as_data(row, today, over) for row in rows])
        elif not rows:
            here = "list_.none_fit" if archive.latest(limit=1) else "list_.none"
            output.line(book.say(here, folder=settings.data_folder))
        else:
            for text in rows_of(rows, book, today, over, archive.shared):
                output.line(text)


@click.command("show")
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def show(ctx: click.Context, /, name: str, as_json: bool, **chosen: Any) -> None:
    from coach.domain import record

    settings = settings_of(ctx, chosen)
    with archive_session(settings) as (archive, book):
        debrief = archive.debrief(name)
        if as_json:
            output.json_whole(record.as_json(record.record_of(debrief)))
        else:
            from coach.cli.debrief_text import lines_of

            today = wiring.SystemClock(settings.today).today()
            own = archive.owns(debrief)
            for text in lines_of(debrief, archive.review(debrief.id), book, today, own):
                output.line(text)


@click.command("outcome")
@click.argument("name", metavar="ID")
@click.argument("what", metavar="|".join(OUTCOMES))
@click.option("--on", type=Day(), metavar="DATE")
@click.option("--reason", metavar="TEXT", default="")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def outcome(ctx: click.Context, /, name: str, what: str, on: date | None, reason: str, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    from coach.domain import record

    settings = settings_of(ctx, chosen)
    with archive_session(settings) as (archive, book):
        day = on or wiring.SystemClock(settings.today).today()
        try:
            debrief = archive.record_outcome(name, what, day, reason)
        except RefusedError as error:
            output.refused(book, "outcome.", error)
        if as_json:
            output.json_whole(record.as_json(record.record_of(debrief)))
        else:
            said = book.say(f"list_.outcome_{what}", on=day)
            output.line(book.say("outcome.done", customer=clean_line(debrief.customer) or debrief.id, text=said))


@click.command("due")
@click.option("--days", type=click.IntRange(0, 3650), default=7, show_default=True)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.option("--everybody", is_flag=True)
@click.option("--owner", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def due(ctx: click.Context, /, days: int, limit: int, everybody: bool, owner: str | None, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    require_one_of(ctx, "everybody", "owner")
    settings = settings_of(ctx, chosen)
    with archive_session(settings) as (archive, book):
        today = wiring.SystemClock(settings.today).today()
        rep = rep_here(archive, owner, book)
        found, asked = archive.due(today, days, everybody, rep, limit), archive.asked(everybody, rep)
        over = archive.overruled([row for rows in found.lists().values() for row in rows])
        whose = everybody or rep is not None
        if as_json:
            lists = {part: [as_data(row, today, over) for row in rows] for part, rows in found.lists().items()}
            waiting = [{"id": one.debrief.id, "by": one.request.by, "text": one.request.text} for one in asked]
            output.json_whole({**lists, "asked": waiting, "left_out": found.left_out})
            return
        if found.empty and not asked:
            _nothing_due(archive, book, today, days, whose)
        questions(asked, book, whose)
        for part, rows in found.lists().items():
            section(part, rows, book, today, over, whose)
            if part in found.left_out:
                output.line(book.say("due.more", count=found.left_out[part]))


def _nothing_due(archive: Archive, book: Phrasebook, today: date, days: int, whose: bool) -> None:
    """A reader who makes no visits is not sent on one, but to what is due of the others."""
    others = archive.due(today, days, everybody=True) if archive.shared and not whose else None
    if others is not None and not others.empty:
        output.line(book.say("due.others", overdue=len(others.overdue), count=others.total))
    else:
        output.line(book.say("due.none"))


@click.command("calendar")
@click.option("--output", "-o", "--to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--force", is_flag=True)
@click.option("--everybody", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def calendar(ctx: click.Context, /, output: Path | None, force: bool, everybody: bool, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    from coach.cli.calendar_file import write

    settings = settings_of(ctx, chosen)
    with archive_session(settings) as (archive, book):
        write(archive, book, settings, output, force, everybody, as_json)


@click.command("schema")
@click.option("--json", "as_json", is_flag=True)
def schema(as_json: bool) -> None:
    from coach.domain.record import Record

    output.json_whole(Record.model_json_schema(by_alias=True, mode="serialization"))
