"""The demo: whatever day it is made on, its words fit its dates, and what is pressing is told in the language of the
screen.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone

import pytest

from coach.conduct.archive import Archive
from coach.conduct.demonstration import furnish
from coach.domain.summary import Summary
from coach.journal.memory import MemoryJournal
from coach.locations import assets

NAMES = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "zh": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
}


class Day:
    def __init__(self, day: date, hour: int = 18) -> None:
        self.day, self.hour = day, hour

    def now(self) -> datetime:
        return datetime.combine(self.day, time(self.hour, 30), timezone(timedelta(hours=8)))

    def today(self) -> date:
        return self.day


def made(day: date, language: str) -> Archive:
    journal, clock = MemoryJournal(), Day(day)
    assert furnish(journal, clock, "rep", assets() / "demo", language) == 30
    return Archive(journal, clock, "rep")


@pytest.mark.parametrize("ahead", range(7))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_a_step_fit_its_date_whatever_the_day(language: str, ahead: int) -> None:
    day = date(2026, 11, 23) + timedelta(days=ahead)
    archive = made(day, language)
    dated = 0
    for row in archive.latest(limit=99):
        assert "{" not in row.next_what + row.next_line
        for name in re.findall("|".join(NAMES[row.language]), row.next_what):
            dated += 1
            assert row.next_date
            assert name == NAMES[row.language][date.fromisoformat(row.next_date).weekday()]
    assert dated >= 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_pressing_is_ones_own_and_told_in_the_language_of_the_screen_and_colleagues_have_theirs(
    language: str,
) -> None:
    day = date(2026, 11, 27)
    archive = made(day, language)
    due = archive.due(day)

    def own(rows: Sequence[Summary]) -> list[bool]:
        return [row.language == language for row in rows]

    assert due.overdue
    assert all(own(due.overdue))
    today = [row for row in due.steps if row.next_date == day.isoformat()]
    assert today
    assert all(own(today))
    assert own(due.unfinished) == [True]
    assert all(own(archive.recent(3)))
    colleagues = set(archive.reps()) - {"rep"}
    assert len(colleagues) == 2
    assert {row.owner for row in archive.due(day, everybody=True).late} >= colleagues
    assert [row.language for row, _ in archive.asked()] == [language]
    assert {row.language for row in archive.latest(limit=99)} == {"zh", "en"}


@pytest.mark.parametrize("hour", [0, 6, 16, 23])
def test_nothing_was_said_in_the_future_at_whatever_hour_the_demo_is_made(hour: int) -> None:
    journal, clock = MemoryJournal(), Day(date(2026, 11, 23), hour)
    furnish(journal, clock, "rep", assets() / "demo", "en")
    times = [
        one.at for name in journal.streams() for owner in journal.owners(name) for one in journal.read(name, 0, owner)
    ]
    assert max(times) <= clock.now()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_visit_is_about_a_product_and_each_has_several(language: str) -> None:
    products = Counter(row.product for row in made(date(2026, 11, 23), language).latest(limit=99))
    assert "" not in products
    assert min(products.values()) > 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nobody_in_the_demo_answers_two_questions_with_the_same_sentence(language: str) -> None:
    archive = made(date(2026, 11, 28), language)
    for row in archive.latest(limit=-1):
        said = [line.text for line in archive.debrief(row.id).transcript if line.who == "rep" and len(line.text) > 10]
        assert len(said) == len(set(said)), (row.customer, said)
