"""No screen shows a class whose term is over as if it stood (R8)."""

from datetime import date
from pathlib import Path

import pytest

from coach.conduct.reading_room import Place
from coach.domain.inbox import InboxFilter
from coach.terminal.screens.inbox import InboxScreen
from tests.made_up import store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import EN, grid, settled, until


async def test_another_visit_to_the_customer_shows_no_class_that_ran_out_as_if_it_stood_r8(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    stage.told(EN, "en")
    later = stage.told(EN, "en")
    stage.clock.day = date(2026, 12, 20)
    async with stage.window(("casefile", later), "en", (120, 44)) as (app, pilot):
        assert "2026-11-23  A→B/D " in "\n".join(grid(app))
        await pilot.press("f10")
        await settled(app, pilot)
        assert "2026-11-23  A→B/D " in "\n".join(grid(app)[10:30])


@pytest.mark.parametrize(("ruled", "shown"), [("A", "A→B/D "), ("B", "B→B/C/D "), ("C", "C→C/D ")])
async def test_search_and_inbox_show_no_class_that_ran_out_as_if_it_stood_r8(
    tmp_path: Path, ruled: str, shown: str
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    rows = stage.reviewing().inbox.page(InboxFilter(classes=(ruled,)), "oldest", 1000)
    row = next(row for row in rows if row.run_out and row.customer and not row.overruled)
    async with stage.window("home", "en", (120, 60)) as (app, pilot):
        await pilot.press("ctrl+f", *row.customer)
        await until(app, pilot, lambda: any(row.visit_date in line and shown in line for line in grid(app)))
        app.go(InboxScreen(Place(InboxFilter(customer=row.customer, classes=(ruled,)), "oldest")))
        await until(app, pilot, lambda: any(row.visit_date in line and shown in line for line in grid(app)))
