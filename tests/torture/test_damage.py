"""The short form of scripts/torture/run damage."""

import pytest
from scripts.torture import disk, failing, wrong_files
from scripts.torture.damage import flipped, unchained
from scripts.torture.typing_rep import DEBRIEF, REHEARSAL


def test_a_flipped_bit_is_reported_or_harmless_and_the_rest_can_be_saved() -> None:
    told = flipped(36)
    assert told.faults == []
    assert told.reported > 8


def test_the_harness_catches_a_store_without_a_chain() -> None:
    with unchained():
        assert flipped(40).faults


@pytest.mark.parametrize("name", ["cut in half", "newer", "an older copy"])
def test_a_wrong_file_is_named_and_left_as_it_is(name: str) -> None:
    assert list(wrong_files.wrong(name, wrong_files.SHORT)) == []


def test_a_store_nobody_may_write_is_named_and_left_as_it_is() -> None:
    assert list(wrong_files.read_only(wrong_files.SHORT)) == []


@pytest.mark.skipif(disk.compiler() is None, reason="the failing disk is built with a C compiler")
@pytest.mark.parametrize(("call", "kind"), [(5, DEBRIEF), (109, DEBRIEF), (112, DEBRIEF), (60, REHEARSAL)])
def test_what_a_failing_disk_refused_stays_on_the_screen_and_is_kept_once(call: int, kind: str) -> None:
    told = failing.fail(call, kind)
    assert told.faults == []
    assert told.met
