"""A manager's screens: his own first, everybody's a key away, and an outcome told about another's debrief."""

from datetime import date
from pathlib import Path

from coach.domain import debrief_events as e
from coach.domain.history import fold
from coach.domain.summarise import summarise
from coach.journal.inbox import InboxFilter
from coach.journal.sqlite import SqliteJournal
from tests.made_up import NOW, store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import grid, settled


def seen(app: object) -> str:
    return "\n".join(grid(app))  # type: ignore[arg-type]


async def test_home_shows_ones_own_and_with_a_key_everybodys_with_their_names(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    owners = SqliteJournal(stage.path).reps()
    async with stage.window("home", "en", (120, 40)) as (app, pilot):
        assert "F2 What's due" in grid(app)[-1]
        assert not any(owner in seen(app) for owner in owners)
        await pilot.press("f2")
        await settled(app, pilot)
        assert "F2 Everybody's" in grid(app)[-1]
        await pilot.press("f2")
        await settled(app, pilot)
        assert "everybody's debriefs" in grid(app)[0]
        assert "Past their date" in seen(app)
        assert any(f"{owner}: " in seen(app) for owner in owners)
        assert "F2 All of mine" in grid(app)[-1]
        await pilot.press("f2")
        await settled(app, pilot)
        assert not any(owner in seen(app) for owner in owners)


async def test_a_rep_alone_is_never_shown_everybodys(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    async with stage.window("home", "zh") as (app, pilot):
        await pilot.press("f2", "f2")
        await settled(app, pilot)
        assert "所有人" not in grid(app)[0]


async def test_an_outcome_told_about_anothers_debrief_says_whose_word_it_is(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "周经理")
    name = next(
        row.id for row in stage.reviewing().inbox.page(InboxFilter(outcome="open"), limit=999) if row.outcome is None
    )
    async with stage.window(("casefile", name), "zh", (120, 60)) as (app, pilot):
        await pilot.press("f4", *"price", "enter")
        await settled(app, pilot)
        assert "（周经理说的）" in seen(app)
        assert "周经理 说的结果：丢了；price" in seen(app)
        assert "F6" not in grid(app)[-1]
    case = stage.desk().case(name)
    assert case.record.outcome is not None
    assert (case.record.outcome.outcome, case.record.outcome.by) == ("lost", "周经理")


async def test_a_next_step_whose_day_has_passed_is_told_from_one_to_come(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    for name, day in (("d1", date(2026, 11, 20)), ("d2", date(2026, 11, 26))):
        talk = [
            e.DebriefOpened(rep="rep", language="en", today=date(2026, 11, 19)),
            e.NextStepPlanned(what=f"call about {name}", who="rep", date=day),
            e.DebriefRecorded(),
        ]
        history = journal.append("rep", name, 0, talk, NOW)
        journal.append("rep", name, len(history), [e.DebriefRecorded()], NOW, summarise(fold(name, history)))
    journal.close()
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    async with stage.window("home", "en", (120, 40)) as (app, _pilot):
        late = next(line for line in grid(app) if "call about d1" in line)
        ahead = next(line for line in grid(app) if "call about d2" in line)
        assert "was due 3 days ago" in late
        assert "in 3 days" in ahead
        assert "was due" not in ahead
