"""What the screens look like, in both languages, narrow and wide; and that none speaks the other's language."""

import re

import pytest

from coach.terminal.widgets.transcript import Message, NumberedAnswer, Transcript
from tests.terminal.stage import EN, ZH, Stage, grid, matches_golden, settled

TALK = {
    "zh": (
        Message("coach", "今天见了谁？"),
        Message(
            "rep",
            "宏达机械的李经理，聊了一个多小时，他说咱们这套能省他两个人工，让我报了价。今天没签，他要再跟老板说一声，老板这周出差，下周三才回来。",
        ),
        Message("notice", "好，谁拍板照你说的：上面一道。"),
        Message("coach", "记下了。"),
        Message("question", "今天怎么没签成？"),
    ),
    "en": (
        Message("coach", "Who did you see?"),
        Message(
            "rep",
            "Dana Whitfield at Whitfield Cold Store. Her compressor has been down twice this month, she lost a pallet of salmon, and she wants to sleep on it.",
        ),
        Message("notice", "Right, who decides as you say: signs alone."),
        Message("coach", "Noted."),
        Message("question", "What kept it from being signed today?"),
    ),
}
"""A talk that stays as it is whatever becomes of the coach's wordings."""

SIZES = {"narrow": (80, 24), "wide": (120, 36)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_newcomer_is_told_what_this_is_and_which_key_to_press(language: str, size: str) -> None:
    async with Stage().window(language=language, size=SIZES[size]) as (app, _):
        matches_golden(app, f"welcome-{language}-{size}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_first_question_stands_on_the_first_line(language: str, size: str) -> None:
    async with Stage().window("debrief", language, SIZES[size]) as (app, _):
        asked = app.screen.query_one(Transcript).messages[0].text
        assert asked[:20] in grid(app)[2 if size == "narrow" else 1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_debrief_shows_the_talk_and_the_facts_as_they_come(language: str, size: str) -> None:
    stage = Stage()
    name = stage.told(ZH if language == "zh" else EN, language, 3, confirm=False)
    async with stage.window(("debrief", name), language, SIZES[size]) as (app, pilot):
        app.screen.query_one(Transcript).show(TALK[language], (NumberedAnswer("1", "yes"), NumberedAnswer("2", "no")))
        await settled(app, pilot)
        matches_golden(app, f"debrief-{language}-{size}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_casefile_shows_verdict_plan_and_facts(language: str, size: str) -> None:
    stage = Stage()
    name = stage.told(ZH if language == "zh" else EN, language)
    async with stage.window(("casefile", name), language, SIZES[size]) as (app, pilot):
        app.screen.query_one(Transcript).show(TALK[language], from_start=True)
        if size == "narrow":
            await pilot.press("f2")
        await settled(app, pilot)
        matches_golden(app, f"casefile-{language}-{size}")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_home_puts_whom_one_meets_today_first_with_the_sentence_for_him_and_then_the_overdue(
    language: str,
) -> None:
    from datetime import date

    stage = Stage(date(2026, 11, 2))
    stage.told(EN, "en")
    stage.clock.day = date(2026, 11, 20)
    stage.told(ZH, "zh")
    stage.clock.day = date(2026, 11, 23)
    stage.told(ZH, "zh", 2, confirm=False)
    async with stage.window("home", language, (100, 30)) as (app, _):
        seen = "\n".join(grid(app))
        assert seen.index("宏达机械") < seen.index("Whitfield")
        assert "李经理，今天定下来，十二月十号给您装，签了吧？" in seen
        matches_golden(app, f"home-{language}")


@pytest.mark.parametrize("first", ["home", "debrief"])
@pytest.mark.parametrize("keys", [[], ["f1"], ["ctrl+p"], ["f3"]], ids=["plain", "keys", "palette", "f3"])
async def test_a_chinese_screen_speaks_chinese(first: str, keys: list[str]) -> None:
    names = r"coach demo|coach --rep|rep|Ctrl|Enter|End|Esc|Alt|PgUp|PgDn|F\d+|English|KP|[A-D]|OSC|R\d+|[A-Z]"
    async with Stage().window(first, "zh") as (app, pilot):
        await pilot.press(*keys)
        await settled(app, pilot)
        words = re.findall(r"[A-Za-z]{2,}", re.sub(rf"\b(?:{names})\b", "", "\n".join(grid(app))))
        assert words == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("first", ["home", "debrief"])
async def test_the_keys_shown_fit_eighty_columns(language: str, first: str) -> None:
    from rich.cells import cell_len

    async with Stage().window(first, language) as (app, _):
        hints = app.screen.hints()  # type: ignore[attr-defined]
        assert len(hints) <= 6
        assert sum(cell_len(f" {hint.key} {hint.label} ") for hint in hints) <= 80


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 10), (300, 80)])
async def test_no_size_of_window_breaks_a_screen(size: tuple[int, int]) -> None:
    stage = Stage()
    name = stage.told(ZH, "zh")
    for first in ("home", "debrief", ("casefile", name)):
        async with stage.window(first, "zh", size) as (app, pilot):
            await pilot.press("f1", "escape", "ctrl+p", "escape")
            assert app.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", ["f1", "f3", "ctrl+p"])
async def test_a_box_lies_in_the_middle_of_its_screen(language: str, key: str) -> None:
    async with Stage().window("debrief", language) as (app, pilot):
        await pilot.press(key)
        await settled(app, pilot)
        matches_golden(app, f"box-{key}-{language}")
