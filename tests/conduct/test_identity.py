"""Whose debriefs these are, on the home screen and in what is due."""

import secrets
from pathlib import Path

import pytest

from coach.conduct.archive import Archive
from coach.conduct.debriefing import Debriefing
from coach.conduct.demonstration import furnish
from coach.conduct.desk import Desk
from coach.conduct.identity import Identity
from coach.conduct.sharing import share, take
from coach.conduct.workplace import Workplace
from coach.domain.summary import Query
from coach.journal.memory import MemoryJournal
from coach.locations import assets
from coach.ports import RefusedError
from tests.made_up import Day


class Deaf:
    """A listener for talks in which nothing is said."""

    hear = acts = None


def desk(journal: MemoryJournal, who: str) -> Desk:
    return Desk(Workplace(journal, Deaf, Day(), secrets.randbelow, who))  # type: ignore[arg-type]


def ids(agenda: object) -> set[str]:
    lists = ("overdue", "meeting", "due", "unfinished", "recent")
    return {row.id for name in lists for row in getattr(agenda, name)}


@pytest.fixture
def rep() -> MemoryJournal:
    """The demonstration's own debriefs, without her colleagues' and the reader's remarks."""
    furnished, journal = MemoryJournal(), MemoryJournal()
    furnish(furnished, Day(), "Ann", assets() / "demo", "en")
    journal.hand = furnished.hand
    for stream in furnished.streams():
        if furnished.owner_of(stream) == "Ann":
            journal.import_events("Ann", stream, furnished.sealed("Ann", stream))
    journal.rebuild()
    return journal


@pytest.fixture
def manager(rep: MemoryJournal, tmp_path: Path) -> MemoryJournal:
    journal = MemoryJournal()
    share(rep, Day(), "Ann", tmp_path / "up")
    take(journal, tmp_path / "up", "Boss")
    return journal


def test_what_came_by_file_is_not_on_ones_own_agenda_but_on_everybodys(
    rep: MemoryJournal, manager: MemoryJournal
) -> None:
    boss = desk(manager, "Boss")
    assert ids(boss.agenda()) == set()
    assert boss.agenda().shared
    assert ids(boss.agenda(everybody=True)) == ids(desk(rep, "Ann").agenda())
    archive = Archive(manager, Day(), "Boss")
    assert archive.due().empty
    assert archive.due(everybody=True) == Archive(rep, Day(), "Ann").due()


def test_ones_own_stays_ones_own_beside_what_came_by_file(manager: MemoryJournal) -> None:
    talk = Debriefing(manager, Deaf(), Day(), secrets.randbelow).open("Boss", "en")  # type: ignore[arg-type]
    talk.release()
    assert ids(desk(manager, "Boss").agenda()) == {talk.id}
    assert talk.id in ids(desk(manager, "Boss").agenda(everybody=True))


def test_a_new_name_hides_nothing_that_was_held_under_the_old_one(
    rep: MemoryJournal, manager: MemoryJournal, tmp_path: Path
) -> None:
    before = ids(desk(rep, "Ann").agenda())
    assert ids(desk(rep, "Anna").agenda()) == before
    assert not desk(rep, "Anna").agenda().shared
    share(manager, Day(), "Boss", tmp_path / "nothing")
    Debriefing(manager, Deaf(), Day(), secrets.randbelow).open("Boss", "en").release()  # type: ignore[arg-type]
    share(manager, Day(), "Boss", tmp_path / "down")
    take(rep, tmp_path / "down", "Anna")
    assert desk(rep, "Anna").agenda().shared
    assert ids(desk(rep, "Anna").agenda()) == before
    assert Identity(rep, "Anna").names() == ("Anna", "Ann")


def test_ones_own_debriefs_on_another_machine_are_ones_own_there(rep: MemoryJournal, tmp_path: Path) -> None:
    elsewhere = MemoryJournal()
    share(rep, Day(), "Ann", tmp_path / "own")
    take(elsewhere, tmp_path / "own", "Ann")
    assert ids(desk(elsewhere, "Ann").agenda()) == ids(desk(rep, "Ann").agenda())


def test_two_people_at_one_store_are_two_once_one_of_them_says_so(rep: MemoryJournal) -> None:
    anns = ids(desk(rep, "Ann").agenda())
    talk = Debriefing(rep, Deaf(), Day(), secrets.randbelow).open("Bob", "en")  # type: ignore[arg-type]
    talk.release()
    assert ids(desk(rep, "Bob").agenda()) == {talk.id} | anns
    Identity(rep, "Bob").declare(mine=(), others=("Ann",))
    assert ids(desk(rep, "Bob").agenda()) == {talk.id}
    assert desk(rep, "Bob").agenda().shared
    assert Identity(rep, "Bob").own_names() == ("Bob",)
    unfinished = rep.summaries(Query(state="open", owners=("Ann",)))[0].id
    with pytest.raises(RefusedError, match="not_own"):
        desk(rep, "Bob").resume(unfinished)
    Identity(rep, "Anna").declare(mine=("Ann",), others=("Bob",))
    assert ids(desk(rep, "Anna").agenda()) == anns
    assert Identity(rep, "Anna").names() == ("Anna", "Ann")


def test_what_came_by_file_under_an_old_name_is_ones_own_once_one_says_so(manager: MemoryJournal) -> None:
    assert ids(desk(manager, "Anna").agenda()) == set()
    Identity(manager, "Anna").declare(mine=("Ann",), others=())
    assert ids(desk(manager, "Anna").agenda()) == ids(desk(manager, "Ann").agenda())
    Identity(manager, "Anna").declare(mine=(), others=("Ann",))
    assert ids(desk(manager, "Anna").agenda()) == set()


def test_under_a_new_name_an_outcome_goes_into_ones_own_debrief(rep: MemoryJournal, tmp_path: Path) -> None:
    row = Archive(rep, Day(), "Anna").due().overdue[0]
    found = Archive(rep, Day(), "Anna").record_outcome(row.id, "lost", Day().today())
    assert (found.outcome_by, rep.owners(f"review:{row.id}")) == ("", [])
    assert rep.owner_of(row.id) == "Ann"
    share(rep, Day(), "Anna", tmp_path / "new")
    elsewhere = MemoryJournal()
    take(elsewhere, tmp_path / "new", "Boss")
    assert elsewhere.summaries(Query(id=row.id))[0].outcome == "lost"


def test_nobody_goes_on_with_the_talk_of_another(manager: MemoryJournal) -> None:
    unfinished = manager.summaries(Query(state="open"))[0].id
    with pytest.raises(RefusedError, match="not_own"):
        desk(manager, "Boss").resume(unfinished)
    desk(manager, "Ann").resume(unfinished).release()


def test_what_is_ones_own_is_handed_over_under_whatever_name_it_was_held(rep: MemoryJournal, tmp_path: Path) -> None:
    Debriefing(rep, Deaf(), Day(), secrets.randbelow).open("Bob", "en").release()  # type: ignore[arg-type]
    Identity(rep, "Anna").declare(mine=("Ann",), others=("Bob",))
    assert share(rep, Day(), "Anna", tmp_path / "up").streams == rep.count(Query(owners=("Ann",)))
    boss = MemoryJournal()
    take(boss, tmp_path / "up", "Boss")
    assert {row.owner for row in boss.summaries(limit=-1)} == {"Ann"}
    assert share(rep, Day(), "Anna", tmp_path / "again").streams == 0
