"""Dialog to select one of many, filtered by typing."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual.app import App
from textual.widget import Widget
from textual.widgets import Input

from coach.phrases import Phrasebook
from coach.terminal.screens.overlay import Overlay
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, Row, Rows

HEIGHT = 12
"""Visible rows."""


class Candidate(NamedTuple):
    """A choice: its key, its name, a description."""

    key: str
    title: str
    note: str = ""


class Choosing(Overlay[str | None]):
    """A filter field above a list; returns the key of the row chosen, or None."""

    AUTO_FOCUS = "Input"
    BINDINGS = [("up", "move(-1)", ""), ("down", "move(1)", "")]  # noqa: RUF012 - Textual's shape

    def __init__(self, title: str, choices: Sequence[Candidate], book: Phrasebook, none: str) -> None:
        super().__init__(title, book.say("screen.choosing.foot"))
        self._choices, self._book, self._none = choices, book, none
        self._rows = Rows(id="commands")
        self._rows.can_focus = False

    def content(self) -> Iterable[Widget]:
        """The field and the list."""
        field = Input(placeholder=self._book.say("screen.choosing.placeholder"))
        field.cursor_blink = False
        yield field
        self._rows.styles.height = min(HEIGHT, max(len(self._choices), 1))
        yield self._rows

    def on_mount(self) -> None:
        """Shows everything at first."""
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filters the list."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Chooses the selected row."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Chosen."""
        self.dismiss(message.key.name)

    def action_move(self, step: int) -> None:
        """Selects the next row."""
        self._rows.action_move(step)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        fitting = [
            Row((Span("  "), Span(one.title), Span(f"  {one.note}", "dim")), Key("choice", one.key))
            for one in self._choices
            if all(word in f"{one.title} {one.note}".casefold() for word in wanted)
        ]
        self._rows.fill(fitting or [Row((Span(f"  {self._none}", "dim"),))])


def offer_names(
    app: App[None], field: str, names: Iterable[str], book: Phrasebook, then: Callable[[str | None], None]
) -> None:
    """Offers the names for a field of a filter (`owner`, `product`), or any of them; `then` gets the one taken, None
    for any. Esc changes nothing.
    """
    choices = [Candidate("", book.say("screen.inbox.any")), *(Candidate(name, name) for name in names)]
    box = Choosing(book.say(f"screen.inbox.field.{field}"), choices, book, book.say(f"screen.inbox.none.{field}"))
    app.push_screen(box, lambda key: None if key is None else then(key or None))
