"""The panel of a rehearsal: the rules before the start; after the end the scorecard, the attempts side by side, or the
customer's hidden side.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal import cards
from coach.terminal.widgets.card import Card

if TYPE_CHECKING:
    from coach.conduct.rehearsal_room import RehearsalResult


class ScoreCard(Card):
    """Shows one of its three views, in any language."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: tuple[Sequence[str], int] | None = None
        self._ending: tuple[RehearsalResult, str, int] | None = None
        self._revealed = self._compared = False

    def counts(self, names: Sequence[str], hint_cost: int, book: Phrasebook) -> None:
        """Shows the rules."""
        self._rules = names, hint_cost
        self.retell(book)

    def close(self, ending: "RehearsalResult", clock: str, pauses: int, book: Phrasebook) -> None:
        """Shows the scorecard after the end."""
        self._ending = ending, clock, pauses
        self.retell(book)

    def turn(self, face: str, book: Phrasebook) -> None:
        """Switches the view: `reveal` adds the customer's hidden side; `compare` shows the attempts side by side, or
        the scorecard again.
        """
        self._revealed = self._revealed or face == "reveal"
        self._compared = face == "compare" and not self._compared
        self.retell(book)

    def retell(self, book: Phrasebook) -> None:
        """Redraws in the current language."""
        if self._ending is not None:
            ending, clock, pauses = self._ending
            compared = cards.side_by_side(ending, book) if self._compared else None
            self.show(compared or cards.scorecard(ending, book, clock, pauses, revealed=self._revealed))
        elif self._rules is not None:
            self.show(cards.rules(*self._rules[:1], book, self._rules[1]))
