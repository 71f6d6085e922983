"""A hash table from words to their positions that stores 32-bit fingerprints instead of the words.

It takes a tenth of the memory of a dict, with fewer cache misses per lookup.
"""

import struct
import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, count
from zlib import adler32, crc32

_HEAD = struct.Struct("<II")
_BUCKETS = 1 << 16
"""The bucket is the upper half of the CRC-32; the fingerprint is its lower half and half of the Adler-32."""


class Fingerprints:
    """Positions of words. The false positive rate is about one in a hundred million."""

    def __init__(self, packed: bytes) -> None:
        """`packed`: the bytes from `packed()`. Raises ValueError if their length is wrong."""
        if len(packed) < _HEAD.size:
            raise ValueError("no table of fingerprints")
        self._seed, size = _HEAD.unpack_from(packed)
        rest = _HEAD.size + 4 * (_BUCKETS + 1)
        if len(packed) != rest + 4 * size:
            raise ValueError(f"{len(packed)} bytes for the fingerprints of {size} words")
        self._starts = numbers("I", packed[_HEAD.size : rest])
        self._owns = numbers("I", packed[rest:])

    def __len__(self) -> int:
        return len(self._owns)

    def place(self, word: str) -> int | None:
        """The position of the word in the table; None if it is not in it."""
        told = word.encode("utf-8", "surrogatepass")
        mark = crc32(told, self._seed)
        start, end = self._starts[mark >> 16], self._starts[(mark >> 16) + 1]
        if start < end:  # half of the words that are in no list end here
            own = _own(mark, told)
            for place in range(start, end):
                if self._owns[place] == own:
                    return place
        return None


def packed(words: Sequence[str]) -> tuple[list[int], bytes]:
    """The order of the words by fingerprint, as indices into `words`, and the table for `Fingerprints`."""
    for seed in count():
        prints = [_print(word, seed) for word in words]
        if len({*prints}) == len(words):
            break
    order = sorted(range(len(words)), key=prints.__getitem__)
    sizes = [0] * (_BUCKETS + 1)
    for bucket, _ in prints:
        sizes[bucket + 1] += 1
    owns = [prints[place][1] for place in order]
    return order, _HEAD.pack(seed, len(words)) + as_bytes("I", accumulate(sizes)) + as_bytes("I", owns)


def _print(word: str, seed: int) -> tuple[int, int]:
    told = word.encode("utf-8", "surrogatepass")
    mark = crc32(told, seed)
    return mark >> 16, _own(mark, told)


def _own(mark: int, told: bytes) -> int:
    return (mark & 0xFFFF) << 16 | adler32(told) >> 16


def numbers(code: str, packed: bytes) -> "array[int]":
    """The inverse of `as_bytes`; `code` is a type code of `array`."""
    read = array(code, packed)
    if sys.byteorder == "big":
        read.byteswap()
    return read


def as_bytes(code: str, told: Iterable[int]) -> bytes:
    """The numbers as little-endian bytes."""
    made = array(code, told)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()
