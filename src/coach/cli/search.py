"""`coach search`: words in everything said, and customers by name, pinyin or initials."""

from typing import Any

import click

from coach import wiring
from coach.cli import output
from coach.cli.options import common, product_option, settings_of
from coach.cli.store_session import caught_up, product_here, rep_here
from coach.conduct.searching import SearchResult, excerpt
from coach.domain.cleaning import clean_line
from coach.domain.search_hits import Hit
from coach.phrases import Phrasebook
from coach.ports import RefusedError


@click.command("search")
@click.argument("query", nargs=-1, required=True, metavar="TEXT…")
@click.option("--owner", metavar="NAME")
@product_option
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def search(ctx: click.Context, /, query: tuple[str, ...], owner: str | None, product: str | None, limit: int, as_json: bool, **chosen: Any) -> None:  # fmt: skip
    settings = settings_of(ctx, chosen)
    sought = " ".join(query)
    with caught_up(settings) as (journal, index, book):
        owner, product = rep_here(journal, owner, book), product_here(journal, product, book)
        searching = wiring.searching(settings, index)
        try:
            found = searching.find(sought, limit, owner, product)
        except RefusedError:
            output.fail(book.say("search.empty"), 2)
        count = searching.count(sought, owner, product)
    if as_json:
        output.json_whole(_as_data(found, count))
    else:
        _show(found, count, sought, book)


def _as_data(found: SearchResult, count: int) -> dict[str, Any]:
    hits = [{**hit._asdict(), "lines": [line._asdict() for line in hit.lines]} for hit in found.hits]
    return {
        "customers": found.customers,
        "debriefs": [row._asdict() for row in found.debriefs],
        "count": count,
        "hits": hits,
    }


def _show(found: SearchResult, count: int, sought: str, book: Phrasebook) -> None:
    if found.customers:
        output.line(book.say("search.customers", names=book.join(clean_line(name) for name in found.customers)))
        for row in found.debriefs:
            shown = {"customer": clean_line(row.customer), "owner": clean_line(row.owner)}
            output.line(book.say("search.hit", id=row.id, date=row.visit_date, **shown))
    if found.hits:
        output.line(book.say("search.hits", count=count))
    for before, hit in zip((None, *found.hits), found.hits, strict=False):
        if not hit.by_person and (before is None or before.by_person):
            output.line(book.say("search.only_coach"))
        _hit(hit, book)
    if count > len(found.hits):
        output.line(book.say("search.more", shown=len(found.hits), count=count))
    if not found.hits and not found.customers:
        output.line(book.say("search.none", query=clean_line(sought)))


def _hit(hit: Hit, book: Phrasebook) -> None:
    customer = clean_line(hit.customer) or book.say("show.unnamed")
    key = "search.remark" if hit.remarks else "search.hit"
    output.line(book.say(key, id=hit.id, date=hit.opened[:10], customer=customer, owner=clean_line(hit.owner)))
    for line in hit.lines:
        who = clean_line(line.who) if hit.remarks else book.say(f"search.who.{line.who}")
        output.line(
            book.say("search.line", number=line.number or "", who=who, text=excerpt(line.text, line.spans).text)
        )
