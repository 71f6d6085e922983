"""The few options the harnesses take."""

import sys


def number(name: str, default: int) -> int:
    """The number behind `name` on the command line."""
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default
