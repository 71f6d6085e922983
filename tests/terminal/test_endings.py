"""However the screen ends: nothing typed is lost, nothing private is shown, the terminal is handed back, the status is
true.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scripts.torture.terminal import Terminal
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.widgets import Static

from coach.journal.sqlite import SqliteJournal
from coach.terminal import endings
from coach.terminal.driver import ForgivingDecoder
from coach.terminal.widgets.composer import DRAFT_AFTER
from tests.terminal.stage import Stage

WINDOW = """
import sys
from pathlib import Path
from coach.terminal import show
folder = Path(sys.argv[1])
def opened():
    import secrets
    from coach.conduct.desk import Desk
    from coach.conduct.workplace import Workplace
    from coach.journal.sqlite import SqliteJournal
    from coach.wiring import SystemClock
    class Deaf:
        def hear(self, *a): from coach.domain.hearing import Hearing; return Hearing()
        def acts(self, *a): return ("other",)
    return Desk(Workplace(SqliteJournal(folder / "coach.db"), Deaf, SystemClock(), secrets.randbelow, "rep"))
sys.exit(show(open_desk=opened, language="en", first="debrief", seed=1, crashes=folder / "crashes"))
"""


class Window(Terminal):
    """The debrief's screen over a store in `folder`, watched from outside, its first question shown."""

    def __init__(self, folder: Path, *, deaf: bool = False) -> None:
        self._folder = folder
        around = {"PYTHONPATH": os.pathsep.join(sys.path)}
        super().__init__((sys.executable, "-c", WINDOW, str(folder)), around, rows=24, columns=80, deaf=deaf)
        assert self.wait(b"rite here") is not None, self.shown[-600:]

    def type(self, text: bytes) -> None:
        """Types, and waits until it is shown."""
        began = len(self.raw)
        self.send(text)
        assert self.wait(text, since=began) is not None, self.shown[-600:]

    def kept(self) -> str:
        """What is kept of the half-typed."""
        journal = SqliteJournal(self._folder / "coach.db")
        try:
            return journal.draft(next(iter(journal.streams()), ""))
        finally:
            journal.close()


RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_keeps_what_is_half_typed_and_hands_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    with Window(tmp_path) as window:
        window.type(b"half said")
        window.signal(number)
        assert window.ended(5)
        assert window.status == 128 + number
        assert all(mark in window.raw for mark in RESTORED)
        assert window.kept() == "half said"


def test_a_killed_window_loses_at_most_the_last_second(tmp_path: Path) -> None:
    assert DRAFT_AFTER < 1
    with Window(tmp_path) as window:
        window.send(b"half said")
        for _ in range(20):  # a slow machine needs longer to write it
            window.settle(0.5, 0.5)
            if (tmp_path / "coach.db").exists() and window.kept():
                break
        window.kill()
        assert window.kept() == "half said"


@pytest.mark.parametrize("deaf", [False, True], ids=["heard", "ignored"])
def test_a_closed_terminal_ends_the_process(tmp_path: Path, deaf: bool) -> None:
    with Window(tmp_path, deaf=deaf) as window:
        window.type(b"half said")
        window.close()
        assert window.ended(3.5)
        assert window.status == 129
        assert window.kept() == "half said"


def test_bytes_that_are_no_utf8_end_nothing_and_are_said_once(tmp_path: Path) -> None:
    with Window(tmp_path) as window:
        window.send("预算".encode("gb18030"))
        assert window.wait(b"GBK") is not None
        window.send(b"\xff\xfe")
        window.settle(0.5, 0.5)
        window.send(b"\x11")
        assert window.ended(5)
        assert window.status == 0


def test_the_decoder_waits_for_the_rest_of_a_character_and_never_raises() -> None:
    decoder = ForgivingDecoder()
    raw = "预算".encode()
    assert decoder.decode(raw[:2]) + decoder.decode(raw[2:]) == "预算"
    assert not decoder.foreign
    assert decoder.decode("预算".encode("gbk")) == "预算"
    assert decoder.foreign
    assert decoder.decode(b"\xff") != ""
    assert decoder.decode(b"plain") == "plain"


def test_a_report_says_where_it_failed_and_nothing_of_what_was_typed(tmp_path: Path) -> None:
    secret = "宏达机械的底价"

    def failing(note: str) -> None:
        raise ValueError(note)

    with pytest.raises(ValueError, match=secret) as caught:
        failing(secret)
    path = endings.write_report(tmp_path / "crashes", caught.value, datetime(2026, 11, 23, 18, tzinfo=UTC))
    assert path is not None
    text = path.read_text("utf-8")
    assert "in failing" in text
    assert secret not in text
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_fault_ends_with_a_sentence_and_a_status(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from coach.terminal.app import CoachApp
    from tests.terminal.stage import Stage

    app = CoachApp(open_desk=Stage().desk, language="zh", first="debrief", crashes=tmp_path)
    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            app.call_later(_fail, "宏达机械")
            await pilot.pause(0.1)
    told = capsys.readouterr().err
    assert app.return_code == 1
    assert "宏达机械" not in told
    assert "Traceback" not in told
    assert "crash-" in told


def _fail(note: str) -> None:
    raise RuntimeError(note)


async def test_a_click_on_what_is_just_going_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Stage().window(language="en") as (app, pilot):
        monkeypatch.setattr(app.screen, "get_widget_and_offset_at", lambda x, y: (Static(), Offset(0, 0)))
        await pilot.mouse_down(offset=(2, 0))
        await pilot.mouse_up(offset=(2, 0))
        await pilot.pause()
        assert app.is_running


async def test_what_is_just_going_is_no_target_of_a_click() -> None:
    async with Stage().window(language="en") as (app, _pilot):
        going = app.screen.query_one("#top")
        parent, going._parent = going._parent, None
        with pytest.raises(NoWidget):
            app.screen.get_widget_at(2, 0)
        going._parent = parent
