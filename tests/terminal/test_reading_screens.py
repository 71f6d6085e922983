"""Inbox, casefile as a reader sees it, search, ledger: what they show, where their keys lead, what is written down."""

import re
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from coach.conduct.identity import Identity
from coach.domain.cleaning import clean
from coach.domain.inbox import InboxFilter
from coach.journal.sqlite import SqliteJournal
from coach.phrases import load
from coach.terminal.widgets.rows import PagedRows, Rows
from coach.terminal.widgets.transcript import Transcript
from tests.made_up import store
from tests.reports.hostile import hostile_store
from tests.terminal.reading_stage import ReadingStage
from tests.terminal.stage import EN, ZH, grid, matches_golden, say, settled, until
from tests.terminal.test_hostile_words import HOSTILE, harmless


@pytest.fixture
def stage(tmp_path: Path) -> ReadingStage:
    return ReadingStage(store(tmp_path))


def small(tmp_path: Path, who: str = "rep") -> ReadingStage:
    """A store with one debrief in each language, held by `who`."""
    stage = ReadingStage(tmp_path / "coach.db", who)
    stage.told(EN, "en")
    stage.told(ZH, "zh")
    return stage


def pointed(app: object) -> str:
    """The row pointed at."""
    return next(row for row in grid(app) if row.startswith(">"))  # type: ignore[arg-type]


async def test_the_inbox_puts_on_top_what_most_needs_reading_and_fetches_what_is_in_sight(stage: ReadingStage) -> None:
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        rows = stage.reviewing().inbox.page(InboxFilter(), limit=1000)
        assert f"{len(rows)} debriefs" in grid(app)[0]
        assert "overdue" in pointed(app)
        assert rows[0].visit_date in pointed(app)
        await pilot.press("end")
        await settled(app, pilot)
        assert rows[-1].visit_date in pointed(app)
        assert len(app.screen.query_one(PagedRows)._kept) < 3


async def test_a_store_that_was_never_read_is_read_in_while_one_waits(tmp_path: Path) -> None:
    stage = ReadingStage(store(tmp_path, 60))
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await until(app, pilot, lambda: f"{stage.reviewing().inbox.count(InboxFilter())} debriefs" in grid(app)[0])
        assert app.working == ""


async def test_one_key_leads_to_the_next_unread_and_opening_it_marks_it_read(stage: ReadingStage) -> None:
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        await pilot.press("tab")
        await settled(app, pilot)
        assert "●" in pointed(app)
        at = app.screen.query_one(PagedRows).at
        name = stage.reviewing().inbox.page(InboxFilter(), limit=at + 1)[at].id
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen._about == name  # type: ignore[attr-defined]
        assert not stage.desk().case(name).unread
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen.query_one(PagedRows).at == at
        assert "●" not in pointed(app)


@pytest.mark.parametrize("only_unread", [False, True], ids=["everything", "unread"])
async def test_ten_debriefs_are_read_without_going_back_to_the_list(stage: ReadingStage, only_unread: bool) -> None:
    unread = [row.id for row in stage.reviewing().inbox.page(InboxFilter(unread=True), limit=10)]
    async with stage.window("home", "zh") as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        if only_unread:
            await pilot.press("f5")
            await settled(app, pilot)
        assert "●" in pointed(app)
        await pilot.press("enter")
        seen = []
        for _ in range(10):
            await settled(app, pilot)
            seen.append(app.screen._about)  # type: ignore[attr-defined]
            await pilot.press("tab")
        assert seen == unread


async def test_a_filter_shows_at_once_is_kept_under_a_name_and_taken_again(stage: ReadingStage) -> None:
    async with stage.window("home", "zh") as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        await pilot.press("f3", "down", "enter", "4", "enter")
        await settled(app, pilot)
        count = stage.reviewing().inbox.count(InboxFilter(reasons=("disputed",)))
        assert f"{count} 次复盘" in grid(app)[0]
        assert "有异议" in grid(app)[0]
        await pilot.press("end", "up", "enter", *"late", "enter")
        await settled(app, pilot)
        assert stage.reviewing().saved_filters() == {"late": InboxFilter(reasons=("disputed",))}
        await pilot.press("escape", "f6")
        await settled(app, pilot)
        assert "有异议" not in grid(app)[0]
        await pilot.press("f3")
        await settled(app, pilot)
        await pilot.press("end", "enter")
        await settled(app, pilot)
        assert "有异议" in grid(app)[0]
        await pilot.press("end", "delete")
        await settled(app, pilot)
        assert stage.reviewing().saved_filters() == {}


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "A类过期或有异议 · 类别 A或B"), ("en", "A overdue or disputed · class A or B")]
)
async def test_several_classes_and_reasons_are_set_at_once_and_taken_off_one_by_one(
    stage: ReadingStage, language: str, told: str
) -> None:
    async with stage.window("home", language, (100, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        await pilot.press("f3", "down", *("enter", "1", "4", "enter"), "down", "down", *("enter", "1", "2", "escape"))
        await settled(app, pilot)
        wanted = InboxFilter(reasons=("overdue", "disputed"), classes=("A", "B"))
        assert told in grid(app)[0]
        assert str(stage.reviewing().inbox.count(wanted)) in grid(app)[0]
        await pilot.press("end", "up", "enter", *"mine", "enter")
        await settled(app, pilot)
        assert stage.reviewing().saved_filters() == {"mine": wanted}
        await pilot.press("home", "down", *("enter", "4", "enter"), "down", "down", *("enter", "1", "2", "enter"))
        await settled(app, pilot)
        assert f"{stage.reviewing().inbox.count(InboxFilter(reasons=('overdue',)))} " in grid(app)[0]
        assert "class" not in grid(app)[0]
        assert "类别" not in grid(app)[0]
        await pilot.press("home", "down", "enter", "7", "enter", "escape")
        await settled(app, pilot)
        assert f"{stage.reviewing().inbox.count(InboxFilter())} " in grid(app)[0]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_arrows_point_at_a_value_and_space_or_enter_takes_it(stage: ReadingStage, language: str) -> None:
    book = load(language)
    async with stage.window("home", language) as (app, pilot):
        await pilot.press("ctrl+e", "f3", *("down", "enter"), *("down", "down", "space", "down", "space"))
        await settled(app, pilot)
        seen = "\n".join(grid(app))
        assert f" ✓ 2  {book.say('inbox.reason.moved')}" in seen
        assert f">✓ 3  {book.say('inbox.reason.differs')}" in seen
        await pilot.press("enter", "escape", *("f4", "enter", "down", "enter"))
        await settled(app, pilot)
        both = stage.reviewing().inbox.count(InboxFilter(reasons=("moved", "differs")))
        assert f"{both} " in grid(app)[0]
        order = book.say("screen.inbox.sorted", sort=book.say("inbox.sort.latest"))
        assert grid(app)[0].endswith(order if language == "zh" else order[:7] + "…")


async def test_a_rep_is_chosen_from_those_there_are_and_a_day_that_is_none_is_refused(stage: ReadingStage) -> None:
    rep = stage.reviewing().inbox.owners()[0]
    async with stage.window("home", "zh", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        await pilot.press("f3", "down", "down", "enter")
        await settled(app, pilot)
        await pilot.press("down", "enter")
        await settled(app, pilot)
        inbox, wanted = stage.reviewing().inbox, InboxFilter(owner=rep)
        unread = inbox.count(wanted._replace(unread=True))
        assert f"{inbox.count(wanted)} 次复盘，{unread} 次没看  {rep}" in grid(app)[0]
        await pilot.press("down", "down", "down", "down", "enter", *"soon", "enter")
        await settled(app, pilot)
        assert "不是日子" in "\n".join(grid(app))


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_product_is_chosen_from_those_given_and_stands_in_the_title(stage: ReadingStage, language: str) -> None:
    product = stage.desk().reading().products()[0]
    async with stage.window("home", language, (120, 36)) as (app, pilot):
        await pilot.press("ctrl+e", "f3", *["down"] * 5, "enter")
        await settled(app, pilot)
        await pilot.press(*product, "enter")
        await settled(app, pilot)
        wanted = InboxFilter(product=product)
        count = stage.reviewing().inbox.count(wanted)
        assert 0 < count < stage.reviewing().inbox.count(InboxFilter())
        assert f" {count} " in grid(app)[0]
        assert product in grid(app)[0]


async def test_a_word_on_a_line_stands_below_it_and_the_rep_reads_it(tmp_path: Path) -> None:
    stage = small(tmp_path)
    name = stage.desk().page(0, 1)[0].id
    stage.who = "周经理"
    async with stage.window(("casefile", name), "zh", (120, 40)) as (app, pilot):
        await pilot.press("2")
        line = app.screen.line  # type: ignore[attr-defined]
        await pilot.press("ctrl+k")
        await say(app, pilot, "问到点子上了")
        seen = grid(app)
        said = next(n for n, row in enumerate(seen) if "+ 周经理：问到点子上了" in row)
        assert "几号能装" in seen[said - 1]
        comment = stage.reviewing().review(name).comments[0]
        assert (comment.line, comment.text, comment.by) == (line, "问到点子上了", "周经理")
    stage.who = "rep"
    async with stage.window(("casefile", name), "zh", (120, 40)) as (app, _):
        assert "+ 周经理：问到点子上了" in "\n".join(grid(app))


async def test_overruling_takes_a_reason_and_the_old_class_stays_to_be_seen(tmp_path: Path) -> None:
    stage = small(tmp_path)
    name = next(row.id for row in stage.desk().page(0, 9) if row.language == "en")
    stage.who = "Zoe"
    async with stage.window(("casefile", name), "en", (120, 40)) as (app, pilot):
        await pilot.press("ctrl+d", "2", "enter")
        await settled(app, pilot)
        assert stage.reviewing().review(name).overrulings == ()
        await say(app, pilot, "her brother co-owns it")
        seen = "\n".join(grid(app))
        assert "Class A" in seen
        assert "Overruled" in seen
        assert "B, by Zoe" in seen
        assert "A → B" in seen
        over = stage.reviewing().review(name).overrulings[0]
        assert (over.before, over.after, over.reason) == ("A", "B", "her brother co-owns it")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_narrow_casefile_shows_the_overruled_class_beside_the_old_one_without_a_key(tmp_path: Path, language: str) -> None:  # fmt: skip
    stage = small(tmp_path)
    name = next(row.id for row in stage.desk().page(0, 9) if row.language == "en")
    stage.who = "Zoe"
    stage.reviewing().overrule(name, "C", "her brother co-owns it")
    async with stage.window(("casefile", name), language) as (app, _):
        assert {"en": "A → C, overruled by Zoe", "zh": "A → C，Zoe改判"}[language] in grid(app)[1]


async def test_what_is_asked_of_the_rep_stands_on_his_home_screen_until_he_answers(tmp_path: Path) -> None:
    stage = small(tmp_path)
    name = next(row.id for row in stage.desk().page(0, 9) if row.language == "en")
    stage.who = "Zoe"
    async with stage.window(("casefile", name), "en", (120, 40)) as (app, pilot):
        await pilot.press("ctrl+a")
        await say(app, pilot, "When is her brother in?")
    stage.who, stage.clock.day = "rep", date(2026, 11, 24)
    async with stage.window("home", "en", (120, 40)) as (app, pilot):
        await until(app, pilot, lambda: "Zoe asks: When is her brother in?" in "\n".join(grid(app)))
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert "Ctrl+A Answer" in grid(app)[-1]
        await pilot.press("ctrl+a")
        await say(app, pilot, "Thursday.")
        assert "Answer: Thursday." in "\n".join(grid(app))
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Zoe asks" not in "\n".join(grid(app))
    row = stage.reviewing().inbox.get(name)
    assert row is not None
    assert (row.unread, row.answers) == (False, 1)
    Identity(SqliteJournal(stage.path), "Zoe").declare((), ["rep"])
    stage.who = "Zoe"
    row = stage.reviewing().inbox.get(name)
    assert row is not None
    assert row.unread


async def test_what_is_asked_can_be_answered_on_the_home_screen_itself(tmp_path: Path) -> None:
    stage = small(tmp_path)
    name = stage.desk().page(0, 9)[0].id
    stage.reviewing().ask(name, "我自己记一笔")
    stage.who = "周经理"
    for text in ("老板哪天在？", "报价给了谁？"):
        stage.reviewing().ask(name, text)
    stage.who = "rep"
    async with stage.window("home", "zh") as (app, pilot):
        await until(app, pilot, lambda: "Ctrl+A 回答" in grid(app)[-1])
        await pilot.press("down", "down", "ctrl+a")
        await say(app, pilot, "给了李经理")
        assert [one.answer for one in stage.reviewing().review(name).requests] == ["", "", "给了李经理"]
        assert "报价给了谁" not in "\n".join(grid(app))
        assert "老板哪天在" in "\n".join(grid(app))


async def test_search_leads_back_to_the_rehearsal_whose_clock_stood_still(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+r")
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        name = app.screen.talk.id  # type: ignore[attr-defined]
        app.screen.query_one("#composer").load_text("so, what")  # type: ignore[attr-defined]
        await pilot.press("ctrl+f")
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen.talk.id == name  # type: ignore[attr-defined]
        assert app.screen.query_one("#composer").text == "so, what"  # type: ignore[attr-defined]


async def test_another_visit_to_the_customer_is_a_key_away(tmp_path: Path) -> None:
    stage = small(tmp_path)
    again = stage.told(ZH, "zh")
    async with stage.window(("casefile", again), "zh", (120, 44)) as (app, pilot):
        assert "这个客户的其他拜访" in "\n".join(grid(app))
        await pilot.press("f10", "enter")
        await settled(app, pilot)
        assert app.screen._about != again  # type: ignore[attr-defined]
        assert "宏达机械" in grid(app)[0]
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen._about == again  # type: ignore[attr-defined]


async def test_search_finds_a_single_character_as_one_types_and_opens_the_talk_at_its_line(tmp_path: Path) -> None:
    stage = small(tmp_path)
    async with stage.window("home", "zh", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+f")
        app.screen.query_one(Input).value = "装"
        await until(app, pilot, lambda: "次复盘里说到" in "\n".join(grid(app)))
        assert "几号能装" in "\n".join(grid(app))
        await pilot.press("down", "down", "enter")
        await settled(app, pilot)
        assert "装" in app.screen.query_one(Transcript).picked.text  # type: ignore[union-attr]
        await pilot.press("escape")
        await until(app, pilot, lambda: "几号能装" in "\n".join(grid(app)))
        assert app.screen.query_one(Input).value == "装"
        assert app.screen.query_one(Rows).at == 3


async def test_the_line_that_was_found_is_in_sight_however_far_down_the_talk_it_stands(tmp_path: Path) -> None:
    stage = small(tmp_path)
    async with stage.window("home", "zh", (80, 14)) as (app, pilot):
        await pilot.press("ctrl+f")
        app.screen.query_one(Input).value = "十二月十号"
        await until(app, pilot, lambda: "次复盘里说到" in "\n".join(grid(app)))
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert "十二月十号给您装" in "\n".join(grid(app)[2:])


async def test_a_customer_is_found_by_pinyin_and_by_initials(tmp_path: Path) -> None:
    stage = small(tmp_path)
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("ctrl+f")
        for typed in ("hongda", "hdjx", "宏达"):
            app.screen.query_one(Input).value = typed
            await until(app, pilot, lambda: "宏达机械" in "\n".join(grid(app)))
            app.screen.query_one(Input).value = "nobody"
            await until(app, pilot, lambda: "Nothing found" in "\n".join(grid(app)))


async def test_search_leads_back_to_the_talk_it_was_opened_from_with_what_was_half_typed(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    name = stage.told(ZH, "zh", 1, confirm=False)
    async with stage.window(("debrief", name), "zh") as (app, pilot):
        app.screen.query_one("#composer").load_text("他还说")  # type: ignore[attr-defined]
        await pilot.press("ctrl+f")
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen.query_one("#composer").text == "他还说"  # type: ignore[attr-defined]
        assert app.screen.talk.id == name  # type: ignore[attr-defined]


async def test_an_outcome_is_one_key_away_from_home_and_an_expired_a_is_judged_again_from_there(tmp_path: Path) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "rep")
    stage.clock.day = date(2026, 11, 2)
    lost, expired = stage.told(EN, "en"), stage.told(EN, "en")
    stage.clock.day = date(2026, 11, 23)
    async with stage.window("home", "en", (100, 30)) as (app, pilot):
        await pilot.press("down")
        about = app.screen.decided().name  # type: ignore[attr-defined]
        await pilot.press("f4", *"price", "enter")
        await settled(app, pilot)
        outcome = stage.desk().case(about).record.outcome
        assert outcome is not None
        assert (outcome.outcome, outcome.reason) == ("lost", "price")
        await pilot.press("home", "down", "f6")
        await settled(app, pilot)
        again = app.screen.talk.debrief.again  # type: ignore[attr-defined]
        assert {about, again} == {lost, expired}


@pytest.mark.parametrize(("key", "lines"), [("down", range(1, 2)), ("up", range(3, 12))])
async def test_the_arrows_first_point_at_what_is_in_sight(tmp_path: Path, key: str, lines: range) -> None:
    stage = small(tmp_path)
    name = stage.reviewing().inbox.page(InboxFilter())[0].id
    async with stage.window(("casefile", name), "en", (80, 24)) as (app, pilot):
        before = grid(app)
        await pilot.press(key)
        await settled(app, pilot)
        assert app.screen.line in lines  # type: ignore[attr-defined]
        assert [row[:40] for row in grid(app)] == [row[:40] for row in before]


@pytest.mark.parametrize(("language", "size"), [("zh", (80, 24)), ("en", (120, 36))])
async def test_the_inbox_looks_as_it_should(stage: ReadingStage, language: str, size: tuple[int, int]) -> None:
    async with stage.window("home", language, size) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        matches_golden(app, f"inbox-{language}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", ["ctrl+e", "ctrl+f", "ctrl+g"])
async def test_the_keys_shown_fit_eighty_columns_and_every_screen_fits_every_window(
    tmp_path: Path, language: str, key: str
) -> None:
    stage = small(tmp_path)
    for size in ((80, 24), (20, 5), (1, 1), (300, 80)):
        async with stage.window("home", language, size) as (app, pilot):
            await pilot.press(key)
            await settled(app, pilot)
            hints = app.screen.hints()  # type: ignore[attr-defined]
            assert len(hints) <= 5
            assert sum(cell_len(f" {hint.key} {hint.label} ") for hint in hints) <= 80
            await pilot.press("f1", "escape", "ctrl+p", "escape", "f3", "escape", "ctrl+l")
            assert app.faults == []


@pytest.mark.parametrize("batch", range(3))
async def test_hostile_words_are_only_words_to_a_reader_too(tmp_path: Path, batch: int) -> None:
    texts = [text for text in HOSTILE[batch::3] if text != "\ud800"]  # no store can hold that one
    hostile_store(tmp_path / "coach.db", texts).close()
    stage = ReadingStage(tmp_path / "coach.db")
    async with stage.window("home", "zh", (120, 40)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        for step in (
            ["f3"],
            ["down", "down", "enter"],
            ["escape"],
            ["escape"],
            ["enter"],
            ["f2"],
            ["ctrl+a"],
            ["escape"],
        ):
            await pilot.press(*step)
            await settled(app, pilot)
            harmless(grid(app))
        for _ in texts:
            await pilot.press("tab")
            await settled(app, pilot)
            harmless(grid(app))
        await pilot.press("ctrl+f")
        for text in texts:
            app.screen.query_one(Input).value = clean(text).replace("\n", " ")
            await settled(app, pilot)
            await pilot.pause(0.15)
            await settled(app, pilot)
            harmless(grid(app))
        await pilot.press("escape", "ctrl+g")
        await settled(app, pilot)
        await pilot.press("f4", "f5")
        await settled(app, pilot)
        harmless(grid(app))
        assert app.faults == []


@pytest.mark.parametrize("keys", [["ctrl+e"], ["ctrl+e", "f3"], ["ctrl+e", "f4"], ["ctrl+e", "enter"], ["ctrl+f"], ["ctrl+g"], ["ctrl+g", "f1"]], ids="-".join)  # fmt: skip
async def test_a_chinese_screen_of_a_reader_speaks_chinese(tmp_path: Path, keys: list[str]) -> None:
    stage = ReadingStage(tmp_path / "coach.db", "经理")
    stage.told(ZH, "zh")
    async with stage.window("home", "zh", (120, 40)) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await settled(app, pilot)
        names = r"Ctrl|Enter|Esc|Alt|PgUp|PgDn|Tab|Shift|Del|F\d+|English|KP|R\d+[ab]?|[A-Z]"
        seen = re.sub(rf"\b(?:{names})\b", "", "\n".join(grid(app)))
        assert re.findall(r"[A-Za-z]{2,}", seen) == []


@pytest.mark.parametrize("width", [80, 101, 140])
async def test_the_columns_of_the_inbox_stand_below_their_names(stage: ReadingStage, width: int) -> None:
    async with stage.window("home", "en", (width, 30)) as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        _, head, *rows = grid(app)
        reps = stage.reviewing().inbox.owners()
        owner = next(rep for rep in reps if rep in rows[0])
        assert cell_len(rows[0][: rows[0].index(owner)]) == cell_len(head[: head.index("Rep")])
        assert cell_len(rows[0][: rows[0].index("overdue")]) == cell_len(head[: head.index("Why")])
