"""The checks of the index: whether it is usable and agrees with the store."""

from pathlib import Path

from coach.journal.health import Finding
from coach.journal.index import Index
from coach.journal.index_file import index_path, is_usable
from coach.ports import JournalError


def index_findings(store: Path) -> list[Finding]:
    """Checks the index; no findings if there is none yet, since it is created on demand.

    The store must be sound. Never raises for damage.
    """
    path = index_path(store)
    if not path.exists():
        return []
    details = {"path": str(path)}
    try:
        if not is_usable(path):
            return [Finding("index_unusable", "warning", details)]
        index = Index(store)
        try:
            faults = index.faults()
            behind = index.behind()
        finally:
            index.close()
    except JournalError as error:
        return [Finding(error.code, "warning", {**details, **error.details})]
    found = [Finding("index_behind", "ok", {**details, "count": behind})] if faults == ["behind"] else []
    broken = [name for name in faults if name != "behind"]
    if "damaged" in broken:
        found.append(Finding("index_damaged", "warning", details))
    elif broken and "behind" not in faults:  # a stale index differs for that reason alone
        found.append(Finding("index_differs", "warning", details))
    return found or [Finding("index_sound", "ok", details)]
