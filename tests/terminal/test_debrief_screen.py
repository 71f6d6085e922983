"""Holding a debrief on the screen."""

from threading import Event

import pytest
from textual.events import Key
from textual.geometry import Offset

from coach.domain import debrief_events as e
from coach.domain.vocabulary import FACTS, FactName
from coach.journal.memory import MemoryJournal
from coach.terminal.screens.debrief import CLOSING
from coach.terminal.widgets.composer import Composer
from coach.terminal.widgets.findings import Findings
from coach.terminal.widgets.transcript import Transcript
from tests.terminal.stage import EN, ZH, Stage, grid, say, settled, until


async def test_enter_sends_and_ctrl_j_breaks_the_line() -> None:
    async with Stage().window("debrief") as (app, pilot):
        await pilot.press("a", "ctrl+j", "b")
        assert app.screen.query_one(Composer).text == "a\nb"
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen.query_one(Composer).text == ""
        assert [m.text for m in app.screen.query_one(Transcript).messages if m.who == "rep"] == ["a\nb"]


async def test_the_first_question_is_the_one_recorded_and_is_shown_once() -> None:
    async with Stage().window("debrief") as (app, pilot):
        before = app.screen.query_one(Transcript).messages[0].text
        await say(app, pilot, "你好")
        messages = app.screen.query_one(Transcript).messages
        assert [m.text for m in messages].count(before) == 1
        assert app.screen.talk.debrief.transcript[0].text == before  # type: ignore[attr-defined]


@pytest.mark.parametrize(("language", "told"), [("zh", ZH), ("en", EN)])
async def test_what_is_said_while_the_board_stands_in_place_of_the_talk_is_wrapped_to_the_talks_width(language: str, told: tuple[tuple[str, object], ...]) -> None:  # fmt: skip
    async with Stage().window("debrief", language, (60, 20)) as (app, pilot):
        await pilot.press("f2")
        await say(app, pilot, told[0][0])
        await pilot.press("f2")
        await settled(app, pilot)
        talk = app.screen.query_one(Transcript)
        asked = talk.messages[-1].text
        assert asked[:20] in "\n".join(grid(app))
        assert asked[-8:] in "\n".join(grid(app))


async def test_nothing_is_written_down_before_something_is_typed() -> None:
    stage = Stage()
    async with stage.window("debrief") as (app, pilot):
        await pilot.press("enter", "f2", "escape")
        await settled(app, pilot)
        assert list(stage.journal.streams()) == []


async def test_a_whole_debrief_ends_with_the_card_and_enter_goes_home() -> None:
    async with Stage().window("debrief", "en", (120, 36)) as (app, pilot):
        for text, _ in EN:
            await say(app, pilot, text)
        assert app.screen.sheet.ruled  # type: ignore[attr-defined]
        while not app.screen.sheet.recorded:  # type: ignore[attr-defined]
            await pilot.press("1")
            await settled(app, pilot)
        seen = "\n".join(grid(app))
        assert "Class A" in seen
        assert "3 December (Thu)" in seen
        assert "Shall we put it" in seen
        assert grid(app)[-1].startswith(" F1 Keys  Enter Home  F7 Rehearse this customer")
        assert not any(f"{key} " in seen for key in ("F3", "F4", "F5", "F6"))
        await pilot.pause(CLOSING)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Next steps" in "\n".join(grid(app))


async def test_the_customer_just_debriefed_is_rehearsed_with_one_key_once_all_is_recorded_and_not_before() -> None:
    async with Stage().window("debrief", "en", (120, 36)) as (app, pilot):
        for text, _ in EN:
            await say(app, pilot, text)
        await pilot.press("f7")
        await settled(app, pilot)
        while not app.screen.sheet.recorded:  # type: ignore[attr-defined]
            await pilot.press("1")
            await settled(app, pilot)
        await pilot.press("f7")
        await until(app, pilot, lambda: type(app.screen).__name__ == "RehearsalScreen")
        assert "Whitfield" in "\n".join(grid(app))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_an_enter_right_behind_the_last_number_does_not_take_the_closing_card_away(size: tuple[int, int]) -> None:
    async with Stage().window("debrief", "en", size) as (app, pilot):
        for text, _ in EN:
            await say(app, pilot, text)
        while not app.screen.sheet.recorded:  # type: ignore[attr-defined]
            await pilot.press("1")
            await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        seen = "\n".join(grid(app))
        for told in ("Class A", "first KP met", "3 December (Thu)", "Next"):
            assert told in seen


async def test_a_debrief_asked_for_with_its_product_shows_and_keeps_it() -> None:
    stage = Stage()
    async with stage.window("debrief", "en", (120, 36), product="Chiller X") as (app, pilot):
        await say(app, pilot, EN[0][0])
        assert "Chiller X" in "\n".join(grid(app))
        assert [row.product for row in stage.journal.summaries()] == ["Chiller X"]
        await say(app, pilot, "/edit product Pump")
        assert "Pump" in "\n".join(grid(app))


@pytest.mark.parametrize("key", ["2", "２"])
async def test_a_number_key_takes_the_numbered_answer(key: str) -> None:
    async with Stage().window("debrief") as (app, pilot):
        for text, _ in ZH[:1]:
            await say(app, pilot, text)
        while not app.screen.query_one(Composer).numbers:
            await say(app, pilot, "不好说")
        options = app.screen.query_one(Transcript)._options
        await pilot.press(key)
        await settled(app, pilot)
        said = [m.text for m in app.screen.query_one(Transcript).messages if m.who == "rep"]
        assert said[-1] == f"2  {options[1].label}"


@pytest.mark.parametrize("key", ["1", "enter"])
async def test_a_key_hit_twice_before_the_first_is_answered_is_one_answer(key: str) -> None:
    async with Stage().window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        while not app.screen.query_one(Composer).numbers:
            await say(app, pilot, "不好说")
        before = len([m for m in app.screen.query_one(Transcript).messages if m.who == "rep"])
        if key == "enter":
            app.screen.query_one(Composer).load_text("说不准")
        for _ in range(2):
            app.post_message(Key(key, "\r" if key == "enter" else key))
        await settled(app, pilot)
        said = [m.text.partition("  ")[0] for m in app.screen.query_one(Transcript).messages if m.who == "rep"]
        assert said[before:] == ["说不准" if key == "enter" else key]
        assert app.screen.query_one(Composer).text == ""


async def test_a_number_is_only_a_character_where_nothing_is_numbered_or_something_is_written() -> None:
    async with Stage().window("debrief") as (app, pilot):
        await pilot.press("2")
        assert app.screen.query_one(Composer).text == "2"


async def test_one_key_opens_a_fact_and_one_sets_it() -> None:
    async with Stage().window("debrief", size=(120, 36)) as (app, pilot):
        await say(app, pilot, ZH[0][0])
        await say(app, pilot, ZH[1][0])
        await pilot.press("f4", "2")
        await settled(app, pilot)
        fact = app.screen.query_one(Findings).sheet.fact("need")
        assert (fact.value, fact.corrected) == ("no", True)
        assert "D 类" in "\n".join(grid(app))


async def test_a_click_on_a_fact_opens_it_and_a_click_on_a_value_sets_it() -> None:
    async with Stage().window("debrief", size=(120, 36)) as (app, pilot):
        await say(app, pilot, ZH[0][0])
        await pilot.click(Findings, offset=Offset(8, 2))
        await settled(app, pilot)
        rows = grid(app)
        y = next(n for n, row in enumerate(rows) if "1  要" in row)
        await pilot.click(offset=Offset(rows[y].index("1  要"), y))
        await settled(app, pilot)
        assert app.screen.query_one(Findings).sheet.fact("need").value == "yes"


async def test_what_is_half_typed_is_there_again_at_the_next_start() -> None:
    stage = Stage()
    async with stage.window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        await pilot.press("h", "a", "l", "f")
        name = app.screen.talk.id  # type: ignore[attr-defined]
        await until(app, pilot, lambda: stage.journal.draft(name) == "half", 2.0)
    async with stage.window(("debrief", name)) as (app, pilot):
        assert app.screen.query_one(Composer).text == "half"
        await pilot.press("enter")
        await settled(app, pilot)
    assert stage.journal.draft(name) == ""


async def test_leaving_keeps_the_draft_without_waiting_for_the_clock() -> None:
    stage = Stage()
    async with stage.window("debrief") as (app, pilot):
        await pilot.press("x", "escape")
        await settled(app, pilot)
        name = next(iter(stage.journal.streams()))
        assert stage.journal.draft(name) == "x"


@pytest.mark.parametrize("busy", [True, False])
@pytest.mark.parametrize("seconds", [0, 0.1])
async def test_what_was_sent_is_kept_and_the_debrief_released_though_one_leaves_before_it_is_answered(
    busy: bool, seconds: float
) -> None:
    stage = Stage()
    let_go = Event()
    async with stage.window("debrief") as (app, pilot):
        app.screen.query_one(Composer).load_text("没签，他要想想")
        if busy:
            app.worker.send(lambda _: let_go.wait(5))
        app.post_message(Key("enter", "\r"))
        if seconds:
            await pilot.pause(seconds)
        app.post_message(Key("escape", None))
        for _ in range(5):
            await pilot.pause(0.02)
        let_go.set()
        await settled(app, pilot)
        (name,) = stage.journal.streams()
        assert MemoryJournal(other_window=stage.journal).hold(name)
    said = [recorded.event.text for recorded in stage.journal.read(name) if isinstance(recorded.event, e.RepSaid)]
    assert (said, stage.journal.draft(name)) == (["没签，他要想想"], "")


async def test_a_debrief_goes_on_at_the_question_it_was_left_at() -> None:
    stage = Stage()
    name = stage.told(ZH, "zh", 3, confirm=False)
    async with stage.window("home") as (app, pilot):
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert app.screen.talk.id == name  # type: ignore[attr-defined]
        last = app.screen.query_one(Transcript).messages[-1]
        assert last.who == "question"


async def test_words_that_could_not_be_kept_are_back_in_the_composer() -> None:
    stage = Stage()
    async with stage.window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        stage.disk.left = 1
        await say(app, pilot, "A，80")
        assert app.screen.query_one(Composer).text == "A，80"
        assert len(app.faults) == 1
        app.faults.clear()
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen.query_one(Composer).text == ""


async def test_ctrl_l_changes_the_language_of_screen_and_talk() -> None:
    async with Stage().window("debrief", "zh") as (app, pilot):
        await pilot.press("ctrl+l")
        await settled(app, pilot)
        assert "[visit]" in grid(app)[0]
        await say(app, pilot, EN[0][0])
        await pilot.press("ctrl+l")
        await settled(app, pilot)
        assert "事实板" in grid(app)[-1]
        assert app.screen.talk.debrief.language == "zh"  # type: ignore[attr-defined]


async def test_the_first_words_set_the_language_where_nobody_chose_one() -> None:
    async with Stage().window("debrief", "zh", follow_language=True) as (app, pilot):
        await say(app, pilot, EN[0][0])
        assert "Facts" in grid(app)[-1]


async def test_what_the_coach_says_to_an_answer_comes_into_view_though_one_was_reading_back() -> None:
    async with Stage().window("debrief") as (app, pilot):
        for text, _ in ZH[:5]:
            await say(app, pilot, text)
        talk = app.screen.query_one(Transcript)
        assert talk.scroll_offset.y == talk.max_scroll_y > 0
        await pilot.press("pageup")
        assert talk.scroll_offset.y < talk.max_scroll_y
        await say(app, pilot, ZH[5][0])
        assert talk.scroll_offset.y == talk.max_scroll_y


async def test_end_leads_to_the_last_word_where_the_box_is_empty_and_to_the_end_of_the_line_where_it_is_not() -> None:
    async with Stage().window("debrief") as (app, pilot):
        for text, _ in ZH[:5]:
            await say(app, pilot, text)
        talk, composer = app.screen.query_one(Transcript), app.screen.query_one(Composer)
        await pilot.press("pageup", "end")
        assert talk.scroll_offset.y == talk.max_scroll_y > 0
        await pilot.press("a", "b", "pageup", "home", "end")
        assert talk.scroll_offset.y < talk.max_scroll_y
        assert composer.cursor_location == (0, 2)


async def test_another_language_leaves_the_last_word_in_view() -> None:
    async with Stage().window("debrief", "en") as (app, pilot):
        for text, _ in EN[:5]:
            await say(app, pilot, text)
        talk = app.screen.query_one(Transcript)
        await pilot.press("ctrl+l")
        await settled(app, pilot)
        assert talk.scroll_offset.y == talk.max_scroll_y > 0
        await say(app, pilot, EN[5][0])
        assert talk.scroll_offset.y == talk.max_scroll_y


async def test_a_word_that_goes_away_by_itself_hides_nothing() -> None:
    stage = Stage()
    name = stage.told(ZH, "zh", 3, confirm=False)
    stage.journal.save_draft(name, "上回没发的话")
    async with stage.window(("debrief", name)) as (app, pilot):
        await until(app, pilot, lambda: any("放回" in row or "上次" in row for row in grid(app)))
        seen = "\n".join(grid(app))
        assert "上回没发的话" in seen, seen
        last = app.screen.query_one(Transcript).messages[-1].text
        assert last[-6:] in seen.replace("\n", ""), seen
        assert "F1" in grid(app)[-1]
        await pilot.press("f9")
        await until(app, pilot, lambda: any("已复制" in row for row in grid(app)))
        assert last[-6:] in "".join(grid(app)), "the end was in sight and stays so"


async def test_a_line_and_the_whole_talk_can_be_copied_without_the_wrapping_of_the_screen() -> None:
    async with Stage().window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        said = app.screen.query_one(Transcript).messages
        await pilot.press("alt+up", "f8")
        assert app.clipboard == said[-1].text
        await pilot.press("alt+up", "alt+up", "f8")
        assert app.clipboard == said[-3].text
        await pilot.press("f9")
        assert app.clipboard.splitlines() == [f"{'我' if m.who == 'rep' else '教练'}: {m.text}" for m in said]


async def test_a_megabyte_pasted_is_cleaned_cut_and_said_so() -> None:
    from textual import events

    async with Stage().window("debrief") as (app, pilot):
        composer = app.screen.query_one(Composer)
        app.post_message(events.Paste("\x1b[2J\x00" + "很长的一段话。\n" * 130_000))
        await until(app, pilot, lambda: bool(composer.text), 20)
        assert len(composer.text) == 200_000
        assert "\x1b" not in composer.text
        assert any("200000" in n.message for n in app._notifications)
        assert composer.outer_size.height <= 8


async def test_a_slash_and_a_question_mark_of_full_width_are_understood() -> None:
    async with Stage().window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        for text in ("？", "／why", "/facts"):
            await say(app, pilot, text)
        notices = [m for m in app.screen.query_one(Transcript).messages if m.who == "notice"]
        assert len(notices) == 3


async def test_f1_lists_the_keys_and_the_palette_finds_and_runs_a_command() -> None:
    async with Stage().window("debrief") as (app, pilot):
        await say(app, pilot, ZH[0][0])
        await pilot.press("f1")
        await settled(app, pilot)
        assert "Ctrl+J" in "\n".join(grid(app))
        await pilot.press("escape", "ctrl+p")
        await settled(app, pilot)
        app.screen.query_one("Input").value = "收回"  # type: ignore[attr-defined]
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen.query_one(Findings).sheet.fact("value").value is None


async def test_a_key_that_comes_after_a_dialog_closed_closes_nothing_else() -> None:
    async with Stage().window("debrief") as (app, pilot):
        shown = app.screen
        await pilot.press("f1")
        await settled(app, pilot)
        dialog = app.screen
        for _ in range(3):
            dialog.post_message(Key("enter", None))
        await settled(app, pilot)
        assert app.screen is shown
        assert app.is_running


async def test_a_debrief_open_in_another_window_is_told_so() -> None:
    stage = Stage()
    name = stage.told(ZH, "zh", 2, confirm=False)
    other = stage.desk().resume(name)
    async with stage.window(("debrief", name)) as (app, _):
        assert "另一个窗口" in "\n".join(grid(app))
    other.release()


@pytest.mark.parametrize("size", [(44, 14), (60, 12), (120, 30), (100, 40)])
async def test_another_size_in_mid_talk_leaves_the_open_question_in_sight(size: tuple[int, int]) -> None:
    stage = Stage()
    async with stage.window("debrief", "zh", (80, 24)) as (app, pilot):
        for text, _ in ZH[:4]:
            await say(app, pilot, text)
        question = app.screen.query_one(Transcript).messages[-1].text[-8:]
        assert question in "".join(grid(app))
        for to in (size, (80, 24), size):
            await pilot.resize_terminal(*to)
            await settled(app, pilot)
            assert question in "".join(line.strip(" │▌▁▂▃▄▅▆▇█") for line in grid(app)), to


@pytest.mark.parametrize(("key", "fact"), [*zip(("f3", "f4", "f5", "f6"), FACTS, strict=True)])
async def test_each_fact_is_put_right_with_its_key_while_the_composer_is_typed_in(key: str, fact: FactName) -> None:
    async with Stage().window("debrief", "en", (120, 36)) as (app, pilot):
        await say(app, pilot, EN[0][0])
        await pilot.press("x", key)
        await settled(app, pilot)
        await pilot.press("2")
        await settled(app, pilot)
        assert app.screen.sheet.fact(fact).corrected  # type: ignore[attr-defined]
        assert app.screen.query_one(Composer).text == "x"
