"""The query side, as protocols: inbox, search and the ledger's counts, all derived from the journal's events."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from coach.domain.inbox import InboxFilter, InboxRow, Sort
    from coach.domain.search_hits import Hit
    from coach.domain.tally import Tally


class InboxQueries(Protocol):
    """The inbox of an up-to-date index on one day."""

    def page(self, wanted: "InboxFilter", sort: "Sort" = ..., limit: int = 50, offset: int = 0) -> "list[InboxRow]":
        """The recorded debriefs that match, rows `offset` to `offset + limit`.

        Raises JournalError; ValueError for an unknown sort or reason.
        """
        ...

    def count(self, wanted: "InboxFilter") -> int:
        """The number of debriefs that match."""
        ...

    def get(self, debrief: str) -> "InboxRow | None":
        """The row of a debrief, recorded or not; None if there is none."""
        ...

    def unread_from(self, wanted: "InboxFilter", sort: "Sort", offset: int, step: Literal[1, -1] = 1) -> int | None:
        """The offset of the nearest unread row after (step 1) or before (-1) the row at `offset`, or None."""
        ...

    def read_by_others(self, who: str) -> bool:
        """Whether anybody but `who` has written a review, indexed or not."""
        ...

    def owners(self) -> list[str]:
        """All reps with a debrief, sorted."""
        ...


class TextSearch(Protocol):
    """Search over an up-to-date index."""

    def has_terms(self, query: str) -> bool:
        """Whether the query has a letter or digit to search for."""
        ...

    def find(
        self, query: str, *, limit: int = 50, owner: str | None = None, product: str | None = None, lines: int = 3
    ) -> "list[Hit]":
        """The newest `limit` debriefs and reviews that match every term, with up to `lines` matching lines each;
        `owner` restricts them to one rep, `product` to one product. Raises JournalError.
        """
        ...

    def count(self, query: str, owner: str | None = None, product: str | None = None) -> int:
        """The number of debriefs and reviews that match every term."""
        ...

    def customers(self, typed: str, limit: int = 10) -> list[str]:
        """Customers whose name matches in writing, pinyin or initials; newest first."""
        ...


class SearchIndex(Protocol):
    """The index behind inbox and search, derived from the events and updated outside their commits."""

    def inbox(self, today: date, own: Sequence[str] = ()) -> InboxQueries:
        """The inbox as of `today`; to a reader with these names, debriefs of his `own` are never unread."""
        ...

    def search(self) -> TextSearch:
        """Full-text and name search."""
        ...

    def catch_up(self, hints: Iterable[str] = ()) -> int:
        """Indexes all new events; returns how many. `hints` names streams known to have grown. Raises JournalError."""
        ...

    def steps(self, hints: Iterable[str] = ()) -> Iterator[int]:
        """`catch_up` as a generator that yields the number of events after each batch."""
        ...

    def behind(self) -> int:
        """The number of events that are not indexed yet."""
        ...

    def close(self) -> None:
        """Closes the index. Idempotent."""
        ...


class LedgerCounts(Protocol):
    """The counts that the ledger is computed from."""

    def tally(
        self,
        today: str,
        owners: Sequence[str] | None = None,
        product: str | None = None,
        since: str | None = None,
        until: str | None = None,
        groups: bool = True,
    ) -> "Tally":
        """The counts over recorded debriefs, optionally under these reps' names, of one product, and visits from
        `since` to `until` (ISO, inclusive); `groups` adds the counts by rep, product and month. Raises JournalError.
        """
        ...

    def close(self) -> None:
        """Closes the connection. Idempotent."""
        ...
