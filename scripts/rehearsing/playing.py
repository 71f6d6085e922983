"""One scripted rehearsal, in memory, with the product's own ear."""

from datetime import UTC, date, datetime
from time import perf_counter

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice_events import Level
from coach.journal.memory import MemoryJournal
from coach.ports import Listener
from coach.roleplay.scenario import Scenario
from coach.wiring import listener

from .reps import REPS, Seat

LONGEST = 60


class Clock:
    """Always the same moment: `took` tells the time."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 23)


def office(ear: Listener) -> Practising:
    """The use case on a journal in memory, with names counted up."""
    numbers = iter(range(10**9))
    return Practising(MemoryJournal(), ear, Clock(), lambda n: next(numbers) % n)


def play(
    habit: str, scenario: Scenario, level: Level, seed: int, language: str, times: list[float] | None = None
) -> Rehearsing:
    """One rehearsal to its end."""
    desk = office(listener())
    talk = desk.open("rep", language, scenario, level=level, seed=seed)
    seat, heard = Seat(scenario, language), talk.greeting()
    for _ in range(LONGEST):
        said = REPS[habit](seat, heard)
        if said is None:
            talk.leave()
            break
        began = perf_counter()
        heard = talk.say(said, 60)
        if times is not None:
            times.append(perf_counter() - began)
        if heard.outcome:
            break
    return talk
