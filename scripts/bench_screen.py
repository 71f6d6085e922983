#!/usr/bin/env python3
"""Measures the screen from outside, on a pseudo-terminal, in turn with a reference, and prints ratios.

    scripts/bench_screen.py [--rounds 11] [--turns 6] [paint] [keys]

paint  first question (CPU and wall), first key echoed, memory: against a bare Textual app with one Static (P1, P2, P5)
keys   key to echo and Enter to reply painted: against an empty chat of Textual's own widgets, after 0, 200 and 10,000 messages (P10, P11)
"""

import argparse
import os
import statistics
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


def _at(ordered: list[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


if __name__ == "__main__":
    main()
