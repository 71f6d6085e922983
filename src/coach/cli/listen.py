"""`coach listen`: what a rep's words tell, or with --acts what a line of his does; JSON Lines in and out (contract 4)."""

from datetime import date
from typing import Any, get_args

import click

from coach import wiring
from coach.cli import output
from coach.cli.options import common, settings_of
from coach.cli.output import LineError
from coach.domain.hearing import Stage
from coach.ports import Listener

_KEYS = ("authority", "need", "power", "value", "close_attempted", "signed", "gave_in", "next_step", "next_date")
_STAGES: tuple[Stage, ...] = get_args(Stage)


@click.command("listen")
@click.option("--acts", is_flag=True)
@common
@click.pass_context
def listen(ctx: click.Context, /, acts: bool, **chosen: Any) -> None:
    settings = settings_of(ctx, chosen)
    ear = wiring.listener()
    today = wiring.SystemClock(settings.today).today()
    for number, data in output.json_lines_in():
        if isinstance(data, LineError):
            data.tell(number)
            continue
        try:
            output.json_line(_acts(ear, data) if acts else _heard(ear, data, today))
        except LineError as bad:
            bad.tell(number, id=data.get("id"))


def _heard(ear: Listener, data: dict[str, Any], today: date) -> dict[str, Any]:
    text = _text(data, "text")
    stage = next((one for one in _STAGES if one == (data.get("stage") or "opening")), None)
    if stage is None:
        raise LineError("not_one_of", field="stage", value=data["stage"], allowed=_STAGES)
    day = _day(data.get("today")) or today
    language = data.get("lang") if data.get("lang") in ("zh", "en", "mixed") else None
    hearing = ear.hear(text, stage, day, language)
    heard: dict[str, Any] = {key: hearing.facts[key].value for key in _KEYS if key in hearing.facts}
    quotes: dict[str, Any] = {key: hearing.facts[key].quote for key in heard}
    confidence: dict[str, Any] = {key: round(hearing.facts[key].confidence, 3) for key in heard}
    if hearing.blockers:
        heard["blockers"] = [one.value for one in hearing.blockers]
        quotes["blockers"] = hearing.blockers[0].quote
        confidence["blockers"] = round(min(one.confidence for one in hearing.blockers), 3)
    return {"id": data.get("id"), "heard": heard, "quotes": quotes, "confidence": confidence}


def _acts(ear: Listener, data: dict[str, Any]) -> dict[str, Any]:
    customer = _text(data, "customer") if data.get("customer") is not None else ""
    return {"id": data.get("id"), "acts": list(ear.acts(customer, _text(data, "rep"), data.get("lang")))}


def _text(data: dict[str, Any], field: str) -> str:
    text = data.get(field)
    if not isinstance(text, str):
        raise LineError("not_text", field=field, value=text)
    return text


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise LineError("not_a_date", field="today", value=value) from error
