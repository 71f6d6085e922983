"""However the screen ends: nothing typed is lost, nothing private is shown, the terminal is handed back, the status is true."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.terminal import endings
from coach.terminal.driver import ForgivingDecoder

WINDOW = """
import sys
from pathlib import Path
from coach.terminal import show
folder = Path(sys.argv[1])
def opened():
    import secrets
    from coach.conduct.desk import OwnDesk
    from coach.journal.sqlite import SqliteJournal
    from coach.wiring import SystemClock
    class Deaf:
        def hear(self, *a): from coach.domain.hearing import Hearing; return Hearing()
        def acts(self, *a): return ("other",)
    return OwnDesk(SqliteJournal(folder / "coach.db"), Deaf, SystemClock(), secrets.randbelow, "rep")
sys.exit(show(open_desk=opened, language="en", first="debrief", seed=1, crashes=folder / "crashes"))
"""


class Terminal:
    """The screen on a pseudo-terminal, watched from outside."""

    def __init__(self, folder: Path, *, deaf_to_hangup: bool = False) -> None:
        self.folder, self.seen, self.status = folder, b"", -1
        self.pid, self.line = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background is deaf to it
            signal.signal(signal.SIGHUP, signal.SIG_IGN if deaf_to_hangup else signal.SIG_DFL)
            os.environ.pop("PYTHONUNBUFFERED", None)  # nobody has it at home
            os.environ.update(TERM="xterm-256color", PYTHONPATH=os.pathsep.join(sys.path))
            os.execv(sys.executable, [sys.executable, "-c", WINDOW, str(folder)])
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, wanted: bytes, seconds: float = 15) -> None:
        """Reads until it was seen."""
        end = time.monotonic() + seconds
        start = len(self.seen)
        while wanted not in self.seen[start:]:
            assert time.monotonic() < end, self.seen[-600:]
            if select.select([self.line], [], [], 0.1)[0]:
                self.seen += os.read(self.line, 65536)

    def write(self, raw: bytes) -> None:
        """Types."""
        os.write(self.line, raw)

    def ended(self, seconds: float) -> int:
        """The exit status; fails where it does not come in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if select.select([self.line], [], [], 0.02)[0]:
                    self.seen += os.read(self.line, 65536)
            except (OSError, ValueError):
                time.sleep(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError("still there")

    def draft(self) -> str:
        """What is kept of the half-typed."""
        from coach.journal.sqlite import SqliteJournal

        journal = SqliteJournal(self.folder / "coach.db")
        try:
            return journal.draft(next(iter(journal.streams()), ""))
        finally:
            journal.close()


RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_keeps_what_is_half_typed_and_hands_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    window = Terminal(tmp_path)
    window.read(b"rite here")
    window.write(b"half said")
    time.sleep(0.5)
    os.kill(window.pid, number)
    assert window.ended(5) == 128 + number
    assert all(mark in window.seen for mark in RESTORED)
    assert window.draft() == "half said"


def test_a_killed_window_loses_at_most_the_last_second(tmp_path: Path) -> None:
    window = Terminal(tmp_path)
    window.read(b"rite here")
    window.write(b"half said")
    time.sleep(1.6)
    os.kill(window.pid, signal.SIGKILL)
    assert window.ended(5) == -signal.SIGKILL
    assert window.draft() == "half said"


@pytest.mark.parametrize("deaf", [False, True], ids=["heard", "ignored"])
def test_a_closed_terminal_ends_the_process(tmp_path: Path, deaf: bool) -> None:
    window = Terminal(tmp_path, deaf_to_hangup=deaf)
    window.read(b"rite here")
    window.write(b"half said")
    time.sleep(0.6)
    os.close(window.line)
    assert window.ended(3.5) in (129, -signal.SIGHUP)
    assert window.draft() == "half said"


def test_bytes_that_are_no_utf8_end_nothing_and_are_said_once(tmp_path: Path) -> None:
    window = Terminal(tmp_path)
    window.read(b"rite here")
    window.write("预算".encode("gb18030"))
    window.read(b"GBK")
    window.write(b"\xff\xfe")
    time.sleep(0.5)
    window.write(b"\x11")
    assert window.ended(5) == 0


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
