#!/usr/bin/env python3
"""Measures the screen from outside, on a pseudo-terminal, in turn with a reference, and prints ratios.

    scripts/bench_screen.py [--rounds 11] [--turns 6] [paint] [keys] [inbox] [--stores DIR…]

paint  first question (CPU and wall), first key echoed, memory: against a bare Textual app with one Static (P1, P2, P5)
inbox  first page, filter, next unread, casefile, a page on, memory over the inbox of an empty store; on stores of scripts/make_store
       (`--stores`; without it of 1,000 and 10,000 debriefs, made for it)
keys   key to echo and Enter to reply painted: against an empty chat of Textual's own widgets, after 0, 200 and 10,000 messages (P10, P11)
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from _setup import PYTHON, become, environment  # noqa: E402

APPS = HERE / "bench_apps"
PHRASE = "hello"


def main() -> None:
    """Measures what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=["paint", "keys"])
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--turns", type=int, default=14)
    parser.add_argument("--stores", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    if Path(sys.prefix).resolve() != PYTHON.parent.parent.resolve():
        become(environment(), sys.argv)
    os.environ["PYTHONPATH"] = str(HERE.parent / "src")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code; so has Textual here
    os.environ["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix="coach-bench-")
    if "paint" in args.what:
        paint(args.rounds)
    if "keys" in args.what:
        keys(args.turns)
    if "inbox" in args.what:
        inbox(args.stores or made((1_000, 10_000)), args.rounds)


def paint(rounds: int) -> None:
    """P1, P2, P5."""
    from bench_apps.watched import Watched

    shown = {
        "bare": ([str(APPS / "bare.py")], b"HELLO-ANCHOR", False),
        "coach": ([str(APPS / "debrief.py"), "new"], b"Tell me about the visit", True),
    }
    seen: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in shown}
    for round_ in range(rounds + 1):
        for name, (command, marker, types) in shown.items():
            with Watched([sys.executable, *command]) as app:
                wall = app.wait(marker)
                cpu, memory = app.cpu(), app.memory()
                if types:
                    app.write(b"~")
                    app.wait(b"~")
                echo = app.age()
            if round_:
                seen[name].append((wall, cpu, echo, memory))
    names = ("first question, wall ms", "first question, CPU ms", "first key echoed, ms", "memory when painted, MiB")
    goals = ("<= 1.15", "<= 1.15", "<= 1.25 of bare's paint", "<= bare + 6")
    for n, (name, goal) in enumerate(zip(names, goals, strict=True)):
        bare, coach = ([row[0 if n == 2 and who == "bare" else n] for row in seen[who]] for who in ("bare", "coach"))
        ratio = statistics.median(c / b for b, c in zip(bare, coach, strict=True))
        print(
            f"{name:28} bare {statistics.median(bare):7.1f}  coach {statistics.median(coach):7.1f}  ratio {ratio:.2f}  goal {goal}"
        )


def keys(turns: int) -> None:
    """P10, P11."""
    from bench_apps.watched import Watched

    cases = {
        "empty chat": [str(APPS / "chat.py")],
        "coach:0": [str(APPS / "debrief.py"), "0"],
        "coach:200": [str(APPS / "debrief.py"), "200"],
        "coach:10000": [str(APPS / "debrief.py"), "10000"],
    }
    key: dict[str, list[float]] = {name: [] for name in cases}
    enter: dict[str, list[float]] = {name: [] for name in cases}
    memory: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(4):
        for name, command in cases.items():
            with Watched([sys.executable, *command]) as app:
                app.wait(b"READY")
                app.quiet(0.6)
                for turn in range(turns):
                    for char in b"abcdefghij":
                        took = app.took(bytes([char]), bytes([char]))
                        key[name] += [took] if turn else []
                    took = app.took(b"\r", b"R%d!" % (turn + 1))
                    enter[name] += [took] if turn else []
                memory[name].append(app.memory())
    base = cases and "empty chat"
    for name in cases:
        k, e = sorted(key[name]), sorted(enter[name])
        shown = [_at(k, 0.5), _at(k, 0.99), _at(e, 0.5), _at(e, 0.95)]
        floor = [
            _at(sorted(key[base]), 0.5),
            _at(sorted(key[base]), 0.99),
            _at(sorted(enter[base]), 0.5),
            _at(sorted(enter[base]), 0.95),
        ]
        ratios = " ".join(f"{a / b:.2f}" for a, b in zip(shown, floor, strict=True))
        print(
            f"{name:12} key p50 {shown[0]:5.1f} p99 {shown[1]:5.1f}  enter p50 {shown[2]:5.1f} p95 {shown[3]:5.1f} ms"
            f"  {statistics.median(memory[name]):5.1f} MiB  ratios {ratios}  (n={len(k)}, {len(e)})"
        )
    print("goals: key p50 <= 2, p99 <= 3; enter p50 <= 2.3, p95 <= 3; 200 and 10,000 within 1.2 of each other")


def made(sizes: tuple[int, ...]) -> list[Path]:
    """Stores of these sizes."""
    stores = [Path(tempfile.mkdtemp(prefix=f"coach-{size}-")) for size in sizes]
    for size, store in zip(sizes, stores, strict=True):
        subprocess.run(
            [sys.executable, str(HERE / "make_store"), "--data", str(store), "--debriefs", str(size)], check=True
        )
    return stores


def inbox(stores: list[Path], rounds: int) -> None:
    """The reader's screens, the index caught up before."""
    empty = reading(Path(tempfile.mkdtemp(prefix="coach-empty-")), 0)["memory"][0]
    print(f"inbox of an empty store: {empty:.1f} MiB")
    for store in stores:
        count = json.loads(_coach(store, "inbox", "--limit", "1", "--json"))["count"]
        seen = reading(store, rounds)
        told = [
            f"{name} {_at(sorted(times), 0.5):.0f} (p95 {_at(sorted(times), 0.95):.0f})"
            for name, times in seen.items()
            if name != "memory"
        ]
        print(
            f"{count:7} debriefs, ms: {', '.join(told)}; memory {seen['memory'][0] - empty:+.1f} MiB over the empty one"
        )
    print("goals: first page <= 150, filter <= 150, casefile <= 100 ms; memory <= +60 MiB")


def reading(store: Path, rounds: int) -> dict[str, list[float]]:
    """Times of the reader's keys, from the key to what it brings; `cold` is the first page of a program just started."""
    from bench_apps.watched import Watched

    keys = {"first page": (b"\x05", b"debriefs"), "filter": (b"\x1b[15~", b"unread only"), "all again": (b"\x1b[17~", b"debriefs"), "next unread": (b"\t", b">"), "a page on": (b"\x1b[6~", b">"), "casefile": (b"\r", b"Verdict")}  # fmt: skip
    seen: dict[str, list[float]] = {"cold": [], **{name: [] for name in keys}, "memory": []}
    with Watched([sys.executable, "-m", "coach", "--data", str(store), "--lang", "en", "--today", "2026-11-23"]) as app:
        app.wait(b"today's visit")
        app.quiet(1.0)
        for round_ in range(rounds + 1):
            for name, (key, marker) in keys.items():
                took = app.took(key, marker)
                seen["cold" if name == "first page" and not round_ else name].append(took)
                if not rounds:
                    break
            for _ in range(2 if rounds else 0):  # from the casefile to the list, from the list home
                app.write(b"\x1b")
                app.quiet(0.4)
        seen["memory"].append(app.memory())
    return seen


def _coach(store: Path, *words: str) -> str:
    command = [sys.executable, "-m", "coach", *words, "--data", str(store), "--today", "2026-11-23"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _at(ordered: list[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


if __name__ == "__main__":
    main()
