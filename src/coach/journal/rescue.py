"""Copies that are checked, and what can be saved of a store that is damaged. The original is never written to."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coach.domain.cleaning import clean_line
from coach.files import atomic_write, make_private
from coach.journal import codec, health
from coach.journal.carving import Carved, Value, carve, carve_indexes
from coach.journal.faults import as_journal_errors
from coach.journal.headmark import HeadMark
from coach.journal.opening import DURABLE, compare, connect, examine
from coach.journal.sqlite import SqliteJournal
from coach.journal.table import VERSIONS_PER_STREAM, EventTable
from coach.ports import JournalError, SealedEvent

UNVERIFIED_SUFFIX = ".rest.jsonl"
TEXT_SUFFIX = ".rest.txt"
"""What is only readable lies beside what was saved under these endings: every event, and the words alone."""


class Salvaged(NamedTuple):
    """What was saved: events whose chain holds, the streams they belong to, and events that are only readable."""

    events: int
    streams: int
    rest: int


class _Found(NamedTuple):
    owner: str
    stream: str
    rows: list[SealedEvent]
    whole: int


def backup(path: Path, target: Path) -> int:
    """A complete copy at `target`, opened and hashed again before it gets its name; returns its events.

    Raises JournalError: `target_exists`, `damaged`, `tail_lost` (nothing is left at `target` then), or as `open_store` does.
    """
    with as_journal_errors(path):
        examine(path)
        if target.exists():
            raise JournalError("target_exists", path=str(target))
        with atomic_write(target) as fresh:
            return _copied(path, fresh)


def salvage(path: Path, target: Path) -> Salvaged:
    """Everything readable of the store at `path`: into JSON Lines where `target` ends in .jsonl, else into a new store.

    A new store takes of each stream what verifies from its beginning, and is not made where nothing does; what is readable beyond that goes beside it into
    `TARGET.rest.jsonl`, what was said in it also as plain text into `TARGET.rest.txt`. Raises JournalError: `target_exists`, `nothing_found`, or what the disk says.
    """
    with as_journal_errors(target):
        if target.exists():
            raise JournalError("target_exists", path=str(target))
        found = list(_found(path))
        if not found:
            raise JournalError("nothing_found", path=str(path))
        rest = [one._replace(rows=one.rows[one.whole :], whole=0) for one in found]
        if target.suffix == ".jsonl":
            _write_lines(target, found)
        else:
            if any(one.whole for one in found):
                _refill(target, found)
            if any(one.rows for one in rest):
                _write_lines(target.with_name(target.name + UNVERIFIED_SUFFIX), rest)
                _write_words(target.with_name(target.name + TEXT_SUFFIX), rest)
        return _counted(found)


def preview_salvage(path: Path) -> Salvaged:
    """What `salvage` would save, with nothing written. Raises OSError."""
    return _counted(list(_found(path)))


@contextmanager
def working_copy(path: Path) -> Iterator[Path]:
    """A copy to work on, with the journal a crash left, so that rolling it back happens there and not to the original.

    Not for a process that is writing to the same store meanwhile: closing a file gives up the process's locks on it.
    """
    with TemporaryDirectory(prefix="coach-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        for ending in ("-journal", ".head"):
            file = path.with_name(path.name + ending)
            if file.exists():
                shutil.copyfile(file, copy.with_name(copy.name + ending))
        yield copy


def _copied(path: Path, fresh: Path) -> int:
    marked = HeadMark(path).read()
    source, copy = connect(path, "rw"), connect(fresh, "rw")
    try:
        compare(source, path, marked)
        copy.execute(DURABLE)
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")
        wrong = [finding for finding in health.content(copy, path, projected=False) if finding.severity == "error"]
        if wrong:
            raise JournalError("damaged", path=str(path), why=wrong[0].code)
        return EventTable(copy).head()[0]
    finally:
        copy.close()
        source.close()


def _found(path: Path) -> Iterator[_Found]:
    """The streams with their rows in order, and how many of those verify from the first on."""
    with working_copy(path) as copy:
        if copy.with_name(copy.name + "-journal").exists():
            _roll_back(copy)
        rows, entries = list(carve(copy)), list(carve_indexes(copy))
    kinds: dict[Value, Value] = {entry[1]: entry[0] for entry in entries if _fits(entry, (str, int))}
    kinds |= {row.key: row.values[1] for row in rows if len(row.values) == 2 and isinstance(row.values[1], str)}
    places: dict[Value, list[tuple[str, str]]] = {}
    for key, owner, name in [
        *((row.key, *row.values[1:]) for row in rows if _fits(row.values[1:], (str, str))),
        *((entry[2], entry[1], entry[0]) for entry in entries if _fits(entry, (str, str, int))),
    ]:
        places.setdefault(key, []).append((str(owner), str(name)))
    for number, by_version in sorted(_streams(rows, kinds).items()):
        ordered = [by_version[version] for version in sorted(by_version)]
        told = places.get(number, [("", f"unnamed-{number}")])
        yield max((_held(owner, name, ordered) for owner, name in told), key=lambda found: found.whole)


def _streams(rows: Iterable[Carved], kinds: Mapping[Value, Value]) -> dict[int, dict[int, SealedEvent]]:
    """The events by the number of their stream and their version in it."""
    erased = {row.key: row.values[1] for row in rows if len(row.values) == 4 and isinstance(row.values[1], bytes)}
    streams: dict[int, dict[int, SealedEvent]] = {}
    for key, values in rows:
        if len(values) != 5 or values[0] is not None:
            continue
        _, kind, at, body, chain = values
        if not (isinstance(kind, int) and isinstance(at, int) and isinstance(chain, bytes)):
            continue
        if not (body is None or isinstance(body, str)):
            continue
        gone = erased.get(key)
        body_hash = codec.hash_of(body) if body is not None else gone if isinstance(gone, bytes) else b""
        number, version = divmod(key, VERSIONS_PER_STREAM)
        sealed = SealedEvent(version, str(kinds.get(kind, f"#{kind}")), at, body, body_hash, chain)
        streams.setdefault(number, {})[version] = sealed
    return streams


def _held(owner: str, name: str, rows: list[SealedEvent]) -> _Found:
    """The stream under that name, which the chain bears out or not: where table and index tell two, the chain decides."""
    broken = codec.first_broken(owner, name, rows)
    return _Found(owner, name, rows, len(rows) if broken is None else broken - 1)


def _fits(entry: Sequence[Value], types: tuple[type, ...]) -> bool:
    return len(entry) == len(types) and all(map(isinstance, entry, types))


def _roll_back(copy: Path) -> None:
    db = connect(copy, "rw")
    try:
        with as_journal_errors(copy):
            db.execute("select count(*) from sqlite_master")
    except JournalError:
        return  # too broken to roll back: the pages are read as they are
    finally:
        db.close()


def _refill(target: Path, found: Iterable[_Found]) -> None:
    journal = SqliteJournal(target)
    try:
        for one in found:
            journal.import_events(one.owner, one.stream, one.rows[: one.whole])
    finally:
        journal.close()


def _counted(found: Sequence[_Found]) -> Salvaged:
    whole = [one.whole for one in found]
    return Salvaged(sum(whole), sum(map(bool, whole)), sum(len(one.rows) - one.whole for one in found))


def _write_words(target: Path, found: Iterable[_Found]) -> None:
    """What was said and noted, one talk after the other, for people to read; the rep's words begin with >."""
    make_private(target)
    with target.open("w", encoding="utf-8") as out:
        for owner, stream, rows, _ in found:
            if rows:
                lines = filter(None, map(_words, rows))
                out.write("\n".join([f"== {clean_line(stream)} {clean_line(owner)}".rstrip(), *lines]) + "\n\n")


def _words(row: SealedEvent) -> str:
    try:
        body = json.loads(row.body or "{}")
    except ValueError:
        return clean_line(row.body or "")
    told = [body.get(name) for name in ("text", "customer", "contact", "what", "reason")]
    said = clean_line(" · ".join(text for text in told if isinstance(text, str) and text))
    return f"> {said}" if row.kind == "rep_said" else said


def _write_lines(target: Path, found: Iterable[_Found]) -> None:
    make_private(target)
    with target.open("w", encoding="utf-8") as out:
        for owner, stream, rows, whole in found:
            for n, row in enumerate(rows):
                line = {"owner": owner, "stream": stream, "version": row.version, "kind": row.kind, "at": row.at}
                line |= {"body": row.body, "verified": n < whole}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
