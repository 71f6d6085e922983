"""Days around the Chinese New Year as they are called by the moon: 正月初八, 腊月二十八, 除夕. Other months are planned
by the sun.
"""

from datetime import date, timedelta
from typing import Final

_NEW_YEAR: Final = {
    day.year: day
    for day in map(
        date.fromisoformat,
        ["2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"],
    )
}
"""The first day of 正月, by the year it falls in."""
_LONG_TWELFTH: Final = frozenset({2024, 2030})
"""Years before whose New Year 腊月 has thirty days."""
_LEAST = 29
"""Days that every month by the moon has."""


def first_month(day: int, today: date) -> date | None:
    """The day of 正月 of this winter, from July on of the coming one; None beyond the table and where it may not exist."""
    year = today.year + (today.month > 6)
    start = _NEW_YEAR.get(year)
    return start + timedelta(days=day - 1) if start and 1 <= day <= _LEAST else None


def last_month(day: int, today: date) -> date | None:
    """The day of 腊月 of this winter, from July on of the coming one; None beyond the table and where it does not exist."""
    year = today.year + (today.month > 6)
    start, length = _NEW_YEAR.get(year), _LEAST + (year in _LONG_TWELFTH)
    return start - timedelta(days=length + 1 - day) if start and 1 <= day <= length else None


def eve(today: date) -> date | None:
    """New Year's Eve, 除夕; None beyond the table."""
    start = first_month(1, today)
    return start - timedelta(days=1) if start else None
