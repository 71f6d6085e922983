"""The reader's screens on a real terminal: first page, filter, next unread, casefile, memory over the inbox of an empty
store.
"""

from collections.abc import Iterator
from pathlib import Path

from scripts.bench_parts.table import Row, quantile
from scripts.torture.terminal import COACH, Terminal

KEYS = {
    "first page": (b"\x05", b"debriefs"),
    "filter": (b"\x1b[15~", b"unread only"),
    "all again": (b"\x1b[17~", b"debriefs"),
    "next unread": (b"\t", b">"),
    "a page on": (b"\x1b[6~", b">"),
    "casefile": (b"\r", b"Verdict"),
}
ALLOWED = {"first page": 150, "filter": 150, "casefile": 100}
MORE = 60
"""MiB."""


def inbox(path: Path, empty: Path, debriefs: int, rounds: int) -> Iterator[Row]:
    """What each key takes until what it brings is painted."""
    least = _read(empty, 0)[1]
    seen, memory = _read(path.parent, rounds)
    for name, times in seen.items():
        what = f"inbox of {debriefs:,} debriefs, {name}"
        yield Row("inbox", f"{what}, p50", quantile(times, 0.5), "ms", allowed=ALLOWED.get(name))
        yield Row("inbox", f"{what}, p95", quantile(times, 0.95), "ms")
    yield Row("inbox", f"memory of the inbox of {debriefs:,} debriefs above an empty one's", memory - least, "MiB", allowed=MORE)  # fmt: skip


def _read(folder: Path, rounds: int) -> tuple[dict[str, list[float]], float]:
    seen: dict[str, list[float]] = {"first page of a program just started": [], **{name: [] for name in KEYS}}
    with Terminal((*COACH, "--data", str(folder), "--lang", "en", "--today", "2026-11-23")) as terminal:
        terminal.wait(b"today's visit")
        terminal.settle(1.0)
        for n in range(rounds + 1):
            for name, (key, mark) in KEYS.items() if rounds else [("first page", KEYS["first page"])]:
                since = len(terminal.raw)
                terminal.send(key)
                took = terminal.wait(mark, 20, since)
                if took is None:
                    raise RuntimeError(f"{mark!r} was not shown after {name}")
                seen["first page of a program just started" if name == "first page" and not n else name].append(took * 1e3)  # fmt: skip
                terminal.settle(0.15)
            for _ in range(2 if rounds else 0):  # from the casefile to the list, from the list home
                terminal.send(b"\x1b")
                terminal.settle(0.4)
        return seen, terminal.peak
