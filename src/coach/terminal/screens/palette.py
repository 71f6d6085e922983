"""Every command by name, in the language of the screen."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from coach.phrases import Phrasebook
from coach.terminal.screens.overlay import Overlay
from coach.terminal.sheet import FACTS
from coach.terminal.themes import THEMES
from coach.terminal.widgets.lines import Span
from coach.terminal.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from coach.terminal.app import CoachApp

HEIGHT = 12
"""Commands in sight."""


class Palette(Overlay[Callable[[], Any] | None]):
    """A field that narrows the list below it."""

    AUTO_FOCUS = "Input"
    BINDINGS = [("up", "move(-1)", ""), ("down", "move(1)", "")]  # noqa: RUF012 - Textual's shape

    def __init__(self, commands: list[SystemCommand], book: Phrasebook) -> None:
        super().__init__(book.say("screen.palette.title"), book.say("screen.palette.foot"))
        self._commands, self._book = commands, book
        self._rows = Rows(id="commands")
        self._rows.can_focus = False

    def content(self) -> Iterable[Widget]:
        """The field and the list."""
        field = Input(placeholder=self._book.say("screen.palette.placeholder"))
        field.cursor_blink = False
        yield field
        self._rows.styles.height = min(HEIGHT, len(self._commands))
        yield self._rows

    def on_mount(self) -> None:
        """Everything, to begin with."""
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the list."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Runs what is pointed at."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Chosen."""
        self.dismiss(self._commands[int(message.key)].callback)

    def action_move(self, step: int) -> None:
        """Points at the next."""
        self._rows.action_move(step)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        fitting = [
            Row(str(n), (Span("  "), Span(command.title), Span(f"  {command.help}", "dim")))
            for n, command in enumerate(self._commands)
            if all(word in f"{command.title} {command.help}".casefold() for word in wanted)
        ]
        self._rows.fill(fitting or [Row("", (Span(f"  {self._book.say('screen.palette.none')}", "dim"),))])


def commands(app: "CoachApp", screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be done here: the screen's keys, what has no key, the themes."""
    from coach.terminal.screens.base import CoachScreen
    from coach.terminal.screens.debrief import DebriefScreen

    book = app.book
    if not isinstance(screen, CoachScreen):
        return
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
        yield SystemCommand(book.say(f"screen.theme.{name}"), "", lambda name=theme.name: app.wear(name))
