"""One fact put right: a key opens this, a key sets it."""

from coach.domain.vocabulary import values_of
from coach.phrases import Phrasebook
from coach.terminal.board import value_words
from coach.terminal.screens.picking import Picking

FORGET = "none"
"""What stands for: as if it had not been told."""


class Correcting(Picking):
    """Answers with a value of the fact, `none`, or None where nothing is to change."""

    def __init__(self, fact: str, now: str | None, book: Phrasebook) -> None:
        title = book.say("screen.correct.title", fact=book.say(f"screen.fact.{fact}"))
        values = [(value, value_words(book, fact, value)) for value in values_of(fact)]
        values.append((FORGET, book.say("screen.correct.forget")))
        super().__init__(title, book.say("screen.correct.foot"), values, now or FORGET)
