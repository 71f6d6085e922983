"""Rephrasing of the open question, which does not count as asking again."""

from copy import copy

from coach.dialogue import agenda
from coach.dialogue.turn_builder import Ask, Option, TurnBuilder
from coach.domain.debrief import Debrief
from coach.domain.debrief_events import RESTATED
from coach.phrases import Line


def restate(turn: TurnBuilder) -> None:
    """Asks the open question in other words and in the current language, without counting it as asked again."""
    open_ = turn.debrief.question
    if open_ is None:
        return
    fresh = agenda.question(_before_asking(turn.debrief))
    if fresh and fresh.line.key == open_.line:
        line, options = fresh.line, fresh.options
    else:
        slotless = open_.line in turn.book and "{" not in "".join(turn.book.entries[open_.line])
        line = Line(open_.line) if slotless else Line("restate.question", {"question": open_.text})
        options = tuple(
            Option(choice.value, Line("restate.label", {"label": choice.label})) for choice in open_.choices
        )
    about = open_.about if open_.restated else (*open_.about, RESTATED)
    turn.ask(Ask(open_.step, open_.asks, line, options, about))


def _before_asking(d: Debrief) -> Debrief:
    """The state in which the open question was asked."""
    before, asked = copy(d), list(d.asked)
    while asked and asked[-1].restated:
        asked.pop()
    before.asked = tuple(asked[:-1])
    return before
