"""`coach inbox`: debriefs as a manager reads them, what most needs reading first."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from coach import wiring
from coach.cli import output
from coach.cli.options import Day, common, product_option, require_one_of, settings_of
from coach.cli.rows import CLASS, column
from coach.cli.store_session import caught_up, product_here, rep_here
from coach.domain.cleaning import clean_line
from coach.domain.inbox import REASONS_TO_READ, SORTS, InboxFilter, InboxRow
from coach.domain.rulebook import in_short
from coach.domain.vocabulary import CLASSES, OUTCOMES
from coach.phrases import Phrasebook
from coach.ports import RefusedError

if TYPE_CHECKING:
    from coach.conduct.reviewing import Reviewing


@click.command("inbox")
@click.option("--owner", metavar="NAME")
@click.option("--class", "classes", type=click.Choice([*CLASSES, "-"]), multiple=True)
@click.option("--since", type=Day(), metavar="DATE")
@click.option("--until", type=Day(), metavar="DATE")
@product_option
@click.option("--unread", is_flag=True)
@click.option("--asked", is_flag=True)
@click.option("--customer", metavar="TEXT")
@click.option("--outcome", type=click.Choice(OUTCOMES))
@click.option("--because", "reasons", type=click.Choice(list(REASONS_TO_READ)), multiple=True)
@click.option("--sort", type=click.Choice(list(SORTS)), default="reasons", show_default=True)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0)
@click.option("--filter", "use", metavar="NAME")
@click.option("--save-filter", "save", metavar="NAME")
@click.option("--drop-filter", "drop", metavar="NAME")
@click.option("--filters", "named", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def inbox(ctx: click.Context, /, use: str | None, save: str | None, drop: str | None, named: bool, sort: Any, limit: int, offset: int, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    require_one_of(ctx, "named", "save", "drop")
    settings = settings_of(ctx, chosen)
    with caught_up(settings) as (journal, index, book):
        reviewing = wiring.reviewing(settings, journal, index)
        if named or drop:
            _filters(reviewing, drop, book, as_json)
            return
        chosen["owner"] = rep_here(journal, chosen["owner"], book)
        chosen["product"] = product_here(journal, chosen["product"], book)
        wanted = _wanted(reviewing, use, chosen, book)
        if save:
            try:
                reviewing.save_filter(save, wanted)
            except RefusedError as error:
                output.refused(book, "review.wrong_", error)
            output.line(book.say("inbox.filter_saved", name=clean_line(save)))
            return
        wanted = reviewing.by_name(wanted)
        rows = reviewing.inbox.page(wanted, sort, limit, offset)
        count = reviewing.inbox.count(wanted)
        none = "inbox.none" if rows or reviewing.inbox.count(InboxFilter()) else "inbox.empty"
    if as_json:
        output.json_whole(
            {"count": count, "debriefs": [{**row._asdict(), "signed": row.signed and bool(row.signed)} for row in rows]}
        )
    elif not rows:
        output.line(book.say(none))
    else:
        sorted_by = book.say(f"inbox.sort.{sort}")
        output.line(book.say("inbox.head", shown=len(rows), count=count, sort=sorted_by))
        customers = column([clean_line(row.customer) or book.say("show.unnamed") for row in rows])
        owners = column([clean_line(row.owner) for row in rows])
        for row, customer, owner in zip(rows, customers, owners, strict=True):
            output.line(_row(row, customer, owner, book).rstrip())


def _wanted(reviewing: "Reviewing", use: str | None, chosen: dict[str, Any], book: Phrasebook) -> InboxFilter:
    kept = InboxFilter()
    if use:
        known = reviewing.saved_filters()
        _require_filter(use, known, book)
        kept = known[use]
    days = {name: day.isoformat() if isinstance(day := chosen.pop(name), date) else None for name in ("since", "until")}
    given = {name: value for name, value in {**chosen, **days}.items() if value}
    return kept._replace(**given)


def _require_filter(name: str, known: Collection[str], book: Phrasebook) -> None:
    """Ends the program with the filters there are if `name` is none of them."""
    if name not in known:
        names = book.join(map(clean_line, known))
        none = "" if known else book.say("inbox.filter_none")
        output.fail(none or book.say("inbox.filter_unknown", name=clean_line(name), names=names), 2)


def _filters(reviewing: "Reviewing", drop: str | None, book: Phrasebook, as_json: bool) -> None:
    known = reviewing.saved_filters()
    if drop:
        _require_filter(drop, known, book)
        reviewing.save_filter(drop, None)
        output.line(book.say("inbox.filter_dropped", name=clean_line(drop)))
        return
    if as_json:
        output.json_whole({name: one._asdict() for name, one in known.items()})
    else:
        output.line(
            book.say("inbox.filters", names=book.join(map(clean_line, known)))
            if known
            else book.say("inbox.filter_none")
        )


def _row(row: InboxRow, customer: str, owner: str, book: Phrasebook) -> str:
    ruled = row.verdict_class or book.say("list_.no_class")
    shown = in_short(ruled, run_out=row.run_out, overruled=row.overruled)
    return book.say(
        "inbox.row",
        mark=book.say("inbox.unread" if row.unread else "inbox.read"),
        id=row.id,
        date=row.visit_date,
        customer=customer,
        owner=owner,
        reasons=book.join(_reasons(row, book)),
        **{"class": f"{shown:<{CLASS}}"},
    )


def _reasons(row: InboxRow, book: Phrasebook) -> list[str]:
    became = "signed" if row.signed else row.outcome if row.outcome in ("signed", "lost") else ""
    settled = [book.say(f"screen.state.{became}")] if became else []
    waiting = [book.say("inbox.waiting")] if row.requests else []
    return [*settled, *waiting, *(book.say(f"inbox.reason.{name}") for name in row.reasons)]
