"""What the tests of the screens share: a desk on a journal in memory, a listener that knows its lines, the screen as
lines of text.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from textual.pilot import Pilot

from coach.conduct.desk import Desk
from coach.conduct.workplace import Workplace
from coach.domain import hearing
from coach.domain.hearing import Heard, Hearing
from coach.journal.memory import MemoryJournal
from coach.ports import Journal
from coach.terminal.app import CoachApp
from tests.failing import Failing

GOLDEN = Path(__file__).parent / "golden"
MONDAY = date(2026, 11, 23)


class Day:
    """A clock that stands still."""

    def __init__(self, day: date = MONDAY) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 18, 30, tzinfo=UTC)

    def today(self) -> date:
        return self.day


class Lines:
    """A listener that knows what each line tells: fact values with the words they rest on, customer and contact."""

    def __init__(self, **meant: Hearing) -> None:
        self.meant: dict[str, Hearing] = dict(meant)

    def hear(self, text: str, stage: hearing.Stage, today: date, language: str | None = None) -> Hearing:
        return self.meant.get(text, Hearing())

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[hearing.Act, ...]:
        return ("ask", "answer")


def heard(customer: str = "", contact: str = "", **facts: tuple[str, str]) -> Hearing:
    """A hearing of these facts, each a value and its quote."""
    names = {key: name for key, name in (("customer", customer), ("contact", contact)) if name}
    return Hearing(facts={key: Heard(value, quote, 0.95) for key, (value, quote) in facts.items()}, names=names)


ZH = (
    (
        "宏达机械的李经理，说能省两个人工，没签",
        heard("宏达机械", "李经理", value=("yes", "能省两个人工"), signed=("no", "没签")),
    ),
    ("A，80", Hearing()),
    (
        "老板点头就行。年底上线，他问几号能装。预算三十万批了",
        heard(authority=("second", "老板点头就行"), need=("yes", "他问几号能装"), power=("yes", "预算三十万批了")),
    ),
    ("没开口，他说先报价，我说好的", heard(close_attempted=("no", "没开口"), gave_in=("yes", "我说好的"))),
    ("不知道老板是谁", Hearing()),
    ("B，50", Hearing()),
    ("2", Hearing()),
    ("李经理，今天定下来，十二月十号给您装，签了吧？", Hearing()),
)
EN = (
    ("Dana Whitfield, Whitfield Cold Store, her company, two breakdowns, 40k set aside, likes the alarm, not signed", heard("Whitfield Cold Store", "Dana Whitfield", authority=("first", "her company"), need=("yes", "two breakdowns"), power=("yes", "40k set aside"), value=("yes", "likes the alarm"), signed=("no", "not signed"))),
    ("A, 70", Hearing()),
    ("I said let me know, she'd sleep on it and I said sure", heard(close_attempted=("no", "I said let me know"), gave_in=("yes", "I said sure"))),
    ("don't know who else is quoting", Hearing()),
    ("A, 60", Hearing()),
    ("the downtime, she asked twice", Hearing()),
    ("1", Hearing()),
    ("Dana, we swap on Sunday night, you lose no hour. Shall we put it in writing?", Hearing()),
)  # fmt: skip


class Stage:
    """A journal, its listener and clock; windows open on it one after the other."""

    def __init__(self, day: date = MONDAY) -> None:
        self.journal = MemoryJournal()
        self.disk = Failing(other_window=self.journal)
        self.ear = Lines(**dict((*ZH, *EN)))
        self.clock = Day(day)
        self.ids = 0

    def desk(self) -> Desk:
        """A desk on this journal, through a disk that can be made to refuse a write."""
        self.disk = Failing(other_window=self.journal)
        return Desk(self.place(self.disk))

    def place(self, journal: Journal, who: str = "rep") -> Workplace:
        """What a desk on a journal works with."""
        return Workplace(journal, lambda: self.ear, self.clock, self.draw, who)

    def draw(self, below: int) -> int:
        """Makes every id different."""
        self.ids += 7
        return self.ids % below

    def told(self, lines: tuple[tuple[str, Hearing], ...], language: str, count: int = 99, confirm: bool = True) -> str:
        """A debrief held with these lines, without a screen; its id."""
        desk = self.desk()
        talk = desk.start(language, 3, False)
        for text, _ in lines[:count]:
            talk.say(text)
        while confirm and not talk.debrief.recorded:
            talk.say("1")
        talk.release()
        return talk.id

    @asynccontextmanager
    async def window(self, first: str | tuple[str, str] = "home", language: str = "zh", size: tuple[int, int] = (80, 24), **more: Any) -> AsyncIterator[tuple[CoachApp, Pilot[None]]]:  # fmt: skip
        """The app on this stage, without a terminal. Nothing may have failed unseen when it closes."""
        app = CoachApp(
            open_desk=self.desk, language=language, first=first, seed=3, crashes=Path("/dev/null/none"), **more
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(app, pilot)
            yield app, pilot
            await settled(app, pilot)
        assert app.faults == []


async def settled(app: CoachApp, pilot: Pilot[None]) -> None:
    """Waits until the worker has answered everything and the screen shows it."""
    await pilot.pause()
    for _ in range(3):
        await app.worker.ask(lambda desk: None)
        await pilot.pause()


async def say(app: CoachApp, pilot: Pilot[None], text: str) -> None:
    """Types a text and sends it."""
    app.screen.query_one("#composer").load_text(text)  # type: ignore[attr-defined]
    await pilot.press("enter")
    await settled(app, pilot)


async def until(app: CoachApp, pilot: Pilot[None], true: Callable[[], bool], seconds: float = 5.0) -> None:
    """Waits until a condition holds; fails after `seconds`."""
    end = perf_counter() + seconds
    while not true():
        assert perf_counter() < end, "\n".join(grid(app))
        await pilot.pause(0.05)
    await settled(app, pilot)


def grid(app: CoachApp) -> list[str]:
    """The screen as it is seen: one string a row, wide characters once."""
    rows = app.screen._compositor.render_strips()  # the only look behind Textual's doors
    return ["".join(segment.text for segment in strip).rstrip() for strip in rows]


def matches_golden(app: CoachApp, name: str) -> None:
    """Compares the screen with the one kept; COACH_GOLDEN=write keeps it anew."""
    import os

    file, seen = GOLDEN / f"{name}.txt", "\n".join(grid(app)) + "\n"
    if os.environ.get("COACH_GOLDEN") == "write":
        file.write_text(seen, "utf-8")
    assert seen == file.read_text("utf-8"), f"{name} looks different; COACH_GOLDEN=write keeps the new look:\n{seen}"
