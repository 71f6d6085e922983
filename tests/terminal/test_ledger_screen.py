"""The ledger on the screen: its bars and tables, whose it is."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from coach import phrases
from tests.made_up import store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import EN, grid, settled, until


@pytest.fixture
def stage(tmp_path: Path) -> ReadingStage:
    return ReadingStage(store(tmp_path))


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_bars_of_the_ledger_stand_below_each_other_whatever_the_script(
    stage: ReadingStage, language: str
) -> None:
    async with stage.window("home", language, (80, 60)) as (app, pilot):
        await pilot.press("ctrl+g")
        await until(app, pilot, lambda: any("█" in row for row in grid(app)))
        rows = [row for row in grid(app) if "·····" in row and "%" in row]
        assert len(rows) >= 8
        places = {cell_len(row[: row.index(next(c for c in row if c in "█▒·│"))]) for row in rows}
        assert len(places) == 2, "classes in one column, per cents in another"
        assert all(cell_len(row) <= 80 for row in grid(app))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("by", ["rep", "product", "month"])
async def test_the_ledger_goes_by_rep_product_and_month_without_breaking_a_line(
    stage: ReadingStage, by: str, language: str
) -> None:
    book = phrases.load(language)
    async with stage.window("home", language, (80, 40)) as (app, pilot):
        await pilot.press("ctrl+g")
        await settled(app, pilot)
        await pilot.press(*["f4"] * (["rep", "product", "month"].index(by) + 1), "end")
        await settled(app, pilot)
        seen = grid(app)
        start = next(n for n, row in enumerate(seen) if book.say(f"ledger.by_{by}") + " ─" in row)
        stop = next(n for n, row in enumerate(seen) if row.strip().startswith(book.say("ledger.too_high_note")[:5]))
        table = [row for row in seen[start + 2 : stop] if row.strip()]
        assert table
        assert all(re.search(r"\d+/\d+ +\d+/\d+ ", row) for row in table)


async def test_reps_are_compared_also_from_the_ledger_of_one(stage: ReadingStage) -> None:
    reps = stage.reviewing().inbox.owners()
    stage.who = reps[0]
    async with stage.window("home", "en", (100, 60)) as (app, pilot):
        await pilot.press("ctrl+g")
        await until(app, pilot, lambda: reps[0] in grid(app)[0])
        await pilot.press("f4")
        await until(app, pilot, lambda: "By rep" in "\n".join(grid(app)))
        assert all(any(row.split()[:1] == [rep] for row in grid(app)) for rep in reps)


async def test_a_ledger_counts_what_was_held_under_a_former_name_as_well(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    stage.told(EN, "en")
    stage.who = "Rep Newname"
    stage.told(EN, "en")
    async with stage.window("home", "en", (100, 40)) as (app, pilot):
        await pilot.press("ctrl+g")
        await until(app, pilot, lambda: "Rep Newname" in grid(app)[0])
        assert "2 debriefs on file" in "\n".join(grid(app))


async def test_an_empty_ledger_is_ones_own(tmp_path: Path) -> None:
    async with ReadingStage(tmp_path / "coach.db", "Sam").window("home", "en") as (app, pilot):
        await pilot.press("ctrl+g")
        await until(app, pilot, lambda: "Sam" in grid(app)[0])
        assert "everybody" not in grid(app)[0]
