"""A program on a pseudo-terminal: every byte it writes is kept, and answered where it asks the terminal something."""

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ANSI = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[@-Z\\-_=>]|\([0-9A-B])"
)
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;c"}
_INSTALLED = Path(sys.executable).with_name("coach")
COACH = (str(_INSTALLED),) if _INSTALLED.exists() else (sys.executable, "-m", "coach")


class Terminal:
    """`command` on a terminal of its own; with `deaf`, started as under nohup. Times are in seconds since it was started."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str] | None = None,
        rows: int = 40,
        columns: int = 120,
        deaf: bool = False,
    ) -> None:
        self.rows, self.columns = rows, columns
        self.raw = b""
        self.status: int | None = None
        own = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})}
        own.pop("PYTHONUNBUFFERED", None)  # nobody has it at home
        self._line, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._line)
            os.setsid()
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
            for stream in (0, 1, 2):
                os.dup2(theirs, stream)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # what was started in the background is deaf to it
            signal.signal(signal.SIGHUP, signal.SIG_IGN if deaf else signal.SIG_DFL)
            os.execvpe(command[0], list(command), own)
        os.close(theirs)
        os.set_inheritable(self._line, False)  # noqa: FBT003 - takes no names

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def shown(self) -> bytes:
        """Everything written, without what only moves and colours."""
        return ANSI.sub(b"", self.raw)

    def shown_since(self, since: int) -> bytes:
        """The same from byte `since` on."""
        return ANSI.sub(b"", self.raw[since:])

    def read(self, seconds: float = 0.05) -> bool:
        """Takes in what is written within the time; False when nothing came or the line is closed."""
        if self._line < 0 or not select.select([self._line], [], [], seconds)[0]:
            return False
        try:
            fresh = os.read(self._line, 65536)
        except OSError:
            fresh = b""
        self.raw += fresh
        for asked, told in ANSWERS.items():
            if asked in fresh:
                self.send(told)
        return bool(fresh)

    def wait(self, needle: bytes | re.Pattern[bytes], limit: float = 20.0, since: int = 0) -> float | None:
        """Waits until `needle` was shown after byte `since`; the seconds it took, or None."""
        sought = re.compile(re.escape(needle)) if isinstance(needle, bytes) else needle
        began = time.perf_counter()
        while True:
            if sought.search(ANSI.sub(b"", self.raw[since:])):
                return time.perf_counter() - began
            if time.perf_counter() - began > limit or (not self.read() and self.ended(0)):
                return None

    def settle(self, quiet: float = 0.1, limit: float = 5.0) -> None:
        """Reads until nothing came for `quiet` seconds."""
        began = time.perf_counter()
        while self.read(quiet) and time.perf_counter() - began < limit:
            pass

    def send(self, data: bytes) -> None:
        """Types."""
        with suppress(OSError):
            while data:
                data = data[os.write(self._line, data[:1024]) :]
                if data:
                    self.read(0.0)

    def paste(self, text: str) -> None:
        """Pastes, as a terminal with bracketed paste does."""
        self.send(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")

    def resize(self, rows: int, columns: int) -> None:
        """Gives the window another size; the program is told by a signal."""
        self.rows, self.columns = rows, columns
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: int) -> None:
        """Sends a signal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def close(self) -> None:
        """Closes the terminal, as its window's cross does."""
        if self._line >= 0:
            os.close(self._line)
            self._line = -1

    def ended(self, within: float = 3.0) -> bool:
        """Whether the program ends within the time; `status` is then as a shell gives it (128 + n by signal n)."""
        end = time.perf_counter() + within
        while self.status is None:
            done, told = os.waitpid(self.pid, os.WNOHANG)
            if done:
                code = os.waitstatus_to_exitcode(told)
                self.status = code if code >= 0 else 128 - code
                while self.read(0.0):
                    pass
                break
            if time.perf_counter() >= end:
                return False
            if not self.read(0.01):
                time.sleep(0.002)
        return True

    def kill(self) -> None:
        """Ends it at once, and closes the terminal."""
        if not self.ended(0):
            self.signal(signal.SIGKILL)
            self.ended(5)
        self.close()

    @property
    def screen(self) -> list[str]:
        """The lines a person sees."""
        import pyte

        display = pyte.Screen(self.columns, self.rows)
        pyte.ByteStream(display).feed(_known_to_pyte(self.raw))
        return list(display.display)

    @property
    def modes_left_on(self) -> list[str]:
        """Modes switched on and never off again: alternate screen, mouse, paste, focus; the cursor hidden."""
        on: dict[bytes, bool] = {}
        for numbers, switch in re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.raw):
            for number in numbers.split(b";"):
                on[number] = switch == b"h"
        watched = (b"1049", b"1000", b"1002", b"1003", b"1004", b"1006", b"1015", b"2004")
        left = [number.decode() for number in watched if on.get(number)]
        return left + (["25"] if on.get(b"25") is False else [])

    @property
    def company(self) -> list[int]:
        """Other processes of its session: what it started and did not end."""
        found = []
        for entry in os.listdir("/proc"):
            with suppress(OSError):
                if entry.isdigit() and int(entry) not in (self.pid, os.getpid()) and os.getsid(int(entry)) == self.pid:
                    found.append(int(entry))
        return found

    @property
    def peak(self) -> float:
        """The most memory it had, in MiB."""
        with open(f"/proc/{self.pid}/status") as file:
            found = re.search(r"VmHWM:\s+(\d+)", file.read())
        return int(found[1]) / 1024 if found else 0.0

    @property
    def spent(self) -> float:
        """Processor time of its living threads, in milliseconds."""
        total = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with suppress(OSError), open(f"/proc/{self.pid}/task/{thread}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e6


def _known_to_pyte(raw: bytes) -> bytes:
    """Without the private sequences that pyte takes for colours."""
    return re.sub(rb"\x1b\[[<>=?][0-9;]*[mu]", b"", raw)
