"""Builder of a turn: events, the coach's lines and his question, in order."""

from datetime import UTC, datetime
from typing import NamedTuple

from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.history import apply
from coach.phrases import Line, Phrasebook

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Option(NamedTuple):
    """A numbered answer: its value and its words."""

    value: str
    label: Line


class Ask(NamedTuple):
    """A question: the fields asked for (contract 4), its line, numbered answers, and its focus."""

    step: e.Step
    asks: tuple[str, ...]
    line: Line
    options: tuple[Option, ...] = ()
    about: tuple[str, ...] = ()


class TurnBuilder:
    """The events of one turn; each is applied at once to `debrief`, a copy of the state at its beginning."""

    def __init__(self, debrief: Debrief, book: Phrasebook) -> None:
        self.debrief = debrief.apart()
        self.book = book
        self.events: list[e.Event] = []

    def emit(self, event: e.Event) -> None:
        """Adds an event."""
        self.events.append(event)
        apply(self.debrief, e.Recorded(self.debrief.id, self.debrief.version + 1, _NO_TIME, event))

    def say(self, key: str, **slots: object) -> None:
        """Adds a line in a variant not yet used in this talk; a line whose key starts with `once.` at most once per
        talk.
        """
        if key.startswith("once.") and key in self.debrief.lines_used:
            return
        variant = self._variant(key)
        self.emit(e.CoachSaid(line=key, variant=variant, text=self.book.render(Line(key, slots), variant)))

    def ask(self, question: Ask) -> None:
        """Adds the question; always last in a turn."""
        key = question.line.key
        variant = self._variant(key)
        choices = tuple(
            e.Choice(key=str(number), value=option.value, label=self.book.render(option.label))
            for number, option in enumerate(question.options, 1)
        )
        text = self.book.render(question.line, variant)
        self.emit(
            e.QuestionAsked(
                step=question.step,
                asks=question.asks,
                line=key,
                variant=variant,
                text=text,
                choices=choices,
                about=question.about,
            )
        )

    def _variant(self, key: str) -> int:
        return self.book.choose(key, self.debrief.lines_used, self.debrief.seed)
