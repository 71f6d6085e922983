"""`coach classify`: facts in, class out, by the rulebook alone."""

from typing import Any

import click

from coach.cli import output
from coach.cli.output import LineError
from coach.domain.facts import ANSWERS
from coach.domain.rulebook import CustomerFacts, classify

_ANSWER = click.Choice(ANSWERS)


@click.command("classify")
@click.option("--approvals", type=click.IntRange(min=0), metavar="N")
@click.option("--need", type=_ANSWER)
@click.option("--power", type=_ANSWER)
@click.option("--value", type=_ANSWER)
@click.option("--jsonl", is_flag=True)
def classify_(approvals: int | None, need: str | None, power: str | None, value: str | None, jsonl: bool) -> None:
    if not jsonl:
        output.json_line(_ruling({"approvals": approvals, "need": need, "power": power, "value": value}))
        return
    for number, data in output.json_lines_in():
        if isinstance(data, LineError):
            data.tell(number)
            continue
        try:
            output.json_line({"id": data.get("id"), **_ruling(data)})
        except LineError as bad:
            bad.tell(number, id=data.get("id"))


def _ruling(data: dict[str, Any]) -> dict[str, Any]:
    approvals = data.get("approvals")
    if approvals is not None and (isinstance(approvals, bool) or not isinstance(approvals, int) or approvals < 0):
        raise LineError("not_a_count", field="approvals", value=approvals)
    answers = {name: data.get(name) for name in ("need", "power", "value")}
    for name, answer in answers.items():
        if answer is not None and answer not in ANSWERS:
            raise LineError("not_one_of", field=name, value=answer, allowed=ANSWERS)
    ruling = classify(CustomerFacts(approvals, **answers))
    return {
        "class": ruling.customer_class,
        "rules": list(ruling.rules),
        "unknown": list(ruling.unknown),
        "term_days": ruling.term_days,
    }
