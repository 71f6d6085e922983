"""`coach practise`: rehearse the last 20 minutes on the screen, as plain lines or JSON Lines; list, check and invent
scenarios.
"""

import sys
from pathlib import Path
from typing import Any

import click

from coach import phrases, wiring
from coach.cli import output
from coach.cli.options import common, require_one_of, settings_of
from coach.cli.practise_io import JsonRehearsal, PlainRehearsal
from coach.cli.screen import has_terminal
from coach.conduct.practising import Rehearsing
from coach.conduct.rehearsal_room import RehearsalRoom, finished
from coach.domain.cleaning import clean
from coach.domain.ids import rehearsal_id
from coach.domain.vocabulary import LEVELS
from coach.phrases import Phrasebook
from coach.ports import CoachError
from coach.roleplay.checks import RULES
from coach.roleplay.scenario import Scenario
from coach.roleplay.scenario_files import Fault, ScenarioError, gather, read
from coach.settings import Settings, SettingsError

BESIDE = 6
"""Attempts laid side by side."""
_BEGUN = ("debrief", "resume", "branch", "listed", "check")
_ALTERNATIVES = (("plain", "jsonl"), (*_BEGUN, "attempts"), (*_BEGUN, "scenario"))
"""Options that each say what to do, or with what, so that one of them is told: attempts are listed of one scenario as
well.
"""
_SOMEBODY = ("scenario", "debrief", "resume", "branch", "seed", "swap")
"""Options that say with whom; without one the screen shows the shelf of customers."""
_TOLD = ("date", "title", "outcome", "score")


class Turn(click.ParamType[tuple[str, int]]):
    """A rehearsal and one of its turns, the first where none is told."""

    name = "ID:TURN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Both. Raises SettingsError where the turn is no number."""
        name, told, turn = rehearsal_id(value).partition(":")
        if told and not (turn.isdecimal() and len(turn) < 6):
            raise SettingsError("not_a_turn", source="--branch", given=value)
        return name, int(turn or 1)


@click.command("practise")
@click.option("--scenario", "-s", metavar="ID")
@click.option("--level", type=click.Choice(LEVELS), default="normal")
@click.option("--seed", type=click.IntRange(min=0), metavar="N")
@click.option("--swap", is_flag=True)
@click.option("--from", "debrief", metavar="DEBRIEF")
@click.option("--resume", metavar="ID")
@click.option("--branch", type=Turn(), metavar="ID:TURN")
@click.option("--pack", type=click.Path(path_type=Path, exists=True), metavar="DIR", multiple=True)
@click.option("--list", "listed", is_flag=True)
@click.option("--attempts", is_flag=True)
@click.option("--json", "json", is_flag=True)
@click.option("--check", type=click.Path(path_type=Path), metavar="FILE", multiple=True)
@click.option("--plain", is_flag=True)
@click.option("--jsonl", is_flag=True)
@common
@click.pass_context
def practise(ctx: click.Context, /, **chosen: Any) -> None:
    for names in _ALTERNATIVES:
        require_one_of(ctx, *names)
    settings = settings_of(ctx, chosen)
    book = phrases.load(settings.effective_language, "practice")
    if chosen["check"]:
        check(chosen["check"], settings, book)
        return
    if chosen["listed"]:
        packs = [settings.data_folder / wiring.SCENARIOS, *chosen["pack"]]
        list_scenarios(packs, settings, book, chosen["json"])
        return
    screen = has_terminal() and not (chosen["plain"] or chosen["jsonl"] or chosen["attempts"])
    name = None
    try:
        if not screen or any(chosen[one] not in (None, False) for one in _SOMEBODY):
            name = rehearse(settings, chosen, screen)
    except CoachError as error:
        output.fail(_words(book, settings, error), 2 if error.code == "unknown_scenario" else 1)
    if screen:
        sys.exit(wiring.show_screen(settings, "rehearse", name, packs=chosen["pack"]))


def rehearse(settings: Settings, chosen: dict[str, Any], screen: bool) -> str | None:
    """Lists the attempts, or holds the rehearsal asked for; for the screen it is only begun. Its id. Raises RefusedError,
    JournalError.
    """
    anew = not any(chosen[one] for one in ("debrief", "resume", "branch", "attempts"))
    with wiring.opened(settings, create=anew) as journal:
        room = wiring.rehearsal_room(settings, journal, chosen["pack"])
        if chosen["attempts"]:
            list_attempts(room, settings.effective_language, chosen["json"], chosen["scenario"])
            return None
        talk = begin(room, settings, chosen)
        if screen:
            talk.release()
        else:
            hold(room, talk, chosen["jsonl"])
        return talk.id


def begin(room: RehearsalRoom, settings: Settings, chosen: dict[str, Any]) -> Rehearsing:
    """The rehearsal asked for: resumed, branched, or new. Raises RefusedError, JournalError."""
    if chosen["resume"]:
        return room.resume(chosen["resume"])
    if chosen["branch"]:
        return room.branch(*chosen["branch"])
    language, level = settings.effective_language, chosen["level"]
    if chosen["debrief"]:
        return room.begin_from(chosen["debrief"], language, level, swapped=chosen["swap"], seed=chosen["seed"])
    for fault in room.faults(language):
        click.echo(clean(fault), err=True)
    return room.begin(chosen["scenario"], language, level, swapped=chosen["swap"], seed=chosen["seed"])


def hold(room: RehearsalRoom, talk: Rehearsing, as_json: bool) -> None:
    """Holds it over stdin and stdout, then gives it back. Raises RefusedError, JournalError."""
    voice = JsonRehearsal() if as_json else PlainRehearsal(room, talk)
    try:
        voice.hold(talk)
    finally:
        talk.release()


def list_scenarios(packs: list[Path], settings: Settings, book: Phrasebook, as_json: bool) -> None:
    """What there is to rehearse: id, title, trade; never the hidden class."""
    found, faults = gather(packs)
    _warn(faults, book)
    rows = [
        (scenario.id, scenario.text_in(settings.effective_language), scenario.languages) for scenario in found.values()
    ]
    if as_json:
        output.json_whole(
            [
                {"id": name, "title": tongue.title, "industry": tongue.industry, "languages": list(languages)}
                for name, tongue, languages in rows
            ]
        )
        return
    for name, tongue, _ in rows:
        output.line(book.say("screen.list_row", id=name, title=tongue.title, industry=tongue.industry))


def list_attempts(room: RehearsalRoom, language: str, as_json: bool, scenario: str | None) -> None:
    """The rep's own attempts, oldest first."""
    book = phrases.load(language, "practice")
    rows = [
        {
            "id": rehearsal_id(attempt.id),
            "scenario": attempt.opened.scenario_id,
            "title": Scenario.model_validate(attempt.opened.scenario).text_in(language).title,
            "level": attempt.opened.level,
            "date": attempt.opened.today.isoformat(),
            "outcome": attempt.outcome,
            "score": attempt.score,
            "turns": len(attempt.exchanges),
            "origin": attempt.opened.origin,
            "turn": attempt.opened.turn,
        }
        for attempt in room.attempts(scenario)
        if attempt.opened
    ]
    if as_json:
        output.json_whole(rows)
        return
    output.line(book.say("screen.attempts_head"))
    for number, row in enumerate(rows, 1):
        outcome = book.say(f"outcome.{row['outcome']}") if row["outcome"] else "…"
        told = {**row, "score": "–" if row["score"] is None else row["score"], "outcome": outcome}
        output.line(book.say("screen.attempt", number=number, **{name: told[name] for name in _TOLD}))
    side_by_side(room, book, scenario)


def side_by_side(room: RehearsalRoom, book: Phrasebook, scenario: str | None) -> None:
    """The last attempts at a scenario, or at any, check by check."""
    shown = finished(room.attempts(scenario))[-BESIDE:]
    if len(shown) < 2:
        return
    output.line("")
    output.line("".join(f"{attempt.number:>4}" for attempt in shown))
    for name in RULES:
        marks = "".join(f"{attempt.marks[name]:>4}" for attempt in shown)
        output.line(f"{marks}  {book.say(f'check.{name}')}")


def check(files: tuple[Path, ...], settings: Settings, book: Phrasebook) -> None:
    """Reads scenario files and names what is wrong with them; exit status 1 where something is."""
    failed = False
    for file in files:
        try:
            scenario = read(file)
        except ScenarioError as error:
            failed = True
            _warn(error.faults, book)
        else:
            title, languages = scenario.text_in(settings.effective_language).title, book.names(scenario.languages)
            output.line(book.say("screen.checked", file=file, title=title, languages=languages))
    if failed:
        raise SystemExit(1)


def _warn(faults: tuple[Fault, ...] | list[Fault], book: Phrasebook) -> None:
    for fault in faults:
        click.echo(clean(fault.words(book)), err=True)


def _words(book: Phrasebook, settings: Settings, error: CoachError) -> str:
    key = f"practice_error.{error.code.removeprefix('practice_')}"
    if key in book:
        return book.say(key, **error.details)
    return output.error_text(phrases.load(settings.effective_language), error)
