"""What the index beside a store is like: whether it can be used, and whether it says what the store says."""

from pathlib import Path

from coach.journal.health import Finding
from coach.journal.index import Index
from coach.journal.index_file import index_path, is_usable
from coach.ports import JournalError


def index_findings(store: Path) -> list[Finding]:
    """What is wrong with the index, nothing where there is none yet: it is made when it is first asked for. The store must be sound. Never raises for damage."""
    path = index_path(store)
    if not path.exists():
        return []
    told = {"path": str(path)}
    try:
        if not is_usable(path):
            return [Finding("index_unusable", "warning", told)]
        index = Index(store)
        try:
            faults = index.faults()
            behind = index.behind()
        finally:
            index.close()
    except JournalError as error:
        return [Finding(error.code, "warning", {**told, **error.details})]
    found = [Finding("index_behind", "ok", {**told, "count": behind})] if faults == ["behind"] else []
    broken = [name for name in faults if name != "behind"]
    if "damaged" in broken:
        found.append(Finding("index_damaged", "warning", told))
    elif broken and "behind" not in faults:  # one that is behind differs for that alone
        found.append(Finding("index_differs", "warning", told))
    return found or [Finding("index_sound", "ok", told)]
