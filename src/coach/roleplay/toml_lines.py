"""Line numbers of fields in a TOML text, which the parser does not report."""

import re
from collections.abc import Sequence

_HEAD = re.compile(r"^\s*\[+\s*([^\]]+?)\s*\]+")
_KEY = re.compile(r"""^\s*([A-Za-z0-9_.\-"' ]+?)\s*=""")


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) of the field at `path`, or of the start of the nearest section around it; 1 if there is none."""
    wanted = [str(part) for part in path if isinstance(part, str)]
    places = dict(_places(text))
    for size in range(len(wanted), 0, -1):
        found = places.get(tuple(wanted[:size]))
        if found is not None:
            return found + _offset(text, found, path) if size == len(wanted) else found
    return 1


def line_of_error(message: str) -> int:
    """The line named in a parser's message, otherwise 0."""
    found = re.search(r"line (\d+)", message)
    return int(found.group(1)) if found else 0


def _places(text: str) -> list[tuple[tuple[str, ...], int]]:
    places: list[tuple[tuple[str, ...], int]] = []
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        head = _HEAD.match(line)
        key = _KEY.match(line)
        if head and not key:
            section = _parts(head.group(1))
            places.append((section, number))
        elif key:
            places.append(((*section, *_parts(key.group(1))), number))
    return places[::-1]


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _offset(text: str, line: int, path: Sequence[str | int]) -> int:
    """The line offset of an item in a list written one item per line."""
    if not path or not isinstance(path[-1], int):
        return 0
    lines = text.splitlines()[line - 1 :]
    if lines[0].rstrip().endswith("["):
        return min(int(path[-1]) + 1, len(lines) - 1)
    return 0
