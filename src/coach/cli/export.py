"""`coach export`: debriefs as CSV, JSON, Markdown or one HTML page, with names masked on request."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import Day, common, product_option, settings_of
from coach.cli.store_session import product_here, rep_here, write_file
from coach.conduct.exporting import Exporting
from coach.conduct.lookup import debrief_stream
from coach.domain.summary import ALL, Query, Summary
from coach.domain.vocabulary import CLASSES
from coach.phrases import Phrasebook
from coach.ports import Journal
from coach.reports.ledger import Ledger
from coach.settings import Settings

FORMATS = ("csv", "json", "md", "html")
PRINTED = 200
"""Debriefs in a document that is meant to be read, unless another limit is given."""


@click.command("export")
@click.argument("names", nargs=-1, metavar="[ID]…")
@click.option("--format", "kind", type=click.Choice(FORMATS))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--owner", metavar="NAME")
@click.option("--class", "customer_class", type=click.Choice(CLASSES))
@product_option
@click.option("--since", type=Day(), metavar="DATE")
@click.option("--until", type=Day(), metavar="DATE")
@click.option("--limit", type=click.IntRange(1))
@click.option("--mask", is_flag=True)
@click.option("--force", is_flag=True)
@common
@click.pass_context
def export(ctx: click.Context, /, names: tuple[str, ...], kind: str | None, target: Path | None, limit: int | None, mask: bool, force: bool, **chosen: Any) -> None:  # fmt: skip
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    kind = kind or _format_of(target, book)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        if names:
            _require_no_filter(ctx, book)
        chosen["owner"] = rep_here(journal, chosen["owner"], book)
        chosen["product"] = product_here(journal, chosen["product"], book)
        today = wiring.SystemClock(settings.today).today()
        exporting = Exporting(journal, book, today, mask)
        most = limit or (PRINTED if kind in ("md", "html") else ALL)
        rows = _named(journal, names) if names else exporting.rows(limit=most if most == ALL else most + 1, **chosen)
        if not rows:
            output.fail(book.say("export.none"))
        if not names and 0 < most < len(rows):
            del rows[most:]
            output.aside(book.say("export.cut", shown=most))
        pieces = _pieces(kind, exporting, rows, lambda: _ledger(settings, today, chosen))
        if target is None:
            sys.stdout.writelines(pieces)
        else:
            write_file(target, pieces, book, force)
            output.line(book.say("export.written", count=len(rows), file=target.resolve()))


def _require_no_filter(ctx: click.Context, book: Phrasebook) -> None:
    """Ends the program if debriefs are named and narrowed down at once."""
    filters = ("owner", "customer_class", "product", "since", "until", "limit")
    given = [option.opts[0] for option in ctx.command.params if option.name in filters and ctx.params[option.name]]
    if given:
        output.fail(book.say("export.not_both", option=given[0]), 2)


def _format_of(target: Path | None, book: Phrasebook) -> str:
    """The format a file's name asks for; without a file, JSON."""
    if target is None:
        return "json"
    ending = target.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        output.fail(book.say("export.which_format", file=target, formats=book.names(FORMATS)), 2)
    return ending


def _named(journal: Journal, names: tuple[str, ...]) -> list[Summary]:
    return [row for name in names for row in journal.summaries(Query(id=debrief_stream(journal, name)), 1)]


def _pieces(kind: str, exporting: Exporting, rows: list[Summary], ledger: Callable[[], Ledger]) -> Iterator[str]:
    if kind == "csv":
        return exporting.table(rows)
    if kind == "md":
        return exporting.markdown(rows)
    if kind == "json":
        return exporting.records(rows)
    return exporting.page(rows, ledger())


def _ledger(settings: Settings, today: date, chosen: dict[str, Any]) -> Ledger:
    from coach.conduct.ledger import ledger

    with closing(wiring.open_tallies(settings)) as tallies:
        owners = None if chosen["owner"] is None else [chosen["owner"]]
        return ledger(tallies, today, owners=owners, **{name: chosen[name] for name in ("product", "since", "until")})
