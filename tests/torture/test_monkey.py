"""The short form of scripts/torture/run monkey."""

from scripts.torture.monkey import HASTY, sitting


def test_keys_and_clicks_at_random_never_end_the_screen() -> None:
    for seed in range(3):
        told = sitting(seed, 80)
        assert told.faults == []
    assert told.pressed > 20


def test_the_harness_catches_dialogs_that_close_twice() -> None:
    assert any(sitting(seed, 150, HASTY).faults for seed in range(1, 9))
