"""A stage on a store of made-up debriefs: a reader and the reps, each at a desk of his own, one after the other."""

from pathlib import Path

from coach.conduct.desk import Desk
from coach.conduct.reading_room import ReadingRoom
from coach.conduct.reviewing import Reviewing
from coach.journal.index import Index
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies
from coach.ports import Journal
from tests.terminal.stage import Stage


class ReadingStage(Stage):
    """Desks on the store at `path`; `who` sits at the next one opened."""

    def __init__(self, path: Path, who: str = "周经理") -> None:
        super().__init__()
        self.path, self.who = path, who

    def desk(self) -> Desk:
        """A desk on the store."""

        def reading(journal: Journal) -> ReadingRoom:
            return ReadingRoom(journal, Index(self.path), lambda: Tallies(self.path), self.clock, self.who)

        return Desk(self.place(SqliteJournal(self.path), self.who), open_reading=reading)

    def reviewing(self) -> Reviewing:
        """The inbox, queried beside the screen."""
        reviewing = Reviewing(SqliteJournal(self.path), Index(self.path), self.clock, self.who)
        reviewing.catch_up()
        return reviewing
