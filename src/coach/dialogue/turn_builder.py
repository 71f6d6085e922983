"""A turn while it is being worked out: what happens, what the coach says, the question he asks, all as events in order."""

from datetime import UTC, datetime
from typing import NamedTuple

from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.history import apply
from coach.phrases import Line, Phrasebook

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Option(NamedTuple):
    """A numbered answer: its value, and the words for it."""

    value: str
    label: Line


class Ask(NamedTuple):
    """A question: the fields wanted (contract 4), the line, numbered answers, what it turns on."""

    step: e.Step
    asks: tuple[str, ...]
    line: Line
    options: tuple[Option, ...] = ()
    about: tuple[str, ...] = ()


class TurnBuilder:
    """Events of one turn; each shows at once in `debrief`, a copy of the state the turn began with."""

    def __init__(self, debrief: Debrief, book: Phrasebook) -> None:
        self.debrief = debrief.apart()
        self.book = book
        self.events: list[e.Event] = []

    def emit(self, event: e.Event) -> None:
        """Lets an event happen."""
        self.events.append(event)
        apply(self.debrief, e.Recorded(self.debrief.id, self.debrief.version + 1, _NO_TIME, event))

    def say(self, key: str, **slots: object) -> None:
        """Says a line in a variant not yet heard in this talk; one whose key starts with `once.` at most once a talk."""
        if key.startswith("once.") and key in self.debrief.lines_used:
            return
        variant = self._variant(key)
        self.emit(e.CoachSaid(line=key, variant=variant, text=self.book.render(Line(key, slots), variant)))

    def ask(self, question: Ask) -> None:
        """Asks; the last thing in a turn."""
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
