"""`coach ledger`: how good the judgement was and what the wrong ones cost."""

from contextlib import closing
from datetime import date
from typing import Any

import click

from coach import phrases, wiring
from coach.cells import cells, columns
from coach.cli import output
from coach.cli.options import Day, common, product_option, require_one_of, settings_of
from coach.cli.store_session import product_here, rep_here
from coach.conduct.identity import Identity
from coach.conduct.ledger import ledger as compute
from coach.domain.cleaning import clean_line
from coach.domain.tally import MIN_OUTCOMES
from coach.phrases import Phrasebook
from coach.reports.bars import bars
from coach.reports.ledger import BASES, Ledger
from coach.reports.ledger_words import class_table, findings, group_table, hit_bars, plotted, reliability_bars

_WIDTH = 78


@click.command("ledger")
@click.option("--everybody", is_flag=True)
@click.option("--owner", metavar="NAME")
@product_option
@click.option("--since", type=Day(), metavar="DATE")
@click.option("--until", type=Day(), metavar="DATE")
@click.option("--basis", type=click.Choice(BASES), default="claimed", show_default=True)
@click.option("--by", type=click.Choice(["rep", "product", "month"]))
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def ledger(ctx: click.Context, /, everybody: bool, owner: str | None, product: str | None, since: date | None, until: date | None, basis: str, by: str | None, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    require_one_of(ctx, "everybody", "owner")
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        owner, product = rep_here(journal, owner, book), product_here(journal, product, book)
        own = Identity(journal, settings.rep_name)
        if not (everybody or owner or by == "rep") and set(own.own_names()) & set(journal.reps()):
            owner = own.name
        today = wiring.SystemClock(settings.today).today()
        groups = as_json or by is not None
        with closing(wiring.open_tallies(settings)) as tallies:
            found = compute(
                tallies, today, owners=own.names_of(owner), product=product, since=since, until=until, groups=groups
            )
    if as_json:
        output.json_whole({"owner": owner, **_plain(found)})
    elif not found.debriefs:
        output.line(book.say("ledger.none"))
    else:
        whose = clean_line(owner) if owner else book.say("screen.ledger.everybody")
        output.line(f"{book.say('ledger.title')}  {whose}")
        _show(found, basis, by, book)


def _show(found: Ledger, basis: str, by: str | None, book: Phrasebook) -> None:
    for text in findings(found, book):
        output.line(text)
    output.line("")
    output.line(book.say(f"ledger.became_{basis}"))
    for text in (*columns(class_table(found, book, basis)), book.say("ledger.over_note")):
        output.line(text)
    hits, bins = hit_bars(found, basis, book), reliability_bars(found, basis, book)
    shown = [*bars(hits, _WIDTH), book.say("ledger.hits_note")] if plotted(hits) else []
    if plotted(bins):
        shown += ["", book.say("ledger.reliability"), *bars(bins, _WIDTH), book.say("ledger.bins_note")]
    if not (plotted(hits) and plotted(bins)):
        shown.append(book.say("ledger.few_note", fewest=MIN_OUTCOMES))
    for text in shown:
        output.line(text)
    if by:
        output.line("")
        output.line(book.say(f"ledger.by_{by}"))
        for text in _groups(found, by, book):
            output.line(text)
        output.line(book.say("ledger.too_high_note"))


def _groups(found: Ledger, by: str, book: Phrasebook) -> list[str]:
    """The table, its shares in short where it would be wider than a screen."""
    whole, short = (columns(group_table(getattr(found, f"by_{by}"), by, book, short=short)) for short in (False, True))
    return whole if max(map(cells, whole)) <= _WIDTH else short


def _plain(value: Any) -> Any:
    """Named tuples as objects, all the way down."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value
