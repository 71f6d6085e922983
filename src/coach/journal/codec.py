"""Sealing of events: one hash chain per stream, over the hash of each body, so that a body can be erased and the chain
still verifies.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from coach.ports import ERASED, JournalError, SealedEvent

if TYPE_CHECKING:
    from coach.domain.event import Event, Recorded

HASH_BYTES = 16
"""Length of every hash in bytes."""

GENESIS = bytes(HASH_BYTES)
"""The chain before a stream's first event, and the head of an empty store."""

REP_WORDS = frozenset({"rep_said", "line_tried"})
"""The kinds that hold the rep's words. Appending one deletes the stream's draft."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_EMPTY = blake2b(digest_size=HASH_BYTES)
"""Hashing starts from a copy of this, because creating a hash object costs more than hashing an event."""


def checksum(name: str, text: str) -> int:
    """The CRC-32 of a draft or note and its name. It detects damage, not tampering."""
    return crc32(f"{name}\0{text}".encode("utf-8", "replace"))


def to_micros(at: datetime) -> int:
    """Microseconds since 1970, UTC. Raises ValueError for a naive time."""
    if at.tzinfo is None:
        raise ValueError(f"time without a zone: {at.isoformat()}")
    return (at - _EPOCH) // _MICRO


def from_micros(at: int) -> datetime:
    """The inverse of `to_micros`, in UTC. Raises OverflowError outside the range of datetime."""
    return _EPOCH + timedelta(0, 0, at)


def hash_of(body: str) -> bytes:
    """The hash that stands for a body in the chain."""
    return _digest(body.encode())


def stream_key(owner: str, stream: str) -> bytes:
    """Owner and name of a stream as they enter its hash chain, length-prefixed so that no two pairs collide."""
    return f"{len(owner)}:{owner}{len(stream)}:{stream}".encode()


def chain_hash(previous: bytes, where: bytes, version: int, kind: str, at: int, body_hash: bytes) -> bytes:
    """The chain after one more event; `where` is the stream's `stream_key`."""
    return _digest(b"%b%b|%d|%b|%d|%b" % (previous, where, version, kind.encode(), at, body_hash))


def seal(
    owner: str, stream: str, after: int, chain: bytes, events: Iterable[tuple["Event", int]]
) -> Iterator[SealedEvent]:
    """Seals events, given with their times in microseconds, as versions after+1, … on top of `chain`."""
    from coach.domain.event import encode

    where = stream_key(owner, stream)
    for version, (event, at) in enumerate(events, after + 1):
        body = encode(event)
        body_hash = hash_of(body)
        chain = chain_hash(chain, where, version, event.kind, at, body_hash)
        yield SealedEvent(version, event.kind, at, body, body_hash, chain)


def reseal(owner: str, stream: str, first: "Event", rows: Iterable[SealedEvent]) -> Iterator[SealedEvent]:
    """Seals the rows of another stream, from version 1 on, as those of this one, with `first` in place of the first event.

    What was erased stays erased.
    """
    from coach.domain.event import encode

    where, chain = stream_key(owner, stream), GENESIS
    for row in rows:
        body = encode(first) if row.version == 1 else row.body
        body_hash = row.body_hash if body is None else hash_of(body)
        chain = chain_hash(chain, where, row.version, row.kind, row.at, body_hash)
        yield row._replace(body=body, body_hash=body_hash, chain=chain)


def first_broken(
    owner: str, stream: str, rows: Iterable[SealedEvent], previous: bytes = GENESIS, after: int = 0
) -> int | None:
    """The first version that is missing or does not match the chain; None if the chain holds.

    Body hashes are trusted: for rows from another store, check them against the bodies first (`missing_rows`).
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
    """The rows of another store's stream that this store, with the rows `have`, lacks.

    Raises JournalError: `broken_chain` if the rows do not verify from version 1, `forged` if a version differs from
    ours, `unreadable_event` or `unknown_event` if a body cannot be decoded.
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
    """Decodes rows to events; an erased one becomes a bare event of kind `erased`.

    Raises JournalError: `unknown_event` (written by a newer program), `unreadable_event` (invalid body).
    """
    from coach.domain.event import KINDS, Event, Recorded, reader

    found = []
    make = tuple.__new__  # bypasses the NamedTuple constructor, at half its cost
    for version, kind, at, body, _, _ in rows:
        try:
            event = Event(kind=ERASED) if body is None else reader(kind)(body)
            found.append(make(Recorded, (stream, version, from_micros(at), event)))
        except (ValueError, OverflowError) as error:
            code = "unreadable_event" if kind in KINDS else "unknown_event"
            raise JournalError(code, stream=stream, version=version, kind=kind) from error
    return found


def add_heads(head: bytes, chains: Iterable[bytes]) -> bytes:
    """The store's head after more events: the sum of all chain hashes, independent of their order."""
    total = int.from_bytes(head, "big")
    for chain in chains:
        total += int.from_bytes(chain, "big")
    return (total % (1 << 8 * HASH_BYTES)).to_bytes(HASH_BYTES, "big")


def _digest(data: bytes) -> bytes:
    whole = _EMPTY.copy()
    whole.update(data)
    return whole.digest()
