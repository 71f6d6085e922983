"""The share file: streams as JSON Lines with a header, a hash chain per stream, and a footer.

    {"coach":"handover","v":2,"by":…,"at":…}                    v 1 had no hands in stream names
    {"type":"stream","owner":…,"stream":…,"events":N}           precedes its N events
    {"version":1,"kind":…,"at":…,"body":"{…}","chain":"…"}      "hash" instead of "body" if the body was erased
    {"type":"end","streams":…,"events":…,"digest":"…"}          blake2b of all bytes before it

The digest detects a damaged file, the chains detect a changed event; neither authenticates the author.
"""

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from coach.domain.ids import NAME_LENGTH, REVIEW
from coach.files import atomic_write
from coach.journal import codec
from coach.journal.faults import system_errors_as
from coach.ports import ERASED, JournalError, SealedEvent

VERSION = 2
_LONGEST = 32 * 2**20
_ID = "[0-9a-z][0-9a-z_-]{0,63}"
_NAME = re.compile(rf"{_ID}|{REVIEW}{_ID}(?::[0-9a-z]{{1,32}})?")
_OWNER = re.compile(f"[^\ud800-\udfff]{{1,{NAME_LENGTH}}}")
_KIND = re.compile("[a-z_]{1,64}")


class SharedStream(NamedTuple):
    """A stream in a share file."""

    owner: str
    stream: str
    rows: list[SealedEvent]


def write(target: Path, by: str, at: str, streams: Iterable[SharedStream]) -> tuple[int, int]:
    """Writes the file atomically, readable by its owner only; returns (streams, events). Raises JournalError `unwritable`."""
    with system_errors_as("unwritable", target), atomic_write(target) as fresh, fresh.open("wb") as out:
        return _write(out, by, at, streams)


def verify(source: Path) -> tuple[str, int, int]:
    """Reads and checks the whole file; returns (author, streams, events).

    Raises JournalError: `no_file`, `foreign_file`, `whole_store`, `newer_file`, `cut_file`, `damaged_file`, `foreign_stream`,
    `broken_chain`, `unreadable_event`, `cannot_open`.
    """
    if not source.is_file():
        raise JournalError("no_file", path=str(source))
    streams = events = 0
    for handed in read(source):
        streams, events = streams + 1, events + len(handed.rows)
        _check(source, handed)
    with system_errors_as("cannot_open", source), source.open("rb") as lines:
        return str(_parsed(source, 1, lines.readline(_LONGEST))["by"]), streams, events


def read(source: Path) -> Iterator[SharedStream]:
    """Iterates over the streams of a file; the digest is checked after the last one.

    Raises JournalError as `verify` does.
    """
    with system_errors_as("cannot_open", source), source.open("rb") as lines:
        digest = blake2b(digest_size=codec.HASH_BYTES)
        header = lines.readline(_LONGEST)
        digest.update(header)
        _header(source, header)
        waiting: SharedStream | None = None
        left = streams = events = 0
        for number, line in enumerate(iter(lambda: lines.readline(_LONGEST), b""), 2):
            data = _parsed(source, number, line)
            if left:
                assert waiting is not None
                waiting.rows.append(_event(source, number, data))
                left, events = left - 1, events + 1
            elif data.get("type") == "end":
                footer = (data.get("streams"), data.get("events"), data.get("digest"))
                if waiting is not None:
                    yield waiting
                if footer != (streams, events, digest.hexdigest()) or lines.read(1):
                    _damaged(source, number)
                return
            else:
                if waiting is not None:
                    yield waiting
                waiting, left, streams = *_stream(source, number, data), streams + 1
            digest.update(line)
        raise JournalError("cut_file", path=str(source))


def _write(out: IO[bytes], by: str, at: str, streams: Iterable[SharedStream]) -> tuple[int, int]:
    digest, count, events = blake2b(digest_size=codec.HASH_BYTES), 0, 0

    def put(data: dict[str, Any]) -> None:
        line = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        digest.update(line)
        out.write(line)

    put({"coach": "handover", "v": VERSION, "by": by, "at": at})
    for handed in streams:
        put({"type": "stream", "owner": handed.owner, "stream": handed.stream, "events": len(handed.rows)})
        for row in handed.rows:
            kept = {"body": row.body} if row.body is not None else {"hash": row.body_hash.hex()}
            put({"version": row.version, "kind": row.kind, "at": row.at, **kept, "chain": row.chain.hex()})
        count, events = count + 1, events + len(handed.rows)
    put({"type": "end", "streams": count, "events": events, "digest": digest.hexdigest()})
    return count, events


def _header(source: Path, line: bytes) -> None:
    if line.startswith(b"SQLite format 3"):
        raise JournalError("whole_store", path=str(source))
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("coach") != "handover" or not isinstance(data.get("by"), str):
        raise JournalError("foreign_file", path=str(source))
    if data.get("v") not in range(1, VERSION + 1):
        raise JournalError("newer_file", path=str(source))


def _parsed(source: Path, number: int, line: bytes) -> dict[str, Any]:
    if not line.endswith(b"\n"):
        raise JournalError("cut_file", path=str(source))
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        _damaged(source, number)
    if not isinstance(data, dict):
        _damaged(source, number)
    return data


def _stream(source: Path, number: int, data: dict[str, Any]) -> tuple[SharedStream, int]:
    owner, name, count = data.get("owner"), data.get("stream"), data.get("events")
    if data.get("type") != "stream" or not isinstance(count, int) or not 0 < count < 1 << 16:
        _damaged(source, number)
    if not (isinstance(name, str) and _NAME.fullmatch(name) and isinstance(owner, str) and _OWNER.fullmatch(owner)):
        raise JournalError("foreign_stream", path=str(source), stream=str(name))
    return SharedStream(owner, name, []), count


def _event(source: Path, number: int, data: dict[str, Any]) -> SealedEvent:
    try:
        body = data.get("body")
        body_hash = bytes.fromhex(data["hash"]) if body is None else codec.hash_of(body)
        version, kind, at = data["version"], data["kind"], data["at"]
        if not (isinstance(version, int) and isinstance(at, int) and abs(at) < 1 << 62 and _KIND.fullmatch(kind)):
            _damaged(source, number)
        return SealedEvent(version, kind, at, body, body_hash, bytes.fromhex(data["chain"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        _damaged(source, number)


def _check(source: Path, handed: SharedStream) -> None:
    broken = codec.first_broken(handed.owner, handed.stream, handed.rows)
    if broken is not None:
        raise JournalError("broken_chain", stream=handed.stream, version=broken, path=str(source))
    if handed.stream.startswith(REVIEW):
        return
    if handed.rows[0].kind == "debrief_opened":
        event = codec.decode_rows(handed.stream, handed.rows[:1])[0].event
        if event.kind == ERASED or getattr(event, "rep", None) == handed.owner:
            return
    raise JournalError("foreign_stream", path=str(source), stream=handed.stream)


def _damaged(source: Path, number: int) -> NoReturn:
    raise JournalError("damaged_file", path=str(source), line=number)
