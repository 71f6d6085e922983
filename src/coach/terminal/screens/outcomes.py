"""Recording of outcomes with one key: signed, lost with a reason, still open. Shared by home and casefile."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach.terminal import board, sheet
from coach.terminal.screens.base import CoachScreen

if TYPE_CHECKING:
    from coach.conduct.desk import Casefile


class Decided(NamedTuple):
    """A debrief that can have an outcome, and the current day."""

    name: str
    day: date


class OutcomeKeys(CoachScreen):
    """F3, F4 and F5 record the outcome of the shown or selected debrief."""

    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f3", "signed", ""),
        ("f4", "lost", ""),
        ("f5", "still_open", ""),
    ]

    @abstractmethod
    def decided(self) -> Decided | None:
        """The debrief that the keys apply to, if recorded."""

    @abstractmethod
    def outcome_kept(self, case: "Casefile") -> None:
        """Called after recording, with the debrief as it is now."""

    def action_signed(self) -> None:
        """Records that it was signed, on a day."""
        about = self.decided()
        if about:
            self._ask(
                "ask_signed", about.day.isoformat(), lambda day: self._record(about, "signed", date.fromisoformat(day))
            )

    def action_lost(self) -> None:
        """Records that it was lost, for a reason."""
        about = self.decided()
        if about:
            self._ask("ask_lost", "", lambda reason: self._record(about, "lost", about.day, reason))

    def action_still_open(self) -> None:
        """Records that it is still open."""
        about = self.decided()
        if about:
            self._record(about, "open", about.day)

    def _ask(self, key: str, given: str, then: Callable[[str], None]) -> None:
        from coach.terminal.screens.asking import Asking

        check = self.bad_day if key == "ask_signed" else lambda _: ""
        box = Asking(self.book.say(f"screen.case.{key}"), self.book.say("screen.case.enter"), given, check)
        self.app.push_screen(box, lambda text: None if text is None else then(text))

    def _record(self, about: Decided, outcome: str, on: date, reason: str = "") -> None:
        self.in_background(self._recorded, about, outcome, on, reason)

    async def _recorded(self, about: Decided, outcome: str, on: date, reason: str) -> None:
        case = await self.ask(lambda desk: desk.outcome(about.name, outcome, on, reason))
        self.outcome_kept(case)
        text = board.outcome_words(sheet.of_record(case.record), self.book)
        self.tell(self.book.say("screen.case.kept", text=text))
