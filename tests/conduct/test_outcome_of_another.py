"""What became of a visit, told by the rep, by his manager, or by both, in one store and by file."""

from datetime import date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from coach.conduct.archive import Archive
from coach.conduct.ledger import ledger
from coach.conduct.reviewing import Reviewing
from coach.conduct.sharing import share, take
from coach.domain.debrief import Debrief
from coach.domain.summary import Query, Summary
from coach.journal.doctor import doctor
from coach.journal.index import Index
from coach.journal.memory import MemoryJournal
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies
from tests.made_up import NOW, TODAY, store


class Hours:
    """A clock that advances an hour at each reading."""

    def __init__(self) -> None:
        self._now = NOW

    def now(self) -> datetime:
        self._now += timedelta(hours=1)
        return self._now

    def today(self) -> date:
        return TODAY


class Desk:
    """A store and its user, who shares and imports."""

    def __init__(self, path: Path, who: str, clock: Hours) -> None:
        self.path, self.who, self.clock = path, who, clock
        self.journal = SqliteJournal(path)
        self.archive = Archive(self.journal, clock, who)

    def reviewing(self) -> Reviewing:
        reviewing = Reviewing(self.journal, Index(self.path), self.clock, self.who)
        reviewing.catch_up()
        return reviewing

    def share(self, file: Path) -> Path:
        share(self.journal, self.clock, self.who, file)
        return file

    def take(self, *files: Path) -> None:
        for file in files:
            assert take(self.journal, file, self.who).refused == ()

    def row(self, debrief: str) -> Summary:
        (row,) = self.journal.summaries(Query(id=debrief))
        return row


@pytest.fixture
def clock() -> Hours:
    return Hours()


@pytest.fixture
def rep(tmp_path: Path, clock: Hours) -> Desk:
    path = store(tmp_path / "rep", 60)
    journal = SqliteJournal(path)
    who = max(journal.reps(), key=lambda name: len(open_ones(journal, name)))
    journal.close()
    return Desk(path, who, clock)


@pytest.fixture
def manager(tmp_path: Path, clock: Hours) -> Desk:
    return Desk(tmp_path / "manager" / "coach.db", "Ms Boss", clock)


def open_ones(journal: SqliteJournal, owner: str) -> list[Summary]:
    undecided = journal.summaries(Query(owners=(owner,), undecided=True), limit=-1)
    return [row for row in undecided if row.outcome is None]


def events_of(desk: Desk, debrief: str) -> set[tuple[str, str, bytes]]:
    names = (debrief, f"review:{debrief}")
    return {
        (owner, name, row.chain)
        for name in names
        for owner in desk.journal.owners(name)
        for row in desk.journal.sealed(owner, name)
    }


def test_rep_and_manager_go_on_with_the_same_debrief_and_nothing_is_refused_or_lost(
    rep: Desk, manager: Desk, tmp_path: Path
) -> None:
    debrief = open_ones(rep.journal, rep.who)[0].id
    manager.take(rep.share(tmp_path / "1"))
    manager.archive.record_outcome(debrief, "lost", TODAY, "a rival was cheaper")
    manager.reviewing().comment(debrief, "what did they offer?")
    rep.archive.record_outcome(debrief, "signed", TODAY)
    manager.take(rep.share(tmp_path / "2"))
    rep.take(manager.share(tmp_path / "3"))
    assert events_of(rep, debrief) == events_of(manager, debrief)
    for desk in (rep, manager):
        review = desk.reviewing().review(debrief)
        assert (desk.row(debrief).outcome, desk.archive.debrief(debrief).outcome_by) == ("signed", "")
        assert [(one.by, one.outcome, one.reason) for one in review.outcomes] == [
            ("Ms Boss", "lost", "a rival was cheaper")
        ]
        assert [one.text for one in review.comments if one.by == "Ms Boss"] == ["what did they offer?"]


def test_the_files_may_come_in_any_order_and_twice(rep: Desk, manager: Desk, tmp_path: Path, clock: Hours) -> None:
    debrief = open_ones(rep.journal, rep.who)[0].id
    first = rep.share(tmp_path / "1")
    manager.take(first)
    manager.archive.record_outcome(debrief, "lost", TODAY, "no budget")
    told = manager.share(tmp_path / "2")
    rep.archive.record_outcome(debrief, "open", TODAY)
    second = rep.share(tmp_path / "3")
    rows = set()
    for n, order in enumerate(permutations([first, told, second])):
        other = Desk(tmp_path / f"other{n}" / "coach.db", "Ms Chief", clock)
        other.take(*order, *order)
        rows.add(other.row(debrief))
        findings = [finding.code for finding in doctor(other.path)]
        assert "projection_differs" not in findings
        assert other.journal.rebuild() > 0
        assert other.row(debrief) in rows
    assert len(rows) == 1


def test_every_visit_is_counted_once_whoever_told_its_outcome(rep: Desk, manager: Desk, tmp_path: Path) -> None:
    mine = open_ones(rep.journal, rep.who)
    manager.take(rep.share(tmp_path / "1"))
    before = ledger(Tallies(manager.path), TODAY)
    for row in mine:
        manager.archive.record_outcome(row.id, "signed", TODAY)
    rep.archive.record_outcome(mine[0].id, "signed", TODAY)
    manager.take(rep.share(tmp_path / "2"))
    after = ledger(Tallies(manager.path), TODAY)
    assert after.debriefs == before.debriefs
    signed = [sum(push.signed_there + push.signed_later for push in one.pushes) for one in (before, after)]
    assert signed[1] - signed[0] == len(mine)


def test_what_the_rep_says_was_signed_or_lost_stands_and_short_of_that_the_latest_word(
    rep: Desk, manager: Desk, tmp_path: Path
) -> None:
    debrief = open_ones(rep.journal, rep.who)[0].id
    manager.take(rep.share(tmp_path / "up0"))
    number = 0

    def stands(desk: Desk, outcome: str) -> tuple[str | None, str]:
        nonlocal number
        number += 1
        desk.archive.record_outcome(debrief, outcome, TODAY)
        manager.take(rep.share(tmp_path / f"up{number}")) if desk is rep else None
        found: Debrief = manager.archive.debrief(debrief)
        assert found.outcome is not None
        assert manager.row(debrief).outcome == found.outcome.outcome
        return found.outcome.outcome, found.outcome_by

    assert stands(rep, "open") == ("open", "")
    assert stands(manager, "lost") == ("lost", "Ms Boss")
    assert stands(rep, "open") == ("open", "")
    assert stands(manager, "signed") == ("signed", "Ms Boss")
    assert stands(rep, "lost") == ("lost", "")
    assert stands(manager, "signed") == ("lost", "")


def test_an_outcome_told_before_the_debrief_is_here_counts_once_it_is(rep: Desk, manager: Desk, tmp_path: Path) -> None:
    debrief = open_ones(rep.journal, rep.who)[0].id
    manager.take(rep.share(tmp_path / "1"))
    manager.archive.record_outcome(debrief, "signed", TODAY)
    memory = MemoryJournal()
    take(memory, manager.share(tmp_path / "2"), "Ms Chief")
    assert memory.summaries() == []
    take(memory, tmp_path / "1", "Ms Chief")
    assert memory.summaries(Query(id=debrief))[0].outcome == "signed"
