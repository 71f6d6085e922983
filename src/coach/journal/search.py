"""Full-text search over transcripts and reviews, newest first, and search for customers and persons met by name or pinyin."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coach.domain.ids import debrief_of
from coach.domain.search_hits import Hit, HitLine
from coach.journal import index_sounds
from coach.journal.index_said import SPOKEN, TALK, mark, words_of
from coach.journal.search_tokens import match_expression, match_spans, prefilters, query_terms
from coach.journal.table import VERSIONS_PER_STREAM

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
_CASE = "select owner, customer, opened, verdict_class, due, overruled from cases where id = ? order by owner = ? desc"


class Search:
    """`coach.ports.queries.TextSearch` over an up-to-date index."""

    def __init__(self, index: "IndexConnections") -> None:
        self._index = index
        self._kinds: dict[int, str] = {}

    def find(self, query: str, *, limit: int = 50, owner: str | None = None, product: str | None = None, lines: int = 3) -> list[Hit]:  # fmt: skip
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
            if pieces and not self._kinds:
                self._kinds = {
                    no: name for no, name in self._index.source.execute("select no, name from kinds") if name in SPOKEN
                }
            by_people: list[Hit] = []
            by_coach: list[Hit] = []
            for piece in pieces:
                hit = self._hit(query, lines, *piece)
                (by_people if hit.by_person else by_coach).append(hit)
                if len(by_people) == limit:
                    break
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

    def _hit(self, query: str, lines: int, no: int, last: int, debrief: str | None, *case: Any) -> Hit:
        author = ""
        if debrief is None:
            author, name = self._index.source.execute("select owner, name from streams where no = ?", (no,)).fetchone()
            debrief = debrief_of(name)
            case = self._index.db.execute(_CASE, (debrief, author)).fetchone() or (author, "", "", None, None, None)
        owner, customer, opened, verdict, due, overruled = case
        found = self._lines(query, no, last, lines, author)
        return Hit(debrief, owner, customer, opened, verdict, due, overruled, found, bool(author))

    def _lines(self, query: str, no: int, last: int, lines: int, author: str) -> tuple[HitLine, ...]:
        found: list[HitLine] = []
        for parts in (prefilters(query), ()):
            for key, kind, body in self._bodies(no, last, parts):
                text = words_of(self._kinds[kind], body)
                where = match_spans(query, text)
                if where:
                    number = 0 if author else self._number(key)
                    found.append(HitLine(author or TALK[self._kinds[kind]], text, number, where))
                    if len(found) == lines:
                        break
            if found or not parts:
                break
        return tuple(found)

    def _bodies(self, no: int, last: int, parts: Sequence[str]) -> Sequence[tuple[int, int, str | None]]:
        kinds = ",".join(map(str, self._kinds))
        narrowed = f"and ({' or '.join(['instr(lower(body), ?)'] * len(parts))})" if parts else ""
        coach = ",".join(str(no) for no, name in self._kinds.items() if TALK.get(name) == "coach")
        question = f"select key, kind, body from events where key > ? and key <= ? and kind in ({kinds}) {narrowed} order by kind in ({coach}), key"  # noqa: S608
        return self._index.source.execute(
            question, (no * VERSIONS_PER_STREAM, no * VERSIONS_PER_STREAM + last, *parts)
        ).fetchall()

    def _number(self, key: int) -> int:
        """The number of a line in its transcript, from 1."""
        kinds = ",".join(str(no) for no, name in self._kinds.items() if name in TALK)
        first = key - key % VERSIONS_PER_STREAM
        question = f"select count(*) from events where key > ? and key <= ? and kind in ({kinds})"  # noqa: S608
        return int(self._index.source.execute(question, (first, key)).fetchone()[0])
