"""The short form of scripts/torture/run clocks."""

import pytest
from scripts.torture.clocks import CASES, changed, in_zones, ordered_by_time


@pytest.mark.parametrize("name", CASES)
def test_a_clock_that_is_changed_changes_neither_order_nor_days_and_is_marked(name: str) -> None:
    assert changed(name) == []


def test_a_day_is_the_day_where_one_is() -> None:
    assert in_zones() == []


def test_a_program_that_went_by_the_times_would_be_caught() -> None:
    assert not ordered_by_time("back three hours")
    assert ordered_by_time("nothing")
