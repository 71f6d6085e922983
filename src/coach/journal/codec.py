"""How an event is sealed: a chain of hashes per stream, over the hash of each body, so that a body can go and the chain still holds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from coach.ports import JournalError, SealedEvent

if TYPE_CHECKING:
    from coach.domain.event import Event, Recorded

HASH_BYTES = 16
"""Bytes of every hash."""

GENESIS = bytes(HASH_BYTES)
"""What stands before the first event of a stream, and the sum of an empty store."""

ERASED = "erased"
"""The kind under which an event is read whose body was erased."""

REP_WORDS = frozenset({"rep_said", "line_tried"})
"""The kinds under which the rep's own words are kept: what was half-typed in the stream became them."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_EMPTY = blake2b(digest_size=HASH_BYTES)
"""Every hash begins as a copy of it: setting one up costs more than hashing an event."""


def checksum(name: str, text: str) -> int:
    """The CRC-32 of what is kept under a name beside the events: it tells damage, not forgery."""
    return crc32(f"{name}\0{text}".encode("utf-8", "replace"))


def to_micros(at: datetime) -> int:
    """Microseconds since 1970, UTC. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError(f"time without a zone: {at.isoformat()}")
    return (at - _EPOCH) // _MICRO


def from_micros(at: int) -> datetime:
    """The UTC time of `to_micros`. Raises OverflowError beyond the calendar."""
    return _EPOCH + timedelta(0, 0, at)


def hash_of(body: str) -> bytes:
    """The hash that stands for a body in the chain."""
    return _digest(body.encode())


def stream_key(owner: str, stream: str) -> bytes:
    """Whose stream it is, as it enters every link of its chain; lengths keep two names from running into each other."""
    return f"{len(owner)}:{owner}{len(stream)}:{stream}".encode()


def chain_hash(previous: bytes, where: bytes, version: int, kind: str, at: int, body_hash: bytes) -> bytes:
    """The chain after one more event; `where` comes from `stream_key`."""
    return _digest(b"%b%b|%d|%b|%d|%b" % (previous, where, version, kind.encode(), at, body_hash))


def seal(
    owner: str, stream: str, after: int, chain: bytes, events: Iterable[tuple["Event", int]]
) -> Iterator[SealedEvent]:
    """Events with their times in microseconds, sealed as versions after+1, … on top of `chain`."""
    from coach.domain.event import encode

    where = stream_key(owner, stream)
    for version, (event, at) in enumerate(events, after + 1):
        body = encode(event)
        body_hash = hash_of(body)
        chain = chain_hash(chain, where, version, event.kind, at, body_hash)
        yield SealedEvent(version, event.kind, at, body, body_hash, chain)


def first_broken(
    owner: str, stream: str, rows: Iterable[SealedEvent], previous: bytes = GENESIS, after: int = 0
) -> int | None:
    """The first version that is missing or does not fit its place in the chain, or None where the chain holds.

    Body hashes are believed: whoever got the rows from elsewhere holds them against the bodies first (`missing_rows`).
    """
    where = stream_key(owner, stream)
    for expected, (version, kind, at, _, body_hash, chain) in enumerate(rows, after + 1):
        if version != expected or chain != chain_hash(previous, where, version, kind, at, body_hash):
            return expected
        previous = chain
    return None


def missing_rows(
    owner: str, stream: str, have: Sequence[SealedEvent], rows: Sequence[SealedEvent]
) -> list[SealedEvent]:
    """Of another store's rows those that are missing here. A union: the same rows twice bring nothing the second time.

    Raises JournalError: `broken_chain` where the rows do not verify from version 1, `forged` where a version is told
    differently here, `unreadable_event` or `unknown_event` where a body makes no event.
    """
    broken = first_broken(owner, stream, rows)
    if broken is None:
        broken = next(
            (row.version for row in rows if row.body is not None and row.body_hash != hash_of(row.body)), None
        )
    if broken is not None:
        raise JournalError("broken_chain", stream=stream, version=broken)
    for mine, theirs in zip(have, rows, strict=False):
        if mine.chain != theirs.chain:
            raise JournalError("forged", stream=stream, version=mine.version)
    added = list(rows[len(have) :])
    decode_rows(stream, added)
    return added


def decode_rows(stream: str, rows: Iterable[SealedEvent]) -> "list[Recorded]":
    """The events of rows; an erased one comes as a bare event of kind `erased`.

    Raises JournalError: `unknown_event` (a newer program wrote it), `unreadable_event` (its body makes no event).
    """
    from coach.domain.event import KINDS, Event, Recorded, reader

    found = []
    make = tuple.__new__  # what a NamedTuple's own constructor calls, at half its cost
    for version, kind, at, body, _, _ in rows:
        try:
            event = Event(kind=ERASED) if body is None else reader(kind)(body)
            found.append(make(Recorded, (stream, version, from_micros(at), event)))
        except (ValueError, OverflowError) as error:
            code = "unreadable_event" if kind in KINDS else "unknown_event"
            raise JournalError(code, stream=stream, version=version, kind=kind) from error
    return found


def add_heads(head: bytes, chains: Iterable[bytes]) -> bytes:
    """The store's head with more events in it: the sum of all chain hashes, the same in whatever order they came."""
    total = int.from_bytes(head, "big")
    for chain in chains:
        total += int.from_bytes(chain, "big")
    return (total % (1 << 8 * HASH_BYTES)).to_bytes(HASH_BYTES, "big")


def _digest(data: bytes) -> bytes:
    whole = _EMPTY.copy()
    whole.update(data)
    return whole.digest()
