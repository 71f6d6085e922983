"""The short form of scripts/torture/run monkey."""

from scripts.torture.monkey import HASTY, sitting


def test_keys_and_clicks_at_random_never_end_the_screen() -> None:
    for seed in range(2):
        pressed, faults = sitting(seed, 60)
        assert faults == []
        assert pressed > 20


def test_the_harness_catches_dialogs_that_close_twice() -> None:
    assert any(sitting(seed, 100, HASTY).faults for seed in (3, 8, 1, 7))
