"""The short forms of scripts/torture/run windows and scripts/torture/run migrations."""

from scripts.torture.migrations import WEAK, kill
from scripts.torture.windows import FORGETFUL, crowd


def test_eight_windows_on_one_store_lose_nothing_and_complain_of_nothing() -> None:
    told = crowd(8, 6)
    assert told.faults == []
    assert told.said == 48
    assert told.read >= 10


def test_the_harness_catches_windows_that_keep_nothing() -> None:
    assert crowd(1, 2, FORGETFUL).faults


def test_a_migration_that_is_killed_leaves_the_old_store_or_the_new_one() -> None:
    told = kill(4, debriefs=10)
    assert told.faults == []
    assert told.old + told.new == 4


def test_the_harness_catches_a_migration_without_a_transaction() -> None:
    assert kill(15, WEAK, debriefs=10).faults
