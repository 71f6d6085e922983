"""A manager's screens: his own first, everybody's a key away, and an outcome told about another's debrief."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.domain import debrief_events as e
from coach.domain.history import fold
from coach.domain.inbox import InboxFilter
from coach.domain.summarise import summarise
from coach.journal.sqlite import SqliteJournal
from coach.terminal.widgets.rows import Key, Rows
from coach.terminal.widgets.transcript import Transcript
from tests.made_up import NOW, store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import grid, say, settled, until


def seen(app: object) -> str:
    return "\n".join(grid(app))  # type: ignore[arg-type]


async def test_home_shows_ones_own_and_with_a_key_everybodys_with_their_names(tmp_path: Path) -> None:
    owners = SqliteJournal(store(tmp_path)).reps()
    stage = ReadingStage(tmp_path / "coach.db", owners.pop())
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


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_reader_who_makes_no_visits_finds_everybodys_on_his_home_screen(tmp_path: Path, language: str) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    owners = SqliteJournal(stage.path).reps()
    async with stage.window("home", language, (120, 60)) as (app, pilot):
        assert {"zh": "所有人的复盘", "en": "everybody's debriefs"}[language] in grid(app)[0]
        assert any(owner in seen(app) for owner in owners)
        assert {"zh": "进门前先念一遍", "en": "read your sentence"}[language] not in seen(app)
        assert not any(line.rstrip().endswith((":", "：")) for line in grid(app))
        await pilot.press("f2")
        await settled(app, pilot)
        assert {"zh": "还没有你自己的拜访", "en": "No visits of your own"}[language] in seen(app)


@pytest.mark.parametrize("line", [None, 12])
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_what_a_manager_said_is_read_whole_where_his_row_at_home_leads(
    tmp_path: Path, line: int | None, size: tuple[int, int]
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    row = next(row for row in stage.reviewing().inbox.page(InboxFilter(), limit=99) if not row.comments)
    said = " ".join(f"word{n}" for n in range(30))
    stage.reviewing().comment(row.id, said, line)
    stage.who = row.owner
    async with stage.window("home", "en", size) as (app, pilot):
        await until(app, pilot, lambda: "word1" in seen(app))
        assert "word29" not in seen(app)
        while (app.screen.query_one(Rows).pointed or ())[:2] != ("news", row.id):
            await pilot.press("down")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "word1 " in seen(app)
        assert "word29" in seen(app)


async def test_what_a_manager_said_stands_on_the_reps_home_screen_until_he_has_looked(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    row = next(
        row for row in stage.reviewing().inbox.page(InboxFilter(unread=True), limit=99) if "overdue" in row.reasons
    )
    stage.reviewing().overrule(row.id, "B", "her partner signs too")
    stage.who, stage.clock.day = row.owner, stage.clock.day + timedelta(days=1)
    async with stage.window("home", "en", (140, 60)) as (app, pilot):
        await until(app, pilot, lambda: "Boss overruled: A → B, because her partner signs too" in seen(app))
        assert "overruled to B; no longer an A" in seen(app)
        while (app.screen.query_one(Rows).pointed or ())[:2] != ("news", row.id):
            await pilot.press("down")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "B, by Boss" in seen(app)
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Boss overruled" not in seen(app)


@pytest.mark.parametrize(("language", "words"), [("zh", "现在：{}。"), ("en", "So far: {}. ")])
async def test_whoever_overrules_is_told_what_stands_and_never_an_a_that_ran_out_or_a_dash(
    tmp_path: Path, language: str, words: str
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    rows = stage.reviewing().inbox.page(InboxFilter(), limit=300)
    expired = next(row for row in rows if "overdue" in row.reasons and not row.overruled)
    unclassed = next(row for row in rows if row.verdict_class is None and not row.overruled)
    none = {"zh": "还没有类", "en": "no class yet"}[language]
    for row, told in ((expired, "A→B/D"), (unclassed, none)):
        async with stage.window(("casefile", row.id), language, (120, 40)) as (app, pilot):
            await pilot.press("ctrl+d")
            await settled(app, pilot)
            assert words.format(told) in seen(app)


@pytest.mark.parametrize(("language", "told"), [("zh", "A 类过期了：B 还是 D？"), ("en", "Class A ran out: B or D?")])
@pytest.mark.parametrize("width", [80, 140])
async def test_a_casefile_shows_no_a_that_ran_out_as_an_a(tmp_path: Path, language: str, told: str, width: int) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    name = stage.reviewing().inbox.page(InboxFilter(reasons=("overdue",)), limit=1)[0].id
    async with stage.window(("casefile", name), language, (width, 40)) as (app, _):
        assert told in seen(app)


@pytest.mark.parametrize(("language", "his", "ones_own"), [("zh", "自评", "你判的"), ("en", "Claimed", "You said")])
async def test_a_casefile_speaks_of_the_rep_where_another_reads_it(
    tmp_path: Path, language: str, his: str, ones_own: str
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    row = stage.reviewing().inbox.page(InboxFilter(reasons=("overdue",)), limit=1)[0]
    for who, label in (("Boss", his), (row.owner, ones_own)):
        stage.who = who
        async with stage.window(("casefile", row.id), language, (140, 40)) as (app, _):
            told = [label for label in (his, ones_own) if any(f"│ {label} " in line for line in grid(app))]
            assert told == [label]


@pytest.mark.parametrize(("language", "label"), [("zh", "自评"), ("en", "Claimed")])
async def test_a_narrow_casefile_holds_anothers_claim_beside_the_rules_class(
    tmp_path: Path, language: str, label: str
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    row = next(
        row
        for row in stage.reviewing().inbox.page(InboxFilter(reasons=("differs",)), limit=99)
        if row.claimed_confidence
    )
    async with stage.window(("casefile", row.id), language, (80, 24)) as (app, _):
        told = grid(app)[1].partition("│")[2]
        assert f"{label} {row.claimed_class} {row.claimed_confidence}%" in told
        assert str(row.verdict_class) in told.partition("%")[2]


async def test_after_an_outcome_the_pointer_stays_where_it_was(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    async with stage.window("home", "en", (120, 60)) as (app, pilot):
        rows = app.screen.query_one(Rows)
        await pilot.press("down", "down", "down")
        at, name = rows.at, rows.pointed
        await pilot.press("f4", "enter")
        await settled(app, pilot)
        assert rows.pointed not in (Key("new"), name)
        assert rows.at == at


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


@pytest.mark.parametrize(("language", "more"), [("zh", "按 Enter 全部列出"), ("en", "more; Enter shows them")])
async def test_a_long_list_on_the_home_screen_says_how_many_more_there_are_and_shows_them(
    tmp_path: Path, language: str, more: str
) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    async with stage.window("home", language, (120, 200)) as (app, pilot):
        (line, *_) = (line for line in grid(app) if more in line)
        count = int("".join(sign for sign in line if sign.isdigit()))
        rows = app.screen.query_one(Rows)
        before = rows.count
        while (rows.pointed or Key("")).kind != "more":
            await pilot.press("down")
        await pilot.press("enter")
        await settled(app, pilot)
        assert more not in seen(app)
        assert rows.count >= before + count - 1


async def test_practice_is_offered_on_the_first_evening_and_on_any_with_nothing_pressing() -> None:
    from tests.terminal.stage import EN, Stage

    stage = Stage()
    for offer in ("No visit today? Practise", "Nothing pressing: practise"):
        async with stage.window("home", "en") as (app, pilot):
            assert offer in seen(app)
            await pilot.press("down", "enter")
            await until(app, pilot, lambda: "Rehearse a close" in grid(app)[0])
        stage.desk().outcome(stage.told(EN, "en"), "lost", stage.clock.day)


async def test_a_list_of_everybodys_debriefs_says_whose_each_one_is(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path))
    async with stage.window("home", "en", (80, 24)) as (app, pilot):
        await pilot.press("ctrl+o")
        await until(app, pilot, lambda: "Customer" in grid(app)[1])
        await settled(app, pilot)
        assert grid(app)[1].split() == ["Visit", "Said", "Rules", "Rep", "Customer"]
        latest = stage.desk().page(0, 5)
        assert all(any(row.visit_date in line and row.owner in line for line in grid(app)) for row in latest)


async def test_who_reads_anothers_debrief_is_shown_the_keys_of_a_reader_wherever_he_came_from(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    name = stage.desk().page(0, 1)[0].id
    async with stage.window(("casefile", name), "en", (100, 30)) as (app, _):
        assert "Ctrl+K Comment" in grid(app)[-1]
        assert "Ctrl+D Overrule" in grid(app)[-1]
    stage.who = stage.desk().page(0, 1)[0].owner
    async with stage.window(("casefile", name), "en", (100, 30)) as (app, _):
        assert "Comment" not in grid(app)[-1]


async def test_the_line_pointed_at_stays_the_same_when_something_is_put_above_it(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path), "Boss")
    name = next(row.id for row in stage.desk().page(0, 50) if row.state == "recorded" and row.verdict_class == "A")
    async with stage.window(("casefile", name), "en", (100, 30)) as (app, pilot):
        await pilot.press("down", "down", "down")
        line = app.screen.line  # type: ignore[attr-defined]
        await pilot.press("ctrl+k")
        await settled(app, pilot)
        await say(app, pilot, "why?")
        await pilot.press("ctrl+d", "3")
        await settled(app, pilot)
        await say(app, pilot, "no")
        assert "Boss" in str(app.screen.query_one(Transcript).messages[0]), "the overruling stands above the talk"
        assert app.screen.line == line  # type: ignore[attr-defined]
