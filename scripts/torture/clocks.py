"""Clocks that are wrong, put back, put on or moved to another zone in the middle of a debrief: the order of what was
said is kept, the last day is that of the day and zone it was opened in, and times that cannot be true are marked.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scripts.torture.commands import lines, run
from scripts.torture.options import numbers
from scripts.torture.talking import answer

from coach.conduct.debriefing import Debriefing
from coach.domain.history import fold
from coach.domain.rulebook import deadline
from coach.journal.doctor import doctor
from coach.journal.sqlite import SqliteJournal
from coach.wiring import listener

SHANGHAI, BERLIN, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=SHANGHAI)
Change = Callable[[datetime], datetime]


class Clock:
    """A clock that advances a minute at each reading, until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """A minute later than before."""
        self.moment = (self.moment.astimezone(ZoneInfo("UTC")) + timedelta(minutes=1)).astimezone(self.moment.tzinfo)
        return self.moment

    def today(self) -> date:
        """The day there."""
        return self.moment.date()


class Case(NamedTuple):
    """When a debrief begins, how the clock changes during it, and whether that must be reported."""

    begin: datetime
    change: Change
    marked: bool


CASES = {
    "nothing": Case(EVENING, lambda at: at, marked=False),
    "back three hours": Case(EVENING, lambda at: at - timedelta(hours=3), marked=True),
    "back a day": Case(EVENING, lambda at: at - timedelta(days=1), marked=True),
    "on ten years": Case(EVENING, lambda at: at.replace(year=at.year + 10), marked=True),
    "put right by half a minute": Case(EVENING, lambda at: at - timedelta(seconds=100), marked=False),
    "into the hour that is not": Case(datetime(2026, 3, 29, 1, 55, tzinfo=BERLIN), lambda at: at, marked=False),
    "through the hour that is twice": Case(datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN), lambda at: at, marked=False),
    "over the year's end": Case(datetime(2026, 12, 31, 23, 55, tzinfo=SHANGHAI), lambda at: at, marked=False),
    "on a leap day": Case(datetime(2028, 2, 29, 12, 0, tzinfo=SHANGHAI), lambda at: at, marked=False),
    "over midnight": Case(datetime(2026, 11, 23, 23, 55, tzinfo=SHANGHAI), lambda at: at, marked=False),
    "to New York": Case(EVENING, lambda at: at.astimezone(NEW_YORK), marked=False),
    "from 1970": Case(datetime(1970, 1, 5, tzinfo=SHANGHAI), lambda at: EVENING, marked=True),
}


def changed(name: str) -> list[str]:
    """The faults of a debrief during which the clock was changed."""
    case = CASES[name]
    with tempfile.TemporaryDirectory() as made:
        path, clock = Path(made) / "coach.db", Clock(case.begin)
        journal = SqliteJournal(path)
        talk = Debriefing(journal, listener(), clock, Random(3).randrange).open("rep", "en")
        said: list[str] = []
        while not talk.debrief.recorded and len(said) < 30:
            question = talk.debrief.question
            assert question is not None
            asked = {"asks": question.asks, "choices": [choice.model_dump() for choice in question.choices]}
            said.append(answer(asked, "en"))
            talk.say(said[-1])
            if len(said) == 3:
                clock.moment = case.change(clock.moment)
        journal.close()
        journal = SqliteJournal(path)
        kept = fold(talk.id, journal.read(talk.id))
        journal.close()
        faults = [] if [line.text for line in kept.transcript if line.who == "rep"] == said else ["another order"]
        if not kept.recorded:
            faults.append("it does not come to its end")
        if kept.day != case.begin.date():
            faults.append(f"visited on {kept.day}")
        if kept.verdict and kept.verdict.deadline != deadline(kept.day, kept.ruling):
            faults.append(f"{kept.verdict.customer_class} by {kept.verdict.deadline}")
        if kept.plan.date != case.begin.date() + timedelta(days=1):
            faults.append(f"tomorrow is {kept.plan.date}")
        marks = [found.code for found in doctor(path) if found.severity != "ok"]
        if marks != (["doubtful_times"] if case.marked else []):
            faults.append(f"marked {marks}")
        shown = run("show", talk.id, "--data", made, "--lang", "en").out
        if ("clock was changed" in shown) != case.marked:
            faults.append("not marked where it is shown" if case.marked else "marked where it is shown")
        return [f"{name}: {fault}" for fault in faults]


def ordered_by_time(name: str) -> bool:
    """The control: whether a debrief whose lines are put in the order of their times would still look right."""
    case = CASES[name]
    clock = Clock(case.begin)
    times = [clock.now() for _ in range(3)]
    clock.moment = case.change(clock.moment)
    times += [clock.now() for _ in range(3)]
    return times == sorted(times)


def in_zones() -> list[str]:
    """At one moment the date differs between timezones: each debrief is dated, and its deadline judged, in its own."""
    faults = []
    days: dict[str, date] = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with tempfile.TemporaryDirectory() as made:
            told = subprocess.run(
                [sys.executable, "-m", "coach", "debrief", "--jsonl", "--lang", "en", "--data", made],
                input=lines("saw Dana today"), capture_output=True, check=False, env={**os.environ, "TZ": zone},
            )  # fmt: skip
            here = datetime.now(ZoneInfo(zone)).date()
            journal = SqliteJournal(Path(made) / "coach.db")
            days[zone] = fold("x", journal.read(next(iter(journal.streams())))).day
            journal.close()
            if told.returncode or days[zone] != here:
                faults.append(f"{zone}: it is {here}, and it says {days[zone]}")
    if len(set(days.values())) != 2:
        faults.append(f"the same day at both ends of the world: {days}")
    return faults


def main() -> None:
    """`scripts/torture/run clocks`; exit status 1 if a clock did harm or the control was not caught."""
    numbers("clocks", __doc__)
    faults = [fault for name in CASES for fault in changed(name)] + in_zones()
    caught = [name for name in CASES if not ordered_by_time(name)]
    print(*faults, sep="\n")
    print(
        f"{len(CASES)} clocks and 2 zones: {len(faults)} faults. Control (lines by their times): {len(caught)} would be out of order."
    )
    sys.exit(bool(faults) or not caught)


if __name__ == "__main__":
    main()
