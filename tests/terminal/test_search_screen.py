"""The search screen narrowed to one rep or one product, as `coach search` is by its options."""

from pathlib import Path

import pytest
from textual.widgets import Input

from coach.terminal.app import CoachApp
from tests.made_up import store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import grid, settled, until


def found(app: CoachApp) -> list[str]:
    """The heads of what was found: the rows that begin with a day."""
    return [row for row in grid(app) if row[2:6].isdigit() and row[6:7] == "-"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_what_one_rep_said_is_found_alone_until_anybody_is_meant_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = ReadingStage(store(tmp_path))
    rep = stage.reviewing().inbox.owners()[0]
    async with stage.window("home", "en", size) as (app, pilot):
        await pilot.press("ctrl+f")
        app.screen.query_one(Input).value = "预算"
        await until(app, pilot, lambda: bool(found(app)))
        everybody = found(app)
        assert not all(row.rstrip().endswith(rep) for row in everybody)
        await pilot.press("f3")
        await settled(app, pilot)
        await pilot.press(*rep, "enter")
        await settled(app, pilot)
        assert rep in grid(app)[0]
        assert found(app)
        assert all(rep in row for row in found(app))
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("escape")
        await until(app, pilot, lambda: bool(found(app)))
        assert rep in grid(app)[0]
        await pilot.press("f3", "enter")
        await settled(app, pilot)
        assert found(app) == everybody


async def test_what_was_said_about_one_product_is_found_alone(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path))
    product = stage.desk().reading().products()[0]
    async with stage.window("home", "zh", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+f")
        app.screen.query_one(Input).value = "预算"
        await until(app, pilot, lambda: bool(found(app)))
        before = found(app)
        await pilot.press("f4")
        await settled(app, pilot)
        assert "只看哪个产品" in grid(app)[-1]
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert product in grid(app)[0]
        assert found(app) != before
