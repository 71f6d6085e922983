"""A debrief is erased with all that was said because of it, wherever it went on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.conduct.erasing import erase, traces
from coach.journal.sqlite import SqliteJournal
from coach.ports import RefusedError
from tests.conduct.test_two_machines import Machine
from tests.conduct.test_two_machines import at as at
from tests.made_up import TODAY


def bodies(machine: Machine) -> list[str]:
    places = [(owner, stream) for stream in machine.journal.streams() for owner in machine.journal.owners(stream)]
    return [row.body for owner, stream in places for row in machine.journal.sealed(owner, stream) if row.body]


def test_the_copy_in_which_it_went_on_goes_with_it(at: Callable[[str, str], Machine], tmp_path: Path) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    begun = laptop.talking().open("Ann", "en", today=TODAY)
    begun.release()
    desk.take(laptop.share(tmp_path / "1"))
    there = desk.talking().resume(begun.id, "Ann")
    there.release()
    desk.reviewing.comment(there.id, "SECRET")
    for either in (begun.id, there.id):
        found = traces(desk.journal, either)
        assert {stream for _, stream in found.talks} == {begun.id, there.id}
    assert erase(desk.journal, desk.clock, traces(desk.journal, begun.id)) > 0
    assert bodies(desk) == []
    assert desk.journal.summaries() == []
    with pytest.raises(RefusedError, match="erased"):
        traces(desk.journal, there.id)


def test_a_talk_that_is_open_in_another_window_is_not_erased(at: Callable[[str, str], Machine]) -> None:
    laptop = at("laptop", "Ann")
    begun = laptop.talking().open("Ann", "en", today=TODAY)
    other = SqliteJournal(laptop.path)
    before = bodies(laptop)
    with pytest.raises(RefusedError, match="held"):
        erase(other, laptop.clock, traces(other, begun.id))
    assert bodies(laptop) == before
    other.close()
