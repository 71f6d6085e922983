"""`coach names`: whose debriefs lie here, and which of them are one's own."""

from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.conduct.identity import Identity
from coach.domain.cleaning import clean_line


@click.command("names")
@click.option("--mine", multiple=True, metavar="NAME")
@click.option("--other", "others", multiple=True, metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def names(ctx: click.Context, /, mine: tuple[str, ...], others: tuple[str, ...], as_json: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        known, who = journal.reps(), Identity(journal, settings.rep_name)
        strange = [name for name in (*mine, *others) if name not in known]
        if strange:
            output.fail(book.say("names.unknown", name=clean_line(strange[0])), 2)
        if mine or others:
            who.declare(mine, others)
        found = {name: who.owns(name) for name in known}
    if as_json:
        output.json_whole([{"name": name, "own": own} for name, own in found.items()])
    elif not found:
        output.line(book.say("names.none"))
    for name, own in {} if as_json else found.items():
        output.line(book.say("names.own" if own else "names.other", name=clean_line(name)))
