"""All goals in one run, one table.

scripts/bench [--quick] [--debriefs N] [--data DIR] [--markdown] [PART…]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.bench_parts import ear, filling, inbox, peers, reading, screens, searching, starting, stores, turns
from scripts.bench_parts.summary import write_down
from scripts.bench_parts.table import Row, alike, as_text

LARGE = 10_000
"""Debriefs from which a store counts as large."""
Parts = dict[str, Callable[[], Iterator[Row]]]


def kills(times: int) -> Iterator[Row]:
    """P9."""
    from scripts.torture.killing import KILL, trial

    lost = sum(len(trial(seed, KILL).faults) for seed in range(times))
    yield Row("P9", f"turns shown and lost, or doubled, in {times} SIGKILLs", lost, "", allowed=0)


def parts(folder: Path, data: Path, debriefs: int, quick: bool) -> Parts:
    """What can be measured, by name; the store is made when the first part needs it."""
    rounds = 5 if quick else 21

    def store() -> Path:
        return stores.made(data, debriefs)

    return {
        "start": lambda: starting.first_paint(rounds),
        "peers": lambda: peers.first_frames(rounds),
        "help": lambda: starting.help_page(rounds),
        "modules": starting.modules_at_paint,
        "turns": lambda: turns.cost_of_a_turn(folder, 200 if quick else 1500),
        "search-beside": lambda: filling.turns_with_search(folder, 200 if quick else 1500),
        "typing": lambda: screens.typing(folder, 1 if quick else 9),
        "memory": lambda: screens.memory_after_200_turns(folder),
        "ear": lambda: ear.hearing(200 if quick else 1200),
        "replies": lambda: peers.replies(60),
        "kills": lambda: kills(3 if quick else 200),
        "search": lambda: searching.searching(store(), debriefs >= LARGE),
        "lists": lambda: reading.reading(store(), rounds, debriefs >= LARGE),
        "filling": lambda: filling.filling(store(), folder, 500 if quick else 5000),
        "inbox": lambda: inbox.inbox(store(), folder / "empty", debriefs, rounds),
        "start-large": lambda: starting.paint_with_a_store(store(), rounds),
    }


def main() -> None:
    """Measures the parts named, or all, and prints the table; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="start, typing, search, …; without one everything")
    parser.add_argument("--quick", action="store_true", help="few rounds on a small store, under three minutes")
    parser.add_argument(
        "--debriefs", type=int, help="size of the made store: 10000, with --quick 1000; the goals mean 100000"
    )
    parser.add_argument("--data", type=Path, help="folder of a store made before, or to keep the made one in")
    parser.add_argument("--markdown", action="store_true", help="write the short table into both READMEs")
    chosen = parser.parse_args()
    debriefs = chosen.debriefs or (1000 if chosen.quick else 10_000)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        alike(folder)
        known = parts(folder, chosen.data or folder / "made", debriefs, chosen.quick)
        for name in chosen.parts or known:
            print(f"measuring: {name}", file=sys.stderr)
            rows += known[name]()
    print(as_text(rows))
    if chosen.markdown:
        write_down(rows, debriefs, chosen.quick)
    sys.exit(any(row.met == "NO" for row in rows))


if __name__ == "__main__":
    main()
