"""Verified backups, and salvage of damaged stores. The original is never written to."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coach.domain.cleaning import clean_line
from coach.files import atomic_write, make_private
from coach.journal import codec, health
from coach.journal.carving import Carved, Value, carve, carve_indexes
from coach.journal.faults import as_journal_errors, system_errors_as
from coach.journal.headmark import HeadMark, Mark
from coach.journal.opening import DURABLE, compare, connect, examine, journal_of, open_folder
from coach.journal.sqlite import SqliteJournal
from coach.journal.table import VERSIONS_PER_STREAM, EventTable
from coach.ports import JournalError, SealedEvent

UNVERIFIED_SUFFIX = ".rest.jsonl"
TEXT_SUFFIX = ".rest.txt"
"""Suffixes of the files with events that are readable but not verified: all of them, and only the words."""


class Salvaged(NamedTuple):
    """Numbers of verified events, of their streams, and of events that are readable but not verified (`rest`)."""

    events: int
    streams: int
    rest: int


class _Found(NamedTuple):
    owner: str
    stream: str
    rows: list[SealedEvent]
    whole: int


def backup(path: Path, target: Path) -> int:
    """Writes a verified copy to `target`; returns its number of events.

    Raises JournalError: `target_exists`, `unwritable`, `damaged`, `tail_lost` (there is no file at `target` then), or as
    `open_store` does.
    """
    with as_journal_errors(path):
        examine(path)
        if target.exists():
            raise JournalError("target_exists", path=str(target))
        with system_errors_as("unwritable", target), atomic_write(target) as fresh:
            return _copied(path, fresh)


def restore(path: Path, source: Path, now: datetime) -> tuple[int, Path | None]:
    """Puts a verified copy of the store `source` in the place of the one at `path`, if there is any; returns its number
    of events, and where the replaced one lies now.

    The copy is a new file and so has a hand of its own: had it the old one, it could write other events than those
    already handed over under the same version. Raises JournalError as `backup` does; nothing has changed then.
    """
    with as_journal_errors(source):
        examine(source)
        with system_errors_as("unwritable", path):
            open_folder(path.parent)
            with atomic_write(path) as fresh:
                events = _copied(source, fresh)
                aside = _set_aside(path, now)
            _mark(path)
        return events, aside


def salvage(path: Path, target: Path) -> Salvaged:
    """Saves everything readable of the store at `path`: as JSON Lines if `target` ends in .jsonl, else into a new
    store.

    A new store gets the beginning of each stream that is verified and of kinds this program knows; it is not created if
    there is none. Readable events beyond that go into `TARGET.rest.jsonl`, their words also into `TARGET.rest.txt`.
    Raises JournalError: `target_exists`, `no_store`, `nothing_found`, `unwritable`.
    """
    with as_journal_errors(target), system_errors_as("unwritable", target):
        if target.exists():
            raise JournalError("target_exists", path=str(target))
        if not path.exists():
            raise JournalError("no_store", path=str(path))
        histories = list(_found(path))
        if not histories:
            raise JournalError("nothing_found", path=str(path))
        if target.suffix == ".jsonl":
            _write_lines(target, histories)
            return _counted(histories)
        histories = list(map(_importable, histories))
        rest = [history._replace(rows=history.rows[history.whole :], whole=0) for history in histories]
        if any(history.whole for history in histories):
            _refill(target, histories)
        if any(history.rows for history in rest):
            _write_lines(target.with_name(target.name + UNVERIFIED_SUFFIX), rest)
            _write_words(target.with_name(target.name + TEXT_SUFFIX), rest)
        return _counted(histories)


def preview_salvage(path: Path) -> Salvaged:
    """What `salvage` would save into a new store, without writing anything. Raises OSError."""
    return _counted(list(map(_importable, _found(path))))


@contextmanager
def working_copy(path: Path) -> Iterator[Path]:
    """Yields a temporary copy with its hot journal, so that a rollback changes the copy and not the original.

    Not for a process that has the store open for writing: closing the copied file would release its POSIX locks.
    """
    with TemporaryDirectory(prefix="coach-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        for file, copied in zip(_beside(path), _beside(copy), strict=True):
            if file.exists():
                shutil.copyfile(file, copied)
        yield copy


def _beside(path: Path) -> tuple[Path, Path]:
    """The files that belong to a store: SQLite's journal and the head mark."""
    return journal_of(path), HeadMark(path).path


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Gives the store at `path` and the files beside it a second name, and takes the old head mark away."""
    aside = path.with_name(f"{path.name}.{now:%Y%m%d-%H%M%S}")
    for file, renamed in zip(_beside(path), _beside(aside), strict=True):
        if file.exists():
            file.replace(renamed)
    if not path.exists():
        return None
    aside.hardlink_to(path)
    return aside


def _mark(path: Path) -> None:
    """Writes the head mark of a store that has none."""
    db = connect(path, "ro")
    try:
        newest = db.execute("select key, chain from events order by key desc limit 1").fetchone()
        if newest is not None:
            HeadMark(path).write(Mark(*EventTable(db).head(), *newest))
    finally:
        db.close()


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
    """The streams with their rows in order, and how many of them verify from the beginning."""
    with working_copy(path) as copy:
        if journal_of(copy).exists():
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
        candidates = places.get(number, [("", f"unnamed-{number}")])
        yield max((_held(owner, name, ordered) for owner, name in candidates), key=lambda found: found.whole)


def _streams(rows: Iterable[Carved], kinds: Mapping[Value, Value]) -> dict[int, dict[int, SealedEvent]]:
    """The events by stream number and version."""
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
    """The stream under this owner and name, with the number of rows whose chain confirms them."""
    broken = codec.first_broken(owner, name, rows)
    return _Found(owner, name, rows, len(rows) if broken is None else broken - 1)


def _importable(history: _Found) -> _Found:
    """The stream with `whole` reduced to the rows before the first that this program cannot decode."""
    try:
        codec.decode_rows(history.stream, history.rows[: history.whole])
    except JournalError as error:
        return history._replace(whole=int(str(error.details["version"])) - 1)
    return history


def _fits(entry: Sequence[Value], types: tuple[type, ...]) -> bool:
    return len(entry) == len(types) and all(map(isinstance, entry, types))


def _roll_back(copy: Path) -> None:
    db = connect(copy, "rw")
    try:
        with as_journal_errors(copy):
            db.execute("select count(*) from sqlite_master")
    except JournalError:
        return  # too damaged to roll back: read the pages as they are
    finally:
        db.close()


def _refill(target: Path, found: Iterable[_Found]) -> None:
    journal = SqliteJournal(target)
    try:
        for history in found:
            journal.import_events(history.owner, history.stream, history.rows[: history.whole])
    finally:
        journal.close()


def _counted(found: Sequence[_Found]) -> Salvaged:
    whole = [history.whole for history in found]
    return Salvaged(sum(whole), sum(map(bool, whole)), sum(len(history.rows) - history.whole for history in found))


def _write_words(target: Path, found: Iterable[_Found]) -> None:
    """Writes what was said, stream by stream, for people to read; lines of the rep begin with >."""
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
    values = [body.get(name) for name in ("text", "customer", "contact", "what", "reason")]
    said = clean_line(" · ".join(text for text in values if isinstance(text, str) and text))
    return f"> {said}" if row.kind == "rep_said" else said


def _write_lines(target: Path, found: Iterable[_Found]) -> None:
    make_private(target)
    with target.open("w", encoding="utf-8") as out:
        for owner, stream, rows, whole in found:
            for n, row in enumerate(rows):
                line = {"owner": owner, "stream": stream, "version": row.version, "kind": row.kind, "at": row.at}
                line |= {"body": row.body, "verified": n < whole}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
