"""The few options the harnesses take."""

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

R = TypeVar("R")


def number(name: str, default: int) -> int:
    """The number behind `name` on the command line."""
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def results(work: Callable[..., R], *arguments: Iterable[object]) -> Iterator[R]:
    """What `work` returns for each set of arguments, in their order; with `--at-once N`, N processes work at the same time."""
    with ProcessPoolExecutor(number("--at-once", 1)) as pool:
        yield from pool.map(work, *arguments)
