"""`coach doctor`: checks a store without changing it."""

import sqlite3
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from coach.journal import health
from coach.journal.faults import READ_ERRORS, as_journal_errors
from coach.journal.health import Finding
from coach.journal.index_health import index_findings
from coach.journal.opening import connect, journal_of
from coach.journal.rescue import working_copy


def doctor(path: Path, now: datetime | None = None) -> list[Finding]:
    """All findings, in the order of the checks.

    Never raises for damage. Without `now`, times in the future are not reported.

    Raises JournalError only for errors of the operating system.
    """
    with as_journal_errors(path):
        findings = list(health.surroundings(path))
        if not path.is_file() or path.stat().st_size == 0:
            refused = health.refusal(path)
            return [*findings, refused] if refused else findings
        leftover = health.has_leftover(path)
        if leftover:
            findings.append(Finding("leftover_journal", "warning", {"path": str(journal_of(path))}))
        with working_copy(path) if leftover else nullcontext(path) as here:
            refused = health.refusal(here)
            if refused is not None:
                return [*findings, refused._replace(details={**refused.details, "path": str(path)})]
            db = connect(here, "ro")
            try:
                outside = health.mark_findings(db, here)
                if any(finding.code == "damaged" for finding in outside):
                    return [*findings, *outside]  # with damaged tables, checks of their content would be meaningless
                findings += [*outside, *_inside(db, path, now)]
            finally:
                db.close()
        if leftover or any(finding.severity == "error" for finding in findings):
            return findings
        return [*findings, *index_findings(path)]


def _at_one_moment(db: Connection, path: Path) -> list[Finding]:
    """The content checks on a snapshot; empty if it cannot be taken."""
    copy = sqlite3.connect(":memory:")
    try:
        db.backup(copy)
        return list(health.content(copy, path))
    except READ_ERRORS:
        return []
    finally:
        copy.close()


def _inside(db: Connection, path: Path, now: datetime | None) -> list[Finding]:
    """Checks the content. Faults are verified on a snapshot, because another process may have written between two
    reads.
    """
    findings = list(health.content(db, path))
    if any(finding.severity != "ok" for finding in findings):
        findings = _at_one_moment(db, path) or findings
    sound = all(finding.severity != "error" for finding in findings)
    return [*findings, *health.doubtful_times(db, now)] if sound else findings
