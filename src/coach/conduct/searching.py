"""Full-text search over everything said, and search by the customer's name."""

from typing import NamedTuple

from coach.domain.cleaning import clean_line
from coach.domain.inbox import InboxFilter, InboxRow
from coach.domain.search_hits import Hit
from coach.ports import Clock, RefusedError
from coach.ports.queries import SearchIndex

CONTEXT = 36
"""Characters shown on either side of a match."""


class Excerpt(NamedTuple):
    """An excerpt of a line around its first match, with the positions of all matches in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


class SearchResult(NamedTuple):
    """The result of a query: customers and contacts matched by name (written form, pinyin, initials) with their latest
    debriefs, then talk and remarks, latest first.
    """

    customers: tuple[str, ...]
    debriefs: tuple[InboxRow, ...]
    hits: tuple[Hit, ...]
    day: str
    """The current day in ISO format; what is due before it is overdue."""


class Searching:
    """Searches one store. The index is to be caught up before the first query, never within a turn."""

    def __init__(self, index: SearchIndex, clock: Clock) -> None:
        self._index = index
        self._search = index.search()
        self._clock = clock

    def find(self, query: str, limit: int = 50, owner: str | None = None, product: str | None = None) -> SearchResult:
        """Everything that contains the query, only of one rep with `owner`, of one product with `product`. Raises
        RefusedError `text` if the query has no letter or digit; JournalError.
        """
        if not self._search.has_terms(query):
            raise RefusedError("text")
        customers = tuple(self._search.customers(query))
        wanted = InboxFilter(owner=owner, product=product, customers=customers) if customers else None
        day = self._clock.today()
        inbox = self._index.inbox(day)
        debriefs = tuple(inbox.page(wanted, "latest", min(limit, 10))) if wanted else ()
        hits = self._search.find(query, limit=limit, owner=owner, product=product)
        return SearchResult(customers, debriefs, tuple(hits), day.isoformat())

    def count(self, query: str, owner: str | None = None, product: str | None = None) -> int:
        """The number of talks and remarks that contain the query."""
        return self._search.count(query, owner, product)


def excerpt(text: str, spans: tuple[tuple[int, int], ...], around: int = CONTEXT) -> Excerpt:
    """One line around the first match; space unused on one side goes to the other; an ellipsis marks omissions."""
    first, last = spans[0] if spans else (0, 0)
    free_before, free_behind = max(around - first, 0), max(last + around - len(text), 0)
    begin, end = max(0, first - around - free_behind), min(len(text), last + around + free_before)
    before, piece = "…" if begin else "", text[begin:end]
    head = clean_line(piece[: first - begin])
    gap = " " if head and piece[first - begin - 1 : first - begin].isspace() else ""
    shown, marks = before + head + gap, []
    at = first
    for start, stop in spans:
        if stop > end or start < at:
            break
        shown += clean_line(f"|{text[at:start]}|")[1:-1] if start > at else ""
        word = clean_line(text[start:stop])
        marks.append((len(shown), len(shown) + len(word)))
        shown, at = shown + word, stop
    rest = clean_line(f"|{text[at:end]}|")[1:-1]
    return Excerpt(shown + rest + ("…" if end < len(text) else ""), tuple(marks))
