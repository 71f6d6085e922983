"""Home, casefile, history: what they open and write down."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.conduct.desk import Desk
from coach.domain.hearing import Heard
from coach.domain.summary import Summary
from coach.ports import JournalError
from coach.terminal.widgets.rows import PagedRows
from tests.terminal.stage import EN, ZH, Stage, grid, settled, until


async def test_an_outcome_is_one_key_away() -> None:
    stage = Stage()
    name = stage.told(EN, "en")
    async with stage.window(("casefile", name), "en") as (app, pilot):
        await pilot.press("f3", "enter")
        await settled(app, pilot)
        assert "signed on 23 November" in "\n".join(grid(app))
        await pilot.press("f4")
        await pilot.press(*"price", "enter")
        await settled(app, pilot)
        record = stage.desk().case(name).record
        assert record.outcome is not None
        assert (record.outcome.outcome, record.outcome.reason) == ("lost", "price")
        await pilot.press("f5")
        await settled(app, pilot)
        assert stage.desk().case(name).record.outcome.outcome == "open"  # type: ignore[union-attr]


async def test_a_day_that_is_none_is_named_and_asked_for_again() -> None:
    stage = Stage()
    name = stage.told(EN, "en")
    async with stage.window(("casefile", name), "en") as (app, pilot):
        await pilot.press("f3", "x", "enter")
        await settled(app, pilot)
        assert "is no date" in "\n".join(grid(app))
        await pilot.press("escape")
        assert stage.desk().case(name).record.outcome is None


async def test_an_overdue_a_is_judged_again_in_a_debrief_of_its_own() -> None:
    stage = Stage(date(2026, 11, 2))
    name = stage.told(EN, "en")
    stage.clock.day = date(2026, 11, 23)
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert "can't stand as an A" in grid(app)[0]
        await pilot.press("f6")
        await settled(app, pilot)
        assert app.screen.talk.debrief.again == name  # type: ignore[attr-defined]


async def test_history_fetches_what_is_in_sight_and_nothing_else() -> None:
    stage = Stage()
    asked: list[tuple[int, int]] = []
    name = stage.told(ZH, "zh")
    row = stage.desk().page(0, 1)[0]

    class Long(Desk):
        def count(self) -> int:
            return 100_000

        def page(self, offset: int, limit: int) -> list[Summary]:
            asked.append((offset, limit))
            return [row._replace(customer=f"客户{n}") for n in range(offset, offset + limit)]

    original, stage.desk = stage.desk, lambda: _as(original(), Long)  # type: ignore[method-assign]
    async with stage.window("home") as (app, pilot):
        await pilot.press("ctrl+o")
        await settled(app, pilot)
        assert "共 100000 次" in grid(app)[0]
        assert "客户3" in "\n".join(grid(app))
        assert len(asked) == 1
        await pilot.press("end")
        await settled(app, pilot)
        assert "客户99999" in "\n".join(grid(app))
        assert len(asked) <= 3
        app.screen.query_one(PagedRows).scroll_to(y=50_000, animate=False)
        await settled(app, pilot)
        assert "客户50005" in "\n".join(grid(app))
        await pilot.press("home", "enter")
        await settled(app, pilot)
        assert app.screen._about == name  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["up", "pageup", "end"])
async def test_a_page_that_could_not_be_fetched_is_asked_for_again_once_one_moves(key: str) -> None:
    stage = Stage()
    asked: list[int] = []
    busy = [True]
    stage.told(ZH, "zh")
    row = stage.desk().page(0, 1)[0]

    class Halting(Desk):
        def count(self) -> int:
            return 1000

        def page(self, offset: int, limit: int) -> list[Summary]:
            asked.append(offset)
            if offset and busy:
                raise JournalError("busy", path="-")
            return [row._replace(customer=f"客户{n}") for n in range(offset, offset + limit)]

    original, stage.desk = stage.desk, lambda: _as(original(), Halting)  # type: ignore[method-assign]
    async with stage.window("home") as (app, pilot):
        await pilot.press("ctrl+o")
        await settled(app, pilot)
        await pilot.press("end")
        await settled(app, pilot)
        assert "客户999" not in "\n".join(grid(app))
        assert len(app.faults) == asked.count(900) == 1
        app.faults.clear()
        busy.clear()
        await pilot.press(key)
        await settled(app, pilot)
        assert "客户9" in "\n".join(grid(app))


def _as(desk: Desk, kind: type[Desk]) -> Desk:
    desk.__class__ = kind
    return desk


@pytest.mark.parametrize("key", ["ctrl+t", "ctrl+l"])
async def test_a_choice_that_cannot_be_kept_for_next_time_holds_for_now_and_is_told(key: str) -> None:
    def keep(name: str, value: str) -> None:
        raise PermissionError(13, "Permission denied", "/etc/coach/config.toml")

    async with Stage().window("home", "en", keep=keep) as (app, pilot):
        before = (app.theme, app.language)
        await pilot.press(key)
        await settled(app, pilot)
        assert (app.theme, app.language) != before
        assert any("/etc/coach/config.toml" in told.message for told in app._notifications)


async def test_themes_change_by_key_and_are_remembered() -> None:
    kept: list[tuple[str, str]] = []
    async with Stage().window("home", keep=lambda key, value: kept.append((key, value))) as (app, pilot):
        await pilot.press("ctrl+t", "ctrl+l")
        await settled(app, pilot)
        assert kept == [("theme", "coach-light"), ("language", "en")]


async def test_a_click_on_a_shown_key_presses_it() -> None:
    async with Stage().window("home") as (app, pilot):
        row = grid(app)[-1]
        from rich.cells import cell_len

        await pilot.click("#hints", offset=(cell_len(row[: row.index("Ctrl+N")]) + 1, 0))
        await settled(app, pilot)
        assert "开场" in grid(app)[0]


async def test_a_desk_that_cannot_be_opened_is_told_and_nothing_crashes() -> None:
    from coach.ports import JournalError

    stage = Stage()

    def broken() -> Desk:
        raise JournalError("damaged", path="/x/coach.db")

    stage.desk = broken  # type: ignore[method-assign]
    from coach.terminal.app import CoachApp

    app = CoachApp(open_desk=broken, language="zh", first="home")
    async with app.run_test(notifications=True) as pilot:
        for _ in range(20):
            await pilot.pause(0.02)
        assert "doctor" in "\n".join(grid(app))


async def test_the_way_home_leads_back_to_the_row_it_was_left_at() -> None:
    stage = Stage()
    names = [stage.told(EN, "en", 4, confirm=False), stage.told(ZH, "zh", 3, confirm=False), stage.told(EN, "en")]
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("down", "down", "down")
        await settled(app, pilot)
        before = next(row for row in grid(app) if row.startswith(">"))
        await pilot.press("enter")
        await settled(app, pilot)
        assert getattr(app.screen, "_about", None) in names or app.screen.talk is not None  # type: ignore[attr-defined]
        await pilot.press("escape")
        await settled(app, pilot)
        assert next(row for row in grid(app) if row.startswith(">")) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_shows_what_is_due_and_the_same_key_everything_again(size: tuple[int, int]) -> None:
    stage = Stage(date(2026, 11, 2))
    stage.told(EN, "en")
    stage.clock.day = date(2026, 11, 9)
    stage.told(EN, "en")
    stage.clock.day = date(2026, 11, 23)
    async with stage.window("home", "en", size) as (app, pilot):
        await pilot.press("f1")
        assert "F2          What's due" in "\n".join(grid(app))
        await pilot.press("escape", "f2")
        await settled(app, pilot)
        assert "what is due" in grid(app)[0]
        assert sum("ran out" in row for row in grid(app)) == 2
        await pilot.press("f2")
        await settled(app, pilot)
        assert "what is due" not in grid(app)[0]


async def test_what_is_due_has_the_terms_that_end_soon_and_says_so_where_nothing_is() -> None:
    stage = Stage()
    async with stage.window("home", "en") as (app, pilot):
        await pilot.press("f2")
        await settled(app, pilot)
        assert "Nothing due" in "\n".join(grid(app))
    first = EN[0][1].facts
    later = {"next_step": Heard("yes", "not signed", 1.0), "next_date": Heard("2026-12-20", "not signed", 1.0)}
    stage.ear.meant[EN[0][0]] = replace(EN[0][1], facts={**first, **later})
    stage.told(EN, "en")
    stage.clock.day = date(2026, 12, 1)
    async with stage.window("home", "en") as (app, pilot):
        await pilot.press("f2")
        await settled(app, pilot)
        seen = "\n".join(grid(app))
        assert "Their term ends soon" in seen
        assert "in 2 days" in seen


async def test_the_history_says_what_its_columns_are_and_shows_no_a_that_ran_out_as_an_a() -> None:
    stage = Stage()
    stage.told(EN, "en")
    stage.clock.day += timedelta(days=11)
    async with stage.window("home", "en") as (app, pilot):
        await pilot.press("ctrl+o")
        await until(app, pilot, lambda: "Whitfield" in "\n".join(grid(app)))
        assert grid(app)[1].split() == ["Visit", "Said", "Rules", "Customer"]
        (line,) = (line for line in grid(app) if "Whitfield" in line)
        assert "A 70%  A→B/D" in line


@pytest.mark.parametrize(("language", "told"), [("zh", "1  对，就这样"), ("en", "1  Right, keep it so")])
async def test_a_number_chosen_is_read_with_the_words_it_stood_for(language: str, told: str) -> None:
    stage = Stage()
    name = stage.told(ZH if language == "zh" else EN, language)
    case = stage.desk().case(name)
    assert told in [f"{line.text}  {line.chosen}" for line in case.record.transcript]
    assert "1" in [line.text for line in case.record.transcript]
    async with stage.window(("casefile", name), language, (120, 80)) as (app, _):
        assert told in "\n".join(grid(app))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [36, 50, 64])
async def test_on_a_narrow_screen_no_hint_is_cut_and_the_way_out_stays(language: str, width: int) -> None:
    async with Stage().window("debrief", language, (width, 14)) as (app, _):
        (home, shown) = {"zh": ("Esc 首页", "F1 按键"), "en": ("Esc Home", "F1 Keys")}[language]
        line = grid(app)[-1].strip()
        assert line.startswith(shown)
        assert line.endswith(home)
