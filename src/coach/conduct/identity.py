"""Whose debriefs these are: one's own are those held at this store, under whatever name; everybody else's came by file."""

import json
from collections.abc import Iterable

from coach.ports import Journal, JournalError

_ARRIVED = "take.reps"


class Identity:
    """The one who sits here, by the name chosen now; a new name takes nothing away that was held under an old one."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal = journal
        self.name = name

    def owns(self, rep: str) -> bool:
        """Whether the debriefs of that name are one's own."""
        return rep == self.name or rep not in arrived(self._journal)

    def allow(self, stream: str) -> None:
        """Raises JournalError `not_own` where the stream is somebody else's, who alone goes on with it."""
        rep = self._journal.owner_of(stream) or ""
        if not self.owns(rep):
            raise JournalError("not_own", id=stream, rep=rep)

    def names(self) -> tuple[str, ...] | None:
        """The names under which one's own debriefs lie here, or None where nobody else's do."""
        return self.held() if arrived(self._journal) - {self.name} else None

    def held(self) -> tuple[str, ...]:
        """The names under which debriefs were held at this store, one's own first."""
        others = arrived(self._journal)
        return tuple(dict.fromkeys([self.name, *(rep for rep in self._journal.reps() if rep not in others)]))


def arrived(journal: Journal) -> frozenset[str]:
    """The reps whose debriefs came by file."""
    return frozenset(json.loads(journal.get_note(_ARRIVED) or "[]"))


def note_arrival(journal: Journal, reps: Iterable[str]) -> None:
    """Keeps in mind that these reps' debriefs came by file; raises JournalError."""
    known = arrived(journal)
    if not known.issuperset(reps := frozenset(reps)):
        journal.set_note(_ARRIVED, json.dumps(sorted(known | reps), ensure_ascii=False))
