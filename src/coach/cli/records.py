"""`coach list`, `show`, `outcome`, `due`, `calendar`, `schema`: what lies in the store, without a screen."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import Day, common, settings_of
from coach.conduct.archive import Archive
from coach.domain.cleaning import clean_line
from coach.domain.rulebook import expiry
from coach.domain.summary import Summary
from coach.phrases import Phrasebook
from coach.ports import JournalError
from coach.settings import Settings


def reading(work: Callable[[Archive, Phrasebook, Settings], None], settings: Settings) -> None:
    """Runs `work` on the user's store; ends the program with a clear word where that cannot be used."""
    book = phrases.load(settings.spoken)
    try:
        with wiring.opened(settings) as journal:
            work(Archive(journal, wiring.SystemClock(settings.today), settings.who), book, settings)
    except JournalError as wrong:
        output.journal_failed(book, wrong)


@click.command("list")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.option("--state", type=click.Choice(["open", "recorded"]))
@click.option("--class", "customer_class", type=click.Choice(["A", "B", "C", "D"]))
@click.option("--customer", metavar="TEXT")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def list_(ctx: click.Context, /, limit: int, state: str | None, customer_class: str | None, customer: str | None, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    def work(archive: Archive, book: Phrasebook, settings: Settings) -> None:
        rows = archive.latest(limit=limit, state=state, customer_class=customer_class, customer=customer)
        today = wiring.SystemClock(settings.today).today()
        if as_json:
            output.json_whole([_as_data(row, today) for row in rows])
        elif not rows:
            output.line(book.say("list_.none"))
        else:
            for row in rows:
                output.line(_row(row, book, today))

    reading(work, settings_of(ctx, chosen))


@click.command("show")
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def show(ctx: click.Context, /, name: str, as_json: bool, **chosen: Any) -> None:
    def work(archive: Archive, book: Phrasebook, settings: Settings) -> None:
        from coach.cli.showing import lines_of
        from coach.domain import record

        debrief = archive.debrief(name)
        if as_json:
            output.json_whole(record.as_json(record.record_of(debrief)))
        else:
            for text in lines_of(debrief, book, wiring.SystemClock(settings.today).today()):
                output.line(text)

    reading(work, settings_of(ctx, chosen))


@click.command("outcome")
@click.argument("name", metavar="ID")
@click.argument("what", metavar="signed|lost|open")
@click.option("--on", type=Day(), metavar="DATE")
@click.option("--reason", metavar="TEXT", default="")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def outcome(ctx: click.Context, /, name: str, what: str, on: date | None, reason: str, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    def work(archive: Archive, book: Phrasebook, settings: Settings) -> None:
        from coach.domain import record

        day = on or wiring.SystemClock(settings.today).today()
        try:
            debrief = archive.record_outcome(name, what, day, reason)
        except ValueError as refused:
            visit = archive.debrief(name).day
            output.fail(book.say(f"outcome.{refused}", given=what, on=day, visit=visit, id=name), 2)
        if as_json:
            output.json_whole(record.as_json(record.record_of(debrief)))
        else:
            said = book.say(f"list_.outcome_{what}", on=day)
            output.line(book.say("outcome.done", customer=clean_line(debrief.customer) or debrief.id, text=said))

    reading(work, settings_of(ctx, chosen))


@click.command("due")
@click.option("--days", type=click.IntRange(0, 3650), default=7, show_default=True)
@click.option("--everybody", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def due(ctx: click.Context, /, days: int, everybody: bool, as_json: bool, **chosen: Any) -> None:
    def work(archive: Archive, book: Phrasebook, settings: Settings) -> None:
        today = wiring.SystemClock(settings.today).today()
        found = archive.due(today, days, everybody)
        if as_json:
            output.json_whole({part: [_as_data(row, today) for row in rows] for part, rows in found._asdict().items()})
            return
        if not any(found):
            output.line(book.say("due.none"))
        for part, rows in found._asdict().items():
            _section(part, rows, book, today)

    reading(work, settings_of(ctx, chosen))


@click.command("calendar")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True)
@click.option("--everybody", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def calendar(ctx: click.Context, /, output: Path | None, force: bool, everybody: bool, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    from coach.cli.calendars import write

    reading(
        lambda archive, book, settings: write(archive, book, settings, output, force, everybody, as_json),
        settings_of(ctx, chosen),
    )


@click.command("schema")
@click.option("--json", "as_json", is_flag=True)
def schema(as_json: bool) -> None:
    from coach.domain.record import Record

    output.json_whole(Record.model_json_schema(by_alias=True, mode="serialization"))


def _as_data(row: Summary, today: date) -> dict[str, Any]:
    over = _expiry(row, today)
    data = {**row._asdict(), "overdue": over.overdue, "now": list(over.options)}
    for name in ("signed", "close_attempted", "gave_in", "disputed"):
        data[name] = None if data[name] is None else bool(data[name])
    return data


def _expiry(row: Summary, today: date) -> Any:
    settled = row.signed or row.outcome in ("signed", "lost") or row.state != "recorded"
    last_day = date.fromisoformat(row.deadline) if row.deadline and not settled and row.verdict_class else None
    return expiry(row.verdict_class, last_day, today)  # type: ignore[arg-type]


def _row(row: Summary, book: Phrasebook, today: date) -> str:
    over = _expiry(row, today)
    shown = (
        f"{row.verdict_class}→{'/'.join(over.options)}"
        if over.overdue
        else row.verdict_class or book.say("list_.no_class")
    )
    states = [book.say("list_.open", step=row.step) if row.state == "open" else book.say("list_.recorded")]
    if row.outcome:
        states = [book.say(f"list_.outcome_{row.outcome}", on=row.outcome_on)]
    if row.disputed:
        states.append(book.say("list_.disputed"))
    name = clean_line(row.customer) or clean_line(row.contact) or book.say("show.unnamed")
    return book.say(
        "list_.row", id=row.id, date=row.visit_date, **{"class": f"{shown:<5}"}, customer=name, state=book.join(states)
    )


def _section(part: str, rows: Sequence[Summary], book: Phrasebook, today: date) -> None:
    if not rows:
        return
    output.line(book.say(f"due.{part}"))
    for row in rows:
        over = _expiry(row, today)
        what = {
            "overdue": f"{row.verdict_class}  {book.say('due.options', classes='/'.join(over.options))}",
            "terms": row.verdict_class or "",
            "unfinished": row.step,
        }.get(part, clean_line(row.next_what))
        day = {"overdue": row.deadline, "terms": row.deadline, "steps": row.next_date}.get(part) or row.visit_date
        name = clean_line(row.customer) or book.say("show.unnamed")
        output.line(book.say("due.row", date=day, customer=name, what=what, id=row.id))
