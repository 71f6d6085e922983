"""What is due, however much of it there is: the most winnable first, nothing crowded out, nothing left out in silence."""

from datetime import date
from pathlib import Path

import pytest

from coach.conduct.archive import Archive
from coach.conduct.desk import RECENT, Desk
from coach.conduct.workplace import Workplace
from coach.domain.rulebook import expiry_of
from coach.journal.sqlite import SqliteJournal
from coach.listening.listener import EmbeddedListener
from tests.made_up import TODAY, Day, store

FEW = 5


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(SqliteJournal(store(tmp_path)), Day(), "Boss")


def test_of_the_terms_that_ran_out_the_as_come_first_and_of_a_class_the_latest(archive: Archive) -> None:
    rows = archive.due(everybody=True).overdue
    assert len(rows) > FEW
    classes = [row.verdict_class for row in rows]
    assert classes == sorted(classes, key=str)
    of_a = [row.deadline for row in rows if row.verdict_class == "A"]
    assert of_a == sorted(of_a, key=str, reverse=True)
    assert len(of_a) > 1


def test_steps_that_were_missed_never_crowd_out_those_to_come(archive: Archive) -> None:
    whole, cut = archive.due(everybody=True), archive.due(everybody=True, most=FEW)
    assert len(whole.late) > FEW
    assert list(cut.steps) == list(whole.steps[:FEW])
    assert all(date.fromisoformat(row.next_date or "") >= TODAY for row in cut.steps)
    missed = [row.next_date for row in whole.late]
    assert missed == sorted(missed, key=str, reverse=True)
    assert max(map(str, missed)) < TODAY.isoformat()
    assert not {row.id for row in whole.late} & {row.id for row in whole.overdue}


def test_what_is_left_out_is_counted(archive: Archive) -> None:
    whole, cut = archive.due(everybody=True), archive.due(everybody=True, most=FEW)
    assert not whole.left_out
    for name, rows in whole.lists().items():
        told = cut.lists()[name]
        assert list(told) == list(rows[:FEW])
        assert len(told) + cut.left_out.get(name, 0) == len(rows)
    assert cut.total == whole.total
    assert cut.left_out


def test_what_ran_out_stands_in_no_other_list_of_home_however_many_there_are_r8(tmp_path: Path) -> None:
    desk = Desk(Workplace(SqliteJournal(store(tmp_path)), EmbeddedListener, Day(), lambda below: 0, "Boss"))
    agenda = desk.agenda(everybody=True)
    assert agenda.left_out["overdue"]
    assert len(agenda.recent) == RECENT
    assert not [row.id for row in (*agenda.due, *agenda.late, *agenda.recent) if expiry_of(row, TODAY).overdue]
