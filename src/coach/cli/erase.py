"""`coach erase`: a debrief taken out for good, on the request of whom it is about."""

from contextlib import closing
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.rows import named
from coach.conduct.erasing import Traces, erase, traces
from coach.phrases import Phrasebook


@click.command("erase")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--reason", metavar="TEXT", default="")
@click.option("--yes", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def erase_(ctx: click.Context, /, ids: tuple[str, ...], reason: str, yes: bool, as_json: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        found = list({one.debrief.id: one for one in (traces(journal, name) for name in ids)}.values())
        if not yes:
            for one in found:
                output.aside(book.say("erase.would", **_counted(one, book)))
            output.fail(book.say("erase.not_yet"), 2)
        clock = wiring.SystemClock(settings.today)
        entries = [erase(journal, clock, one, reason) for one in found]
        with closing(wiring.open_index(settings)) as index:
            index.catch_up()  # the words are in its file too
    if as_json:
        output.json_whole([{"id": one.debrief.id, "events": count} for one, count in zip(found, entries, strict=True)])
        return
    for one in found:
        output.line(book.say("erase.done", **_counted(one, book)))
    output.line(book.say("erase.elsewhere"))


def _counted(one: Traces, book: Phrasebook) -> dict[str, Any]:
    counts = {"talk": len(one.talks), "remarks": len(one.remarks), "rehearsals": len(one.rehearsals)}
    parts = [book.say(f"erase.{key}", count=count) for key, count in counts.items() if count]
    return {"id": one.debrief.id, "date": one.debrief.visit_date, "customer": named(one.debrief, book), "what": book.names(parts)}  # fmt: skip
