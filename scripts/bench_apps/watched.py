"""A program on a pseudo-terminal of 120 x 40, its output and its use of the machine seen from outside."""

import fcntl
import os
import re
import select
import signal
import struct
import termios
from pathlib import Path
from time import perf_counter

ANSI = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[@-Z\\-_=>]|\([0-9A-B])"
)
LIMIT = 60.0


class Watched:
    """Runs while the `with` block does."""

    def __init__(self, command: list[str]) -> None:
        self._line, end = os.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._born = perf_counter()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._line)
            os.setsid()
            fcntl.ioctl(end, termios.TIOCSCTTY, 0)
            for number in (0, 1, 2):
                os.dup2(end, number)
            os.execvpe(command[0], command, dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor"))
        os.close(end)

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._line)

    def age(self) -> float:
        """Milliseconds since it was started."""
        return (perf_counter() - self._born) * 1e3

    def wait(self, marker: bytes) -> float:
        """Waits for the text; milliseconds since the start."""
        raw = b""
        while self.age() < LIMIT * 1e3:
            if select.select([self._line], [], [], 0.05)[0]:
                read = os.read(self._line, 65536)
                raw += read
                if b"\x1b[?2026$p" in read:
                    os.write(self._line, b"\x1b[?2026;2$y")
                if marker in ANSI.sub(b"", raw):
                    return self.age()
        raise TimeoutError(f"{marker!r} never came: {ANSI.sub(b'', raw)[-300:]!r}")

    def write(self, raw: bytes) -> None:
        """Types."""
        os.write(self._line, raw)

    def took(self, raw: bytes, marker: bytes) -> float:
        """Milliseconds from typing to the text; then waits until it is quiet."""
        start = self.age()
        self.write(raw)
        took = self.wait(marker) - start
        self.quiet(0.04)
        return took

    def quiet(self, seconds: float) -> None:
        """Reads until nothing comes for so long."""
        while select.select([self._line], [], [], seconds)[0]:
            os.read(self._line, 65536)

    def cpu(self) -> float:
        """Milliseconds of CPU its threads have used."""
        tasks = Path(f"/proc/{self._pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def memory(self) -> float:
        """The most MiB it has held."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self._pid}/status").read_text())
        return int(found.group(1)) / 1024 if found else 0.0
