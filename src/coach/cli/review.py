"""`coach review`: what was said about a debrief; comment on it, overrule it, ask the rep for something, answer."""

from typing import TYPE_CHECKING, Any

import click

from coach import wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.store_session import caught_up
from coach.domain.cleaning import clean, clean_line
from coach.phrases import Phrasebook
from coach.ports import RefusedError

if TYPE_CHECKING:
    from coach.conduct.reviewing import Reviewing

_DEEDS = ("comment", "overrule", "ask", "answer", "read")
_WITH = {"line": "comment", "reason": "overrule", "request": "answer"}
"""Options that say more of a deed and nothing alone."""


@click.command("review")
@click.argument("name", metavar="ID")
@click.option("--comment", metavar="TEXT")
@click.option("--line", type=int, metavar="N")
@click.option("--overrule", metavar="A|B|C|D")
@click.option("--reason", metavar="TEXT", default="")
@click.option("--ask", metavar="TEXT")
@click.option("--answer", metavar="TEXT")
@click.option("--request", type=int, metavar="N")
@click.option("--read", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@common
@click.pass_context
def review(ctx: click.Context, /, name: str, as_json: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    with caught_up(settings) as (journal, index, book):
        reviewing = wiring.reviewing(settings, journal, index)
        given = [deed for deed in _DEEDS if chosen[deed] not in (None, False)]
        if len(given) > 1:
            output.fail(book.say("review.too_much"), 2)
        for option, deed in _WITH.items():
            if chosen[option] not in (None, "") and deed not in given:
                output.fail(book.say("review.goes_with", option=f"--{option}", deed=f"--{deed}"), 2)
        if given:
            _do(given[0], reviewing, name, chosen, book)
        _show(reviewing, name, book, as_json, given)


def _do(deed: str, reviewing: "Reviewing", name: str, chosen: dict[str, Any], book: Phrasebook) -> None:
    try:
        if deed == "comment":
            reviewing.comment(name, chosen["comment"], chosen["line"])
        elif deed == "overrule":
            reviewing.overrule(name, chosen["overrule"].upper(), chosen["reason"])
        elif deed == "ask":
            reviewing.ask(name, chosen["ask"])
        elif deed == "answer":
            waiting = reviewing.review(reviewing.debrief(name).id).open_requests
            number = 1 if chosen["request"] is None else chosen["request"]
            if not 1 <= number <= len(waiting):
                raise RefusedError("request", request=number)
            reviewing.answer(name, chosen["answer"], waiting[number - 1])
        else:
            reviewing.mark_read(name)
    except RefusedError as error:
        output.refused(book, "review.wrong_", error)


def _show(reviewing: "Reviewing", name: str, book: Phrasebook, as_json: bool, done: list[str]) -> None:
    from coach.reports.cases import remarks, review_data

    debrief = reviewing.debrief(name)
    said, row = reviewing.review(debrief.id), reviewing.inbox.get(debrief.id)
    data = review_data(said)
    if as_json:
        kept = {
            "id": debrief.id,
            "unread": bool(row and row.unread),
            "reasons": row.reasons if row else (),
            "overruled": said.overruled,
        }
        output.json_whole({**kept, **data})
        return
    if done:
        output.line(book.say(f"review.done_{done[0]}"))
    output.line(
        book.say("review.title", customer=clean_line(debrief.customer) or book.say("show.unnamed"), id=debrief.id)
    )
    lines = list(remarks(data, book))
    for text in lines or [book.say("review.none")]:
        output.line(clean(text))
