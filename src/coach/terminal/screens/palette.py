"""The command palette in the language of the screen."""

from collections.abc import Iterator, Sequence
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from coach.domain.vocabulary import FACTS
from coach.phrases import Phrasebook
from coach.terminal.screens.base import CoachScreen
from coach.terminal.screens.choosing import Candidate, Choosing
from coach.terminal.screens.debrief import DebriefScreen
from coach.terminal.themes import THEMES


def palette(offered: Sequence[SystemCommand], book: Phrasebook) -> Choosing:
    """The dialog that filters the commands while typing; returns the index of the one chosen."""
    choices = [Candidate(str(n), command.title, command.help) for n, command in enumerate(offered)]
    return Choosing(book.say("screen.palette.title"), choices, book, book.say("screen.palette.none"))


def commands(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The available commands: the screen's keys, actions without a key, the themes."""
    if not isinstance(screen, CoachScreen):
        return
    book = screen.book
    if isinstance(screen, DebriefScreen):
        for name in ("back", "skip", "why", "facts"):
            yield SystemCommand(book.say(f"screen.palette.{name}"), "", lambda name=name: screen.action_command(name))
        for fact in FACTS:
            title = book.say("screen.palette.correct", fact=book.say(f"screen.fact.{fact}"))
            yield SystemCommand(title, "", lambda fact=fact: screen.action_correct(fact))
    for hint in screen.all_keys():
        if hint.action not in ("none", "app.command_palette", "correct('authority')"):
            yield SystemCommand(hint.label, hint.key, lambda action=hint.action: screen.run_here(action))
    for theme in THEMES:
        name = theme.name.removeprefix("coach-")
        yield SystemCommand(book.say(f"screen.theme.{name}"), "", lambda name=theme.name: screen.coach.set_theme(name))
