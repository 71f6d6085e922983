"""The checks of a store: events against hashes, head mark, read model, and the folder it lies in."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from coach.domain.clock_skew import first_implausible
from coach.domain.ids import is_debrief
from coach.journal import codec, projection
from coach.journal.faults import READ_ERRORS, as_journal_errors, error_code
from coach.journal.headmark import HeadMark
from coach.journal.opening import compare, connect, examine, journal_of
from coach.journal.schema import CHECKSUMS_SINCE, version_of
from coach.journal.table import EventTable
from coach.ports import JournalError

Severity = Literal["ok", "warning", "error"]

_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "mobile documents",
    "icloud",
    "nextcloud",
    "nutstore",
    "坚果云",
    "baidusyncdisk",
    "百度网盘",
)
_REMOTE = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "afs", "ceph", "glusterfs")


class Finding(NamedTuple):
    """A result of a check: the key of its sentence under `journal`, its severity, and the slots of the sentence."""

    code: str
    severity: Severity
    details: dict[str, Any]


def content(db: sqlite3.Connection, path: Path, projected: bool = True) -> Iterator[Finding]:
    """Checks the file's content; yields `healthy` at the end if there is no error.

    Reads everything and never raises for damage.

    With `projected` the read model is recomputed and compared, which takes longer than all other checks. `path` appears
    in findings.
    """
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    bad = False
    for part in (_integrity, _events, _drafts_and_notes, *([_projection] if projected else [])):
        try:
            for finding in part(db):
                bad = bad or finding.severity == "error"
                yield finding
        except READ_ERRORS as error:
            bad = True
            yield Finding(error_code(error), "error", {"why": str(error), "path": str(path)})
        except JournalError as error:
            bad = True
            yield Finding(error.code, "error", {"why": "", "path": str(path), **error.details})
    if not bad:
        table = EventTable(db)
        yield Finding("healthy", "ok", {"events": table.head()[0], "streams": sum(1 for _ in table.streams())})


def surroundings(path: Path) -> Iterator[Finding]:
    """Checks permissions and the kind of folder that the store lies in. Raises OSError."""
    yield Finding("library", "ok", {"version": sqlite3.sqlite_version})
    for place in (path, path.parent):
        if os.name == "posix" and place.exists() and place.stat().st_mode & 0o077:
            yield Finding("open_to_others", "warning", {"path": str(place)})
    whole = str(path.absolute())
    if any(name in whole.lower() for name in _SYNCED):
        yield Finding("cloud_folder", "warning", {"path": str(path.parent)})
    system = _file_system(path.absolute())
    if system.startswith(_REMOTE):
        yield Finding("network_folder", "warning", {"path": str(path.parent), "system": system})


def mark_findings(db: sqlite3.Connection, path: Path) -> list[Finding]:
    """Compares the head mark with the file. Raises OSError."""
    head = HeadMark(path)
    try:
        marked = head.read()
        compare(db, path, marked)
        if marked is None and (head.exists() or EventTable(db).head()[0]):
            return [Finding("no_mark", "warning", {"path": str(head.path)})]
    except READ_ERRORS as error:
        return [Finding(error_code(error), "error", {"why": str(error), "path": str(path)})]
    except JournalError as error:
        return [Finding(error.code, "error", {"why": "", "path": str(path), **error.details})]
    return []


def refusal(path: Path) -> Finding | None:
    """Why the file cannot be opened, or None. A missing file is reported with severity `ok`."""
    try:
        with as_journal_errors(path):
            examine(path)
    except JournalError as error:
        return Finding(error.code, "ok" if error.code == "missing" else "error", error.details)
    return None


def has_leftover(path: Path) -> bool:
    """Whether a crash left a hot journal that must be rolled back; that of a live writer does not count.

    Raises sqlite3.Error.
    """
    if not journal_of(path).exists():
        return False
    db = connect(path, "ro")
    try:
        db.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    except READ_ERRORS:
        return False
    finally:
        db.close()
    return False


def doubtful_times(db: sqlite3.Connection, now: datetime | None) -> Iterator[Finding]:
    """Finds streams with implausible times, and names the first.

    Raises sqlite3.Error; JournalError for a time out of range.
    """
    count = 0
    first: dict[str, Any] = {}
    table = EventTable(db)
    for number, _, stream in table.streams():
        rows = table.rows(number)
        try:
            found = first_implausible((codec.from_micros(row.at) for row in rows), now)
        except OverflowError as error:
            raise JournalError("unreadable_event", stream=stream, version=0, kind="") from error
        if found is not None:
            first = first or {"stream": stream, "at": found.isoformat(timespec="minutes")}
            count += 1
    if count:
        yield Finding("doubtful_times", "warning", {"count": count, **first})


def _integrity(db: sqlite3.Connection) -> Iterator[Finding]:
    problems = [row[0] for row in db.execute("pragma integrity_check(5)")]
    if problems != ["ok"]:
        yield Finding("integrity", "error", {"why": "; ".join(problems)})


def _events(db: sqlite3.Connection) -> Iterator[Finding]:
    table = EventTable(db)
    count, total = 0, codec.GENESIS
    for number, owner, stream in table.streams():
        rows = table.rows(number)
        count += len(rows)
        total = codec.add_heads(total, (row.chain for row in rows))
        broken = codec.first_broken(owner, stream, rows)
        if broken is not None:
            yield Finding("broken_chain", "error", {"stream": stream, "version": broken})
            continue
        try:
            codec.decode_rows(stream, rows)
        except JournalError as error:
            yield Finding(error.code, "error", error.details)
    counted, head = table.head()
    if (counted, head) != (count, total):
        yield Finding("head_differs", "error", {"told": counted, "found": count})
    everything = db.execute("select count(*) from events").fetchone()[0]
    if everything != count:
        yield Finding("stray_events", "error", {"count": everything - count})


def _drafts_and_notes(db: sqlite3.Connection) -> Iterator[Finding]:
    """Checks drafts and notes against their checksums, if they have one."""
    if version_of(db) < CHECKSUMS_SINCE:
        return
    kept = db.execute("select stream, text, crc from drafts union all select key, text, crc from notes")
    wrong = sum(crc is not None and crc != codec.checksum(name, text) for name, text, crc in kept)
    if wrong:
        yield Finding("beside_differs", "warning", {"count": wrong})


def _projection(db: sqlite3.Connection) -> Iterator[Finding]:
    table = EventTable(db)
    kept = {row[:2]: row for row in projection.select_raw(db)}
    wrong = 0
    for number, owner, stream in table.streams():
        rows = table.rows(number) if is_debrief(stream) else []
        if rows and codec.first_broken(owner, stream, rows) is None:
            said = [(author, codec.decode_rows(name, table.rows(no))) for no, author, name in table.reviews(stream)]
            row = projection.summary_of(stream, codec.decode_rows(stream, rows), said)
            wrong += kept.pop((stream, owner), None) != row
    wrong += len(kept)
    if wrong:
        yield Finding("projection_differs", "warning", {"count": wrong})


def _file_system(path: Path) -> str:
    """The type of the file system of a path; an empty string if unknown."""
    mounts = Path("/proc/mounts")
    best = ("", "")
    for line in mounts.read_text("utf-8", "replace").splitlines() if mounts.exists() else ():
        _, point, system, *_ = line.split()
        if path.is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, system)
    return best[1]
