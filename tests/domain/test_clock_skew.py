"""Times that cannot all be true."""

from datetime import UTC, datetime, timedelta

from coach.domain.clock_skew import first_implausible

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def at(*minutes: float) -> list[datetime]:
    return [NOON + timedelta(minutes=one) for one in minutes]


def test_times_that_go_on_are_not_doubted_nor_is_a_long_pause() -> None:
    assert first_implausible(at(0, 1, 1, 60, 60 * 24 * 400)) is None
    assert first_implausible([]) is None


def test_a_clock_put_right_by_seconds_is_not_doubted() -> None:
    assert first_implausible(at(0, 5, 4.5, 6)) is None


def test_a_clock_set_back_or_far_ahead_is_doubted_where_it_was() -> None:
    assert first_implausible(at(0, 5, -180, 6)) == at(-180)[0]
    assert first_implausible(at(0, 60 * 24 * 3650)) == at(60 * 24 * 3650)[0]


def test_what_lies_in_the_future_is_doubted() -> None:
    assert first_implausible(at(0, 5), NOON + timedelta(minutes=10)) is None
    assert first_implausible(at(0, 5), NOON) == at(5)[0]
