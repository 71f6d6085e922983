"""Talks as they are read: the common base of debrief, rehearsal and casefile screens."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from coach.terminal import board, words
from coach.terminal.screens.base import CoachScreen
from coach.terminal.sheet import Sheet
from coach.terminal.widgets.findings import Findings
from coach.terminal.widgets.strips import OneLine
from coach.terminal.widgets.transcript import Transcript


class TranscriptView(CoachScreen):
    """A talk that is scrolled, selected from and copied, beside a card that can be hidden."""

    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("f2", "board", ""),
        ("f8", "copy_line", ""),
        ("f9", "copy_all", ""),
        ("escape", "leave", ""),
        ("alt+up,ctrl+up", "pick(-1)", ""),
        ("alt+down,ctrl+down", "pick(1)", ""),
        ("ctrl+home", "scroll_to_start", ""),
        ("ctrl+end", "scroll_to_end", ""),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._transcript = Transcript(*self.names())

    def names(self) -> tuple[str, str]:
        """The names of the speakers."""
        return self.book.say("screen.coach"), self.book.say("screen.rep")

    def action_board(self) -> None:
        """Shows or hides the card."""
        self.toggle_class("-board" if self.has_class("-narrow") else "-hidden")

    def action_page(self, direction: int) -> None:
        """Scrolls by a page."""
        shown = self.paged()
        shown.scroll_relative(y=direction * max(shown.size.height - 2, 1), animate=False)

    def paged(self) -> Widget:
        """What the keys for pages scroll: the talk."""
        return self._transcript

    def action_scroll_to_start(self) -> None:
        """Scrolls to the start."""
        self._transcript.scroll_home(animate=False)

    def action_scroll_to_end(self) -> None:
        """Scrolls to the end."""
        self._transcript.scroll_end(animate=False)

    def action_pick(self, step: int) -> None:
        """Selects another message."""
        self._transcript.pick(step)

    def action_copy_line(self) -> None:
        """Copies the selected message, or the last."""
        messages = self._transcript.messages
        picked = self._transcript.picked or (messages[-1] if messages else None)
        if picked:
            self.coach.copy(picked.text)

    def action_copy_all(self) -> None:
        """Copies the talk."""
        self.coach.copy(self._transcript.as_text())


class TalkView(TranscriptView):
    """A talk with its board."""

    def __init__(self, *, keys: Sequence[str]) -> None:
        super().__init__()
        self._board = Findings(self.book, keys=keys)

    def parts(self) -> ComposeResult:
        """The one-line board, talk and board."""
        yield OneLine(lambda width: board.glance(self.sheet, self.book, width), id="glance")
        with Horizontal(id="body"):
            yield self._transcript
            yield self._board

    @property
    def sheet(self) -> Sheet:
        """The sheet of the board."""
        return self._board.sheet

    def who(self) -> str:
        """Customer and contact."""
        return words.named(self.book, self.sheet.customer, self.sheet.contact)

    def retell(self) -> None:
        """Redraws the screen in its language; what was said stays unchanged."""
        super().retell()
        self._transcript.rename(*self.names())
        self._board.show(self.sheet, self.book)

    def paged(self) -> Widget:
        """The talk, or the board if it replaces the talk."""
        return self._board if self.has_class("-narrow") and self.has_class("-board") else self._transcript

    def action_leave(self) -> None:
        """Home."""
        self.coach.go_home()
