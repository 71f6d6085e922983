"""Dialog to correct a fact with one key."""

from coach.domain.vocabulary import values_of
from coach.phrases import Phrasebook
from coach.terminal.board import value_words
from coach.terminal.screens.picking import Picking

FORGET = "none"
"""The value for unknown."""


class Correcting(Picking):
    """Returns a value of the fact, `none`, or None for no change."""

    def __init__(self, fact: str, now: str | None, book: Phrasebook) -> None:
        title = book.say("screen.correct.title", fact=book.say(f"screen.fact.{fact}"))
        values = [(value, value_words(book, fact, value)) for value in values_of(fact)]
        values.append((FORGET, book.say("screen.correct.forget")))
        super().__init__(title, book.say("screen.correct.foot"), values, now or FORGET)
