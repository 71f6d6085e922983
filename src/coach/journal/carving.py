"""Carving: reads rows directly from the leaf pages of an SQLite file, so that intact rows are found however damaged the
rest is.

File format: https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PAGE = 4096
"""Page size of our stores in bytes."""

_LEAF = 0x0D
_INDEX_LEAF = 0x0A
_LONGEST = PAGE - 35
_SHORTEST = (PAGE - 12) * 32 // 255 - 23
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)

Value = None | int | float | str | bytes


class Carved(NamedTuple):
    """A row: its integer key and its columns."""

    key: int
    values: tuple[Value, ...]


def carve(path: Path) -> Iterator[Carved]:
    """All readable table rows, in file order. Raises only OSError."""
    raw = path.read_bytes()
    for page, offset in _cells(raw, _LEAF):
        with suppress(IndexError, ValueError):
            length, at = _varint(raw, page + offset)
            key, at = _varint(raw, at)
            yield Carved(key, _columns(_payload(raw, page, at, length)))


def carve_indexes(path: Path) -> Iterator[tuple[Value, ...]]:
    """All readable index entries without overflow pages; they duplicate columns of their tables. Raises only OSError."""
    raw = path.read_bytes()
    for page, offset in _cells(raw, _INDEX_LEAF):
        with suppress(IndexError, ValueError):
            length, at = _varint(raw, page + offset)
            if at + length <= page + PAGE:
                yield _columns(raw[at : at + length])


def _cells(raw: bytes, kind: int) -> Iterator[tuple[int, int]]:
    """(page offset, offset in the page) of every cell in pages of that kind."""
    for start in range(0, len(raw), PAGE):
        head = start + (100 if start == 0 else 0)
        if raw[head : head + 1] != bytes([kind]):
            continue
        cells = int.from_bytes(raw[head + 3 : head + 5], "big")
        for n in range(min(cells, PAGE // 4)):
            offset = int.from_bytes(raw[head + 8 + 2 * n : head + 10 + 2 * n], "big")
            if 0 < offset < PAGE:
                yield start, offset


def _payload(raw: bytes, page: int, at: int, length: int) -> bytes:
    if length <= _LONGEST:
        if at + length > page + PAGE:
            raise ValueError("beyond its page")
        return raw[at : at + length]
    if length > len(raw):
        raise ValueError("longer than its file")
    here = _SHORTEST + (length - _SHORTEST) % (PAGE - 4)
    here = here if here <= _LONGEST else _SHORTEST
    parts, missing = [raw[at : at + here]], length - here
    following = int.from_bytes(raw[at + here : at + here + 4], "big")
    while missing > 0:
        start = (following - 1) * PAGE
        if start <= 0 or start >= len(raw):
            raise ValueError("no such page")
        parts.append(raw[start + 4 : start + 4 + min(missing, PAGE - 4)])
        missing -= PAGE - 4
        following = int.from_bytes(raw[start : start + 4], "big")
    return b"".join(parts)


def _columns(payload: bytes) -> tuple[Value, ...]:
    size, at = _varint(payload, 0)
    kinds = []
    while at < size:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        length = _SIZES[kind] if kind < 10 else (kind - 12) // 2
        values.append(_value(kind, payload[at : at + length], length))
        at += length
    if at != len(payload):
        raise ValueError("columns do not fill the row")
    return tuple(values)


def _value(kind: int, part: bytes, length: int) -> Value:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)]
    if len(part) != length or kind in (7, 10, 11):
        raise ValueError("no value of ours")
    if kind < 7:
        return int.from_bytes(part, "big", signed=True)
    return part.decode() if kind % 2 else part


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    number = 0
    for n in range(8):
        byte = raw[at + n]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + n + 1
    return number << 8 | raw[at + 8], at + 9
