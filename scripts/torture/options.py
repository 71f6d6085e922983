"""The numbers that a harness takes on its command line, and its work spread over processes."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

R = TypeVar("R")


def numbers(harness: str, about: str | None, **defaults: int) -> Any:
    """The numbers told behind the harness's name, as attributes: `at_once=1` is told by `--at-once N` and else 1.

    `--help` tells them and what the harness is `about`; any other word ends the program as a usage error.
    """
    parser = ArgumentParser(prog=f"scripts/torture/run {harness}", description=about)
    for name, default in defaults.items():
        parser.add_argument(
            f"--{name.replace('_', '-')}", type=int, default=default, metavar="N", help="%(default)s unless told"
        )
    return parser.parse_args()


def results(work: Callable[..., R], at_once: int, *arguments: Iterable[object]) -> Iterator[R]:
    """What `work` returns for each set of arguments, in their order; so many processes work at the same time."""
    with ProcessPoolExecutor(at_once) as pool:
        yield from pool.map(work, *arguments)
