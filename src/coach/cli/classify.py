"""`coach classify`: facts in, class out, by the rulebook alone."""

from typing import Any

import click

from coach.cli import output
from coach.domain.rulebook import Standing, classify

_ANSWER = click.Choice(["yes", "no", "unsure"])


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
    for number, data, wrong in output.json_lines_in():
        if data is None:
            output.json_line({"type": "error", "line": number, "error": wrong})
            continue
        try:
            output.json_line({"id": data.get("id"), **_ruling(data)})
        except ValueError as refused:
            output.json_line({"type": "error", "line": number, "id": data.get("id"), "error": str(refused)})


def _ruling(data: dict[str, Any]) -> dict[str, Any]:
    approvals = data.get("approvals")
    if approvals is not None and (isinstance(approvals, bool) or not isinstance(approvals, int)):
        raise ValueError(f"approvals is {approvals!r}: a whole number, 0 or more")
    answers = {name: data.get(name) for name in ("need", "power", "value")}
    for name, answer in answers.items():
        if answer is not None and not isinstance(answer, str):
            raise ValueError(f"{name} is {answer!r}: use yes, no or unsure")
    ruling = classify(Standing(approvals, **answers))
    return {
        "class": ruling.customer_class,
        "rules": list(ruling.rules),
        "unknown": list(ruling.unknown),
        "term_days": ruling.term_days,
    }
