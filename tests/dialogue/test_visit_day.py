"""The day of the visit where the rep tells of it as past."""

from datetime import date

import pytest

from coach.dialogue import visit_day
from coach.domain.hearing import Hearing
from coach.listening.details import completed

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("saw Dev at Oakfield Garage on tuesday. he owns it", "2026-11-24"),
        ("this was Tuesday actually", "2026-11-24"),
        ("popped in on Dev wednesday, he owns it", "2026-11-25"),
        ("其实是周二去的", "2026-11-24"),
        ("she wants to see me tuesday", None),
        ("I'll see him on tuesday", None),
    ],
)
def test_a_weekday_on_which_somebody_was_seen_is_the_last_such_day(text: str, day: str | None) -> None:
    hearing = completed(Hearing(), text, "opening", FRIDAY, 0.0)
    told = visit_day.visit_day_in(text, hearing, FRIDAY)
    assert (told.value if told else None) == day
