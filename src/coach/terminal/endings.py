"""Shutdown by a signal or an exception: no content is printed, no input is lost."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGINT") if hasattr(signal, name))


def watch(ended: Callable[[int], None]) -> None:
    """Calls `ended(128 + n)` on the app's loop for signal n instead of dying from it."""
    if sys.platform == "win32":
        return
    import asyncio

    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, ended, 128 + number)


def let_go() -> None:
    """Flushes stdout and stderr, or discards their content if they are full or gone; otherwise Python would fail on
    exit with status 120.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def write_report(folder: Path, error: BaseException, now: datetime) -> Path | None:
    """Writes the traceback without values of variables to a private file; None if that fails.

    The exception's message is omitted, since it may quote input.
    """
    frames = "".join(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=True).format())
    report = f"coach {now.isoformat(timespec='seconds')}\n{type(error).__module__}.{type(error).__qualname__}\n{frames}"
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(report)
    except OSError:
        return None
    return path
