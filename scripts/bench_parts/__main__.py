"""All goals in one run, one table: `scripts/bench [--quick] [PART…]`, parts: start, help, modules, turns, typing, memory, ear, kills."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.bench_parts import ear, screens, starting, turns
from scripts.bench_parts.table import Row, alike, as_text


def kills(times: int) -> Iterator[Row]:
    """P9."""
    from scripts.torture.killing import KILL, trial

    lost = sum(len(trial(seed, KILL).faults) for seed in range(times))
    yield Row("P9", f"turns shown and lost, or doubled, in {times} SIGKILLs", lost, "", allowed=0)


def main() -> None:
    """Measures what is named, or everything, and prints the table."""
    quick = "--quick" in sys.argv
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        alike(folder)
        rounds = 5 if quick else 21
        parts: dict[str, Callable[[], Iterator[Row]]] = {
            "start": lambda: starting.first_paint(rounds),
            "help": lambda: starting.help_page(rounds),
            "modules": starting.modules_at_paint,
            "turns": lambda: turns.cost_of_a_turn(folder, 200 if quick else 1500),
            "typing": lambda: screens.typing(folder, 2 if quick else 9),
            "memory": lambda: screens.memory_after_200_turns(folder),
            "ear": lambda: ear.hearing(200 if quick else 1200),
            "kills": lambda: kills(10 if quick else 200),
        }
        rows: list[Row] = []
        for name in named or parts:
            print(f"measuring: {name}", file=sys.stderr)
            rows += parts[name]()
    print(as_text(rows))
    sys.exit(any(row.met == "NO" for row in rows))


if __name__ == "__main__":
    main()
