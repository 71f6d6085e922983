"""How the app ends when it was not asked to: by a signal, by a fault. Nothing said is printed, nothing typed is lost."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGINT") if hasattr(signal, name))


def watch(ended: Callable[[int], None]) -> None:
    """Calls `ended(128 + n)` on the app's loop for signal n instead of dying by it."""
    if sys.platform == "win32":
        return
    import asyncio

    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, ended, 128 + number)


def let_go() -> None:
    """Writes out what waits for stdout and stderr; where they are full or gone, nowhere. Else Python fails at it on its way out and ends with 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def write_report(folder: Path, error: BaseException, now: datetime) -> Path | None:
    """Writes where a fault happened, without the values of any variable, into a file only its owner can read; None where that fails.

    The message of the fault is left out: it may quote what somebody typed.
    """
    frames = "".join(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=True).format())
    told = f"coach {now.isoformat(timespec='seconds')}\n{type(error).__module__}.{type(error).__qualname__}\n{frames}"
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(told)
    except OSError:
        return None
    return path
