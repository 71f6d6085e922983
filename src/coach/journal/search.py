"""Full-text search over transcripts and reviews, newest first, and search for customers and persons met by name or pinyin."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from coach.domain.ids import debrief_of
from coach.domain.search_hits import Hit, HitLine
from coach.journal import index_sounds
from coach.journal.index_said import TALK, mark
from coach.journal.search_lines import SaidLine, SaidLines
from coach.journal.search_tokens import match_expression, query_terms

if TYPE_CHECKING:
    from coach.journal.index_connections import IndexConnections


_PIECES = (
    "select p.no, p.last, c.id, c.owner, c.customer, c.opened, c.verdict_class, c.due, c.overruled"
    " from said join pieces p on p.piece = said.rowid left join cases c on c.no = p.no"
    " where said match ? order by said.rowid desc limit ?"
)
_DEEPER = 2
"""Factor by which more pieces are fetched than shown, because lines of the coach match in many debriefs and would crowd
out people's.
"""
_AT_ONCE = 20
"""Pieces read at once."""
_CASE = "select owner, customer, opened, verdict_class, due, overruled from cases where id = ? order by owner = ? desc"


class Search:
    """`coach.ports.queries.TextSearch` over an up-to-date index."""

    def __init__(self, index: "IndexConnections") -> None:
        self._index = index

    def find(
        self, query: str, *, limit: int = 50, owner: str | None = None, product: str | None = None, lines: int = 3
    ) -> list[Hit]:
        """The newest `limit` pieces that match every term, with up to `lines` matching lines each; `owner` restricts
        them to one rep, `product` to one product.

        Among the newest `_DEEPER * limit` matches, those said by people come first. A query without letters or digits
        finds nothing. Raises JournalError.
        """
        asked = self._expression(query, owner, product)
        if not asked:
            return []
        with self._index.glance():
            pieces = self._index.db.execute(_PIECES, (asked, limit * _DEEPER)).fetchall()
            by_people: list[Hit] = []
            by_coach: list[Hit] = []
            source = SaidLines(self._index.source)
            while pieces and len(by_people) < limit:
                for hit in self._hits(source, query, pieces[:_AT_ONCE], lines):
                    (by_people if hit.by_person else by_coach).append(hit)
                pieces = pieces[_AT_ONCE:]
            return [*by_people, *by_coach][:limit]

    def has_terms(self, query: str) -> bool:
        """Whether the query has a letter or digit to search for."""
        return bool(query_terms(query))

    def count(self, query: str, owner: str | None = None, product: str | None = None) -> int:
        """The number of pieces that match every term."""
        asked = self._expression(query, owner, product)
        if not asked:
            return 0
        with self._index.working():
            return int(self._index.db.execute("select count(*) from said where said match ?", (asked,)).fetchone()[0])

    def customers(self, typed: str, limit: int = 10) -> list[str]:
        """Names of customers and of persons met that match in writing, pinyin or initials; newest first."""
        with self._index.working():
            return index_sounds.matching(self._index.db, typed, limit)

    def _expression(self, query: str, owner: str | None, product: str | None) -> str:
        asked = match_expression(query)
        if not asked:
            return ""
        with self._index.working():
            db = self._index.db
            owned = [] if owner is None else [mark(db, "owner", owner)]
            sold = [] if product is None else [mark(db, "product", product)]
        return " AND ".join([asked, *(f'"{token}"' for token in (*owned, *sold))])

    def _hits(self, source: SaidLines, query: str, pieces: Sequence[tuple[Any, ...]], most: int) -> Iterator[Hit]:
        """The pieces, as `_PIECES` gives them, with up to `most` matching lines each."""
        found = source.matching(query, [(no, last) for no, last, *_ in pieces], most)
        numbers = source.numbers(line.key for lines in found.values() for line in lines)
        for no, _, debrief, *case in pieces:
            if debrief is None:
                yield self._review(no, found.get(no, ()))
            else:
                talk = [
                    HitLine(TALK[line.kind], line.text, numbers[line.key], line.spans) for line in found.get(no, ())
                ]
                yield Hit._make((debrief, *case, tuple(talk), False))

    def _review(self, no: int, lines: Sequence[SaidLine]) -> Hit:
        author, name = self._index.source.execute("select owner, name from streams where no = ?", (no,)).fetchone()
        debrief = debrief_of(name)
        case = self._index.db.execute(_CASE, (debrief, author)).fetchone() or (author, "", "", None, None, None)
        return Hit._make((debrief, *case, tuple(HitLine(author, line.text, 0, line.spans) for line in lines), True))
