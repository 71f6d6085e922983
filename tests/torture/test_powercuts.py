"""The short form of scripts/torture/run powercuts."""

import pytest
from scripts.torture import disk
from scripts.torture.powercuts import run

pytestmark = pytest.mark.skipif(disk.compiler() is None, reason="the recording disk is built with a C compiler")


def test_a_power_cut_loses_nothing_acknowledged_and_breaks_nothing() -> None:
    told = run(60, sittings=2)
    assert told.faults == []
    assert told.cuts == 60


@pytest.mark.parametrize(("weak", "cuts"), [("normal", 200), ("wal", 30)])
def test_the_harness_catches_a_weaker_setting(weak: str, cuts: int) -> None:
    assert run(cuts, weak, sittings=1).lost > 0
