"""An id given by people names a debrief, or a rehearsal of one's own, and never anything else that lies in the store."""

import random

import pytest

from coach.conduct.archive import Archive
from coach.conduct.debriefing import Debriefing
from coach.conduct.lookup import debrief_stream, rehearsal_stream
from coach.conduct.practising import Practising
from coach.conduct.rehearsal_room import RehearsalRoom
from coach.conduct.workplace import Workplace
from coach.journal.memory import MemoryJournal
from coach.ports import RefusedError
from coach.roleplay.scenario_files import shipped
from tests.conduct.reps import Day, Told
from tests.roleplay.standin import StandIn

JOURNAL = MemoryJournal()
TALKS = Debriefing(JOURNAL, Told(), Day(), random.Random(1).randrange)
REHEARSALS = Practising(JOURNAL, StandIn(), Day(), random.Random(2).randrange)
DEBRIEF = TALKS.open("tom", "en").id
REHEARSAL = REHEARSALS.open("tom", "en", shipped()["bakery"], seed=1).id


def test_an_id_is_found_whole_and_by_either_end() -> None:
    assert {debrief_stream(JOURNAL, name) for name in (DEBRIEF, DEBRIEF[:9], DEBRIEF[-4:])} == {DEBRIEF}
    bare = REHEARSAL.partition(":")[2]
    assert {rehearsal_stream(JOURNAL, name, "tom") for name in (REHEARSAL, bare, bare[:9], bare[-4:])} == {REHEARSAL}


@pytest.mark.parametrize("name", ["", "zzzz", REHEARSAL, "practice:"])
def test_what_is_no_debrief_is_not_taken_for_one(name: str) -> None:
    room = RehearsalRoom(Workplace(JOURNAL, StandIn, Day(), random.Random(3).randrange, "tom"))
    for use in (Archive(JOURNAL, Day(), "tom").debrief, TALKS.resume, lambda name: room.begin_from(name, "en", "normal")):  # fmt: skip
        with pytest.raises(RefusedError, match="unknown_debrief"):
            use(name)


def test_two_debriefs_that_end_alike_are_not_told_apart_by_that_end() -> None:
    journal = MemoryJournal()
    desk = Debriefing(journal, Told(), Day(), random.Random(1).randrange)
    first, second = desk.open("tom", "en").id, desk.open("tom", "en").id
    assert first[:7] == second[:7]
    with pytest.raises(RefusedError, match="ambiguous"):
        debrief_stream(journal, first[:7])


@pytest.mark.parametrize("name", [REHEARSAL, REHEARSAL[-4:], "", DEBRIEF])
def test_nobody_finds_the_rehearsal_of_another(name: str) -> None:
    with pytest.raises(RefusedError, match="unknown_practice"):
        REHEARSALS.resume("eve", name)
    with pytest.raises(RefusedError, match="unknown_practice"):
        REHEARSALS.branch("eve", name, 1)
