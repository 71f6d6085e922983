"""The rehearsal on the screen: checks first, a clock that can stand still, any turn again, attempts side by side,
secrets last.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key
from textual.pilot import Pilot

from coach.conduct.desk import Desk
from coach.conduct.practising import Rehearsing
from coach.conduct.rehearsal_room import RehearsalRoom
from coach.journal.memory import MemoryJournal
from coach.terminal.app import CoachApp
from coach.terminal.beginning import Begin
from coach.terminal.screens.rehearsal import RehearsalScreen
from coach.terminal.widgets.transcript import Transcript
from tests.terminal.stage import EN, Day, Stage, grid, say, settled


class Wound(Day):
    """A clock set by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


def seen(app: CoachApp) -> str:
    return " ".join(" ".join(grid(app)).split())


async def begun(app: CoachApp, pilot: Pilot[None], *keys: str) -> None:
    """The first scenario of the shelf, opened."""
    await pilot.press("ctrl+r")
    await settled(app, pilot)
    await pilot.press(*keys, "enter")
    await settled(app, pilot)


async def left(app: CoachApp, pilot: Pilot[None]) -> None:
    await pilot.press("f5")
    await settled(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_checks_are_shown_before_the_first_word(size: tuple[int, int]) -> None:
    async with Stage().window(language="en", size=size) as (app, pilot):
        await begun(app, pilot)
        assert "Found out who decides" in seen(app)
        assert "20:00" in grid(app)[0]


async def test_a_line_of_the_talk_is_picked_and_copied_as_in_a_debrief() -> None:
    async with Stage().window(language="en") as (app, pilot):
        await begun(app, pilot)
        await say(app, pilot, "Who decides on this besides you?")
        said = app.screen.query_one(Transcript).messages
        await pilot.press("alt+up", "alt+up", "f8")
        assert app.clipboard == said[-2].text == "Who decides on this besides you?"


async def test_what_is_sent_while_the_customer_is_still_arriving_is_said_once_he_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arrived, held = Event(), RehearsalRoom.rules

    def late(room: RehearsalRoom) -> object:
        arrived.wait(5)
        return held.__get__(room)

    monkeypatch.setattr(RehearsalRoom, "rules", property(late))
    async with Stage().window(language="en") as (app, pilot):
        await pilot.press("ctrl+r")
        await settled(app, pilot)
        await pilot.press("enter")
        await pilot.pause(0.1)
        await pilot.press(*"why now?", "enter")
        assert "You ▌ why now?" not in seen(app)
        arrived.set()
        await settled(app, pilot)
        await settled(app, pilot)
        assert "why now?" in app.screen.query_one("#talk", Transcript).as_text()


async def test_a_pause_is_seen_and_counted_and_costs_no_time() -> None:
    stage = Stage()
    stage.clock = Wound()
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot)
        await pilot.press("f4")
        await settled(app, pilot)
        stage.clock.moment += timedelta(minutes=7)
        await pilot.pause(1.1)
        assert "20:00 the clock stands still (pause 1)" in " ".join(grid(app)[0].split())
        await pilot.press("f4")
        await settled(app, pilot)
        await left(app, pilot)
        assert "Clock stopped: 1×" in seen(app)


async def test_a_clock_set_back_takes_no_time_and_gives_none() -> None:
    stage = Stage()
    stage.clock = Wound()
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot)
        stage.clock.moment -= timedelta(days=2)
        await pilot.pause(1.1)
        assert "20:00" in grid(app)[0]
        await say(app, pilot, "Shall we sign today?")
        assert "20:00" in grid(app)[0]


async def test_what_stood_behind_the_customer_is_shown_only_when_asked_for() -> None:
    async with Stage().window(language="en", size=(120, 40)) as (app, pilot):
        await begun(app, pilot)
        await pilot.press("f6")
        await settled(app, pilot)
        assert "Behind the customer" not in seen(app)
        await left(app, pilot)
        assert "Behind the customer" not in seen(app)
        await pilot.press("f6")
        await settled(app, pilot)
        assert "Behind the customer: class A." in seen(app)


async def test_the_list_of_keys_is_of_what_works_now_before_the_end_and_after() -> None:
    async with Stage().window(language="en", size=(120, 40)) as (app, pilot):
        await begun(app, pilot)
        await pilot.press("f1")
        await settled(app, pilot)
        assert "F4" in seen(app)
        assert "F7" not in seen(app)
        await pilot.press("f1")
        await left(app, pilot)
        await pilot.press("f1")
        await settled(app, pilot)
        assert "F4" not in seen(app)
        assert all(key in seen(app) for key in ("F6", "F7", "F9", "Ctrl+Q"))


async def test_enter_tries_the_turn_at_the_gap_and_a_number_any_other() -> None:
    async with Stage().window(language="en", size=(120, 40)) as (app, pilot):
        await begun(app, pilot)
        for line in ("Shall we sign today?", "Sign here, shall we?", "Shall we sign it now?"):
            await say(app, pilot, line)
        await left(app, pilot)
        assert "2. Sign here, shall we?" in seen(app)
        await say(app, pilot, "9")
        assert "no such turn" in seen(app)
        await say(app, pilot, "2")
        assert app.screen.talk.opened.turn == 2  # type: ignore[attr-defined]
        assert "Shall we sign today?" in seen(app)
        assert "Sign here" not in seen(app)


async def test_a_line_sent_before_the_last_one_is_answered_comes_back_to_the_composer() -> None:
    async with Stage().window(language="en") as (app, pilot):
        await begun(app, pilot)
        for key in ("W", "enter", "H", "enter"):
            app.post_message(Key(key, "\r" if key == "enter" else key))
        await settled(app, pilot)
        assert [turn.rep for turn in app.screen.talk.state.exchanges] == ["W"]  # type: ignore[attr-defined]
        assert app.screen.query_one("#composer").text == "H"  # type: ignore[attr-defined]


async def test_attempts_stand_side_by_side_with_the_turn_tried_again() -> None:
    async with Stage().window(language="en", size=(120, 40)) as (app, pilot):
        await begun(app, pilot)
        await say(app, pilot, "Shall we sign today?")
        await left(app, pilot)
        await say(app, pilot, "1")
        await say(app, pilot, "What would you need, to sign today?")
        await left(app, pilot)
        await pilot.press("f7")
        await settled(app, pilot)
        assert "1 2 attempt" in seen(app)
        assert "Turn 1, each time" in seen(app)
        assert seen(app).count("Shall we sign today?") == 1
        await pilot.press("f7")
        await settled(app, pilot)
        assert "Your attempts" in seen(app)
        assert "Turn 1, each time" not in seen(app)


async def test_a_rehearsal_left_open_is_on_the_shelf_with_what_was_half_typed() -> None:
    stage = Stage()
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot)
        await say(app, pilot, "Shall we sign today?")
        await pilot.press(*"And then")
        await pilot.press("escape")
        await settled(app, pilot)
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot, "down")
        assert "Shall we sign today?" in seen(app)
        assert app.screen.query_one("#composer").text == "And then"  # type: ignore[attr-defined]


async def test_a_rehearsal_left_while_it_is_being_opened_keeps_its_draft_and_is_released(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = Stage()
    opening, let_go = Event(), Event()

    def slowly(self: RehearsalRoom, name: str) -> Rehearsing:
        talk = resume(self, name)
        opening.set()
        let_go.wait(5)
        return talk

    resume = RehearsalRoom.resume
    monkeypatch.setattr(RehearsalRoom, "resume", slowly)
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot)
        name = app.screen.talk.id  # type: ignore[attr-defined]
        await pilot.press(*"And", "escape")
        await settled(app, pilot)
        app.go(RehearsalScreen(Begin(resume=name)))
        while not opening.is_set():
            await pilot.pause(0.02)
        app.post_message(Key("escape", None))
        while isinstance(app.screen, RehearsalScreen):
            await pilot.pause(0.02)
        let_go.set()
        await settled(app, pilot)
        again = MemoryJournal(other_window=stage.journal)
        assert (again.draft(name), again.hold(name)) == ("And", True)


async def test_a_new_debrief_puts_the_rehearsal_away_like_every_other_way_out() -> None:
    stage = Stage()
    async with stage.window(language="en") as (app, pilot):
        await begun(app, pilot)
        talk = app.screen.talk  # type: ignore[attr-defined]
        await pilot.press(*"And", "ctrl+n")
        await settled(app, pilot)
        assert talk.draft() == "And"
        assert talk.state.stopped_at
        assert MemoryJournal(other_window=stage.journal).hold(talk.id)


async def test_the_customer_of_a_debrief_is_one_key_from_its_casefile_and_can_be_gone_on_with() -> None:
    stage = Stage()
    name = stage.told(EN, "en")
    async with stage.window(("casefile", name), "en") as (app, pilot):
        await pilot.press("f7")
        await settled(app, pilot)
        assert "Made from your debrief" in seen(app)
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Your own customer" in seen(app)
        assert "one left open" in seen(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Made from your debrief" in seen(app)


async def test_the_coach_sells_when_the_sides_are_swapped() -> None:
    async with Stage().window(language="en") as (app, pilot):
        await begun(app, pilot, "f4")
        assert app.screen.talk.opened.swapped  # type: ignore[attr-defined]
        await say(app, pilot, "I want fewer breakdowns.")
        assert len(app.screen.talk.state.exchanges) == 1  # type: ignore[attr-defined]


async def test_a_scenario_file_that_cannot_be_used_is_named_on_the_shelf(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "mine"\napprovals = "none"\n', "utf-8")

    class Own(Stage):
        def desk(self) -> Desk:
            return Desk(self.place(MemoryJournal(self.journal)), [tmp_path])

    async with Own().window(language="en", size=(120, 40)) as (app, pilot):
        await pilot.press("ctrl+r")
        await settled(app, pilot)
        assert "mine.toml:2" in seen(app)
        assert "A retarder-prover" in seen(app)


async def test_the_screen_may_begin_with_a_rehearsal_or_with_the_shelf_of_customers() -> None:
    stage = Stage()
    talk = stage.desk().rehearsals().begin("bakery", "zh", "normal", seed=3)
    talk.release()
    async with stage.window(first=("rehearse", talk.id)) as (app, _):
        assert talk.state.greeting[:8] in seen(app)
    async with stage.window(first="rehearse") as (app, _):
        assert "面包房的醒发一体柜" in seen(app)
