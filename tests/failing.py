"""A journal that fails to write, for tests of what happens then."""

from collections.abc import Sequence
from datetime import datetime

from coach.domain import debrief_events as e
from coach.domain.summary import Summary
from coach.journal.memory import MemoryJournal
from coach.ports import JournalError


class Failing(MemoryJournal):
    """Fails at its nth append from now (0: never): before it keeps anything, or after it kept all, as a commit does
    whose last sync failed.
    """

    def __init__(self, at: int = 0, kept: bool = False, other_window: MemoryJournal | None = None) -> None:
        super().__init__(other_window)
        self.left, self.kept = at, kept

    def append(
        self,
        owner: str,
        stream: str,
        after: int,
        events: Sequence[e.Event],
        at: datetime,
        summary: Summary | None = None,
    ) -> list[e.Recorded]:
        """Fails once."""
        self.left -= 1
        found = [] if self.left == 0 and not self.kept else super().append(owner, stream, after, events, at, summary)
        if self.left == 0:
            raise JournalError("disk_error", path="", why="")
        return found
