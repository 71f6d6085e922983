"""What a screen asks of the app that shows it: the language and the desk of all screens, and the ways to the others."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.screen import Screen

    from coach.conduct.reading_room import Place
    from coach.terminal.beginning import Begin
    from coach.terminal.desk_worker import DeskWorker


class Shell(Protocol):
    """The app, as its screens know it."""

    language: str
    follow_language: bool
    seed: int
    home_at: str
    working: str
    worker: "DeskWorker"

    def go_home(self) -> None:
        """Shows the home screen anew, at the row where it was left."""

    def go_back(self, back: "Callable[[], Screen[None]] | None") -> None:
        """Returns to the previous screen, otherwise home."""

    def open_debrief(self, name: str | None = None, again: str | None = None) -> None:
        """Opens a new debrief, a resumed one, or one judged anew."""

    def open_case(self, name: str, line: int = 0, place: "Place | None" = None) -> None:
        """Opens a casefile: from its start or at line `line` of the talk (1 = the first), or for reading from a place
        in the inbox.
        """

    def open_inbox(self, place: "Place | None" = None) -> None:
        """Opens the inbox at a place."""

    def rehearse(self, begin: "Begin") -> None:
        """Opens a rehearsal."""

    def action_new_debrief(self) -> None:
        """Starts a debrief, from anywhere but a debrief."""

    def action_rehearse(self) -> None:
        """Shows the shelf of customers to rehearse with."""

    def speak(self, language: str) -> None:
        """Sets the language as chosen by the user."""

    def set_theme(self, theme: str) -> None:
        """Sets the theme."""

    def copy(self, text: str) -> None:
        """Copies to the clipboard and notifies."""

    def note_fault(self, error: Exception) -> None:
        """Reports a failure that was shown; unexpected ones also go to a private crash report."""
