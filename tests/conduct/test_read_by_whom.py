"""Who has read a debrief, and what is new in it for whom: the rep's own look hides nothing from his manager, and his
manager's word reaches him.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from coach.conduct.reviewing import Reviewing
from coach.conduct.sharing import share, take
from coach.domain.inbox import InboxFilter, InboxRow
from coach.domain.summary import Query
from coach.journal.index import Index
from coach.journal.sqlite import SqliteJournal
from tests.made_up import Day, store


class Minutes(Day):
    """A clock, shared by all, that advances a minute at each reading."""

    _asked = count(1)

    def now(self) -> datetime:
        return super().now() + timedelta(minutes=next(self._asked))


class Store:
    """A store and its user."""

    def __init__(self, path: Path, who: str) -> None:
        self.journal, self.who = SqliteJournal(path), who
        self._index = Index(path)
        self.reviewing = Reviewing(self.journal, self._index, Minutes(), who)
        self.reviewing.catch_up()

    def hand_to(self, other: "Store", file: Path) -> None:
        share(self.journal, Minutes(), self.who, file)
        take(other.journal, file, other.who)
        other.reviewing.catch_up()

    def row(self, name: str) -> InboxRow:
        found = self.reviewing.inbox.get(name)
        assert found is not None
        return found

    def close(self) -> None:
        self._index.close()
        self.journal.close()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Store, Store, str]]:
    """A rep at his store, his manager at another, and a debrief of the rep's that nobody has read."""
    path = store(tmp_path / "rep", 60)
    journal = SqliteJournal(path)
    who = journal.summaries(Query(state="recorded"), 1)[0].owner
    journal.close()
    (tmp_path / "boss").mkdir()
    rep, boss = Store(path, who), Store(tmp_path / "boss" / "coach.db", "Boss")
    rows = rep.reviewing.inbox.page(InboxFilter(owner=who))
    name = next(row.id for row in rows if not rep.reviewing.review(row.id).readings)
    yield rep, boss, name
    rep.close()
    boss.close()


def test_ones_own_debriefs_are_unread_to_others_and_never_to_oneself(two: tuple[Store, Store, str], tmp_path: Path) -> None:  # fmt: skip
    rep, boss, name = two
    assert rep.reviewing.inbox.count(InboxFilter(owner=rep.who, unread=True)) == 0
    assert not rep.row(name).unread
    mixed = rep.reviewing.inbox.page(InboxFilter(), limit=1000)
    others = [n for n, row in enumerate(mixed) if row.unread]
    assert others
    assert all(mixed[n].owner != rep.who for n in others)
    assert rep.reviewing.inbox.count(InboxFilter(unread=True)) == len(others)
    assert rep.reviewing.inbox.unread_from(InboxFilter(), "reasons", -1) == others[0]
    rep.hand_to(boss, tmp_path / "a")
    assert boss.row(name).unread
    boss.reviewing.ask(name, "who signs?")
    boss.reviewing.mark_read(name)
    boss.hand_to(rep, tmp_path / "b")
    rep.reviewing.answer(name, "he does", rep.reviewing.review(name).open_requests[0])
    assert not rep.row(name).unread
    rep.hand_to(boss, tmp_path / "c")
    assert boss.row(name).unread


def test_a_debrief_that_its_rep_has_looked_at_is_still_unread_for_whoever_takes_it_in(
    two: tuple[Store, Store, str], tmp_path: Path
) -> None:
    rep, boss, name = two
    rep.reviewing.mark_read(name)
    assert not rep.row(name).unread
    rep.hand_to(boss, tmp_path / "a")
    assert boss.row(name).unread
    boss.reviewing.mark_read(name)
    assert not boss.row(name).unread


def test_a_managers_word_is_news_to_the_rep_until_he_has_looked(two: tuple[Store, Store, str], tmp_path: Path) -> None:
    rep, boss, name = two
    rep.reviewing.mark_read(name)
    rep.hand_to(boss, tmp_path / "a")
    boss.reviewing.comment(name, "why so fast?")
    boss.reviewing.ask(name, "who else signs?")
    assert boss.reviewing.news_of([boss.who], 9) == []
    boss.hand_to(rep, tmp_path / "b")
    news = rep.reviewing.news_of([rep.who], 99)
    assert [one.debrief.id for one in news if one.remark.by == "Boss"] == [name]
    rep.reviewing.mark_read(name)
    assert not [one for one in rep.reviewing.news_of([rep.who], 99) if one.debrief.id == name]
