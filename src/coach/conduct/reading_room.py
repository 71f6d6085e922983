"""The facade that a reader's screens use: inbox, remarks, search and ledger of one store, with the index updated in
batches.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.conduct.identity import Identity
from coach.conduct.ledger import ledger
from coach.conduct.reviewing import InboxRequest, News, Reviewing
from coach.conduct.searching import Searching
from coach.domain.inbox import InboxFilter, InboxRow, Sort
from coach.ports import Clock, Journal
from coach.ports.queries import LedgerCounts, SearchIndex

if TYPE_CHECKING:
    from coach.reports.ledger import Ledger

LITTLE = 20_000
"""Events that may be indexed in passing; more are left to a caller that waits for them."""


class Place(NamedTuple):
    """A row of the inbox: its list and the position in it, from 0."""

    wanted: InboxFilter = InboxFilter()
    sort: Sort = "reasons"
    at: int = 0


class Opened(NamedTuple):
    """The inbox when opened: `total` debriefs, `unread` of them, and the rows around its place, from row `first` on."""

    total: int
    unread: int
    first: int
    rows: list[InboxRow]


class ReadingRoom:
    """All use cases of a reader; `who` is the author of his remarks."""

    def __init__(
        self, journal: Journal, index: SearchIndex, open_counts: Callable[[], LedgerCounts], clock: Clock, who: str
    ) -> None:
        self.who = who
        self.reviewing = Reviewing(journal, index, clock, who)
        self.searching = Searching(index, clock)
        self._journal = journal
        self._self = Identity(journal, who)
        self._index = index
        self._clock = clock
        self._open_counts = open_counts
        self._counts: LedgerCounts | None = None

    def index_new_events(self) -> tuple[int, int]:
        """Indexes one batch of new events; returns how many were indexed and how many remain. Raises JournalError."""
        taken = next(self._index.steps(), 0)
        return taken, self._index.behind() if taken else 0

    def reps(self) -> list[str]:
        """The reps with a debrief in the store."""
        return self.reviewing.inbox.owners()

    def products(self) -> list[str]:
        """The products given in the store's debriefs."""
        return self._journal.products()

    def opened(self, place: Place, page: int) -> Opened:
        """The list of a place, with the page that contains it, in pages of `page` rows."""
        wanted, inbox = self.reviewing.by_name(place.wanted), self.reviewing.inbox
        total = inbox.count(wanted)
        first = min(place.at, max(total - 1, 0)) // page * page
        unread = inbox.count(wanted._replace(unread=True))
        return Opened(total, unread, first, inbox.page(wanted, place.sort, page, first))

    def rows(self, place: Place, first: int, limit: int) -> list[InboxRow]:
        """Rows of the list of a place."""
        return self.reviewing.inbox.page(self.reviewing.by_name(place.wanted), place.sort, limit, first)

    def unread_from(self, place: Place, step: Literal[1, -1], shown: str = "") -> tuple[Place, str] | None:
        """The next unread debrief after a place (before it, with -1) and its id, or None.

        `shown` is the debrief being read at the place: if reading removed it from the list, its successor has moved up
        to the place.
        """
        wanted = self.reviewing.by_name(place.wanted)
        inbox, at = self.reviewing.inbox, place.at
        if shown and step == 1 and [row.id for row in inbox.page(wanted, place.sort, 1, at)] != [shown]:
            at -= 1
        found = inbox.unread_from(wanted, place.sort, at, step)
        if found is None:
            return None
        return place._replace(at=found), inbox.page(wanted, place.sort, 1, found)[0].id

    def asked(self) -> list[InboxRequest]:
        """Unanswered requests to `who` under any of his names; few new events are indexed first.

        Nothing is indexed if nobody else has remarked on anything: a rep who works alone would pay for it in time and
        memory.
        """
        return self.reviewing.asked_of(self._self.names()) if self._is_spoken_of() else []

    def news(self, most: int) -> list[News]:
        """Remarks by others on the debriefs of `who` since he last viewed them, latest first; otherwise as `asked`."""
        return self.reviewing.news_of(self._self.own_names(), most) if self._is_spoken_of() else []

    def _is_spoken_of(self) -> bool:
        if not self.reviewing.inbox.read_by_others(self.who):
            return False
        if self._index.behind() <= LITTLE:
            self._index.catch_up()
        return True

    def ledger(self, owner: str | None = None) -> "Ledger":
        """The ledger of everybody, or of one rep; that of `who` under all of his names. Raises JournalError."""
        if self._counts is None:
            self._counts = self._open_counts()
        return ledger(self._counts, self._clock.today(), owners=self._self.names_of(owner))

    def close(self) -> None:
        """Closes everything; may be called twice."""
        if self._counts is not None:
            self._counts.close()
        self._index.close()
