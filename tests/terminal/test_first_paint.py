"""What is loaded, and what is not, when the first question stands on the screen."""

import subprocess
import sys

import pytest
from textual.dom import DOMNode

from tests.terminal.stage import Stage

HEAVY = ("pydantic", "sqlalchemy", "alembic", "psycopg", "jieba", "rjieba", "dateparser", "numpy", "jinja2", "babel", "duckdb", "icalendar", "pypinyin", "transitions", "sqlite3", "click")  # fmt: skip
LOOK = """
import asyncio, gc, os, sys, threading
gc.disable()
hold = threading.Event()
def opened():
    hold.wait(10)
    raise RuntimeError("not needed")
import coach.terminal
assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
assert "textual" not in sys.modules
from coach.terminal.app import CoachApp
from coach.terminal.widgets.transcript import Transcript
async def look():
    app = CoachApp(open_desk=opened, language="zh", first="debrief", seed=1)
    async with app.run_test() as pilot:
        await pilot.press(*"typed")
        assert app.screen.query_one("#composer").text == "typed"
        assert app.screen.query_one(Transcript).messages[0].text
        print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
        print(gc.isenabled())
        hold.set()
        for _ in range(100):
            await pilot.pause(0.02)
            if gc.isenabled():
                break
        print(gc.isenabled(), gc.get_freeze_count() > 1000)
        assert app.screen.query_one("#composer").text == "typed"
asyncio.run(look())
"""


def test_nothing_heavy_is_loaded_before_the_first_question_and_typing_is_not_lost() -> None:
    ran = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    modules, before, after = ran.stdout.splitlines()
    assert not set(HEAVY) & set(modules.split())
    assert before == "False"
    assert after == "True True"


@pytest.mark.parametrize("first", ["home", "debrief"])
async def test_a_screen_dressed_once_wears_all_it_would_be_given_again(first: str) -> None:
    async with Stage().window(first) as (app, _):
        worn = {node: dressed(node) for node in app.screen.walk_children(with_self=True)}
        app.stylesheet.update(app.screen)
        assert len(worn) >= 5
        assert {node: dressed(node) for node in worn} == worn


def dressed(node: DOMNode) -> object:
    return node.styles.base.get_rules(), {name: style.css for name, style in node._component_styles.items()}
