"""Whose debriefs these are: one's own are those held at this store, under whatever name; everybody else's came by file.

Two people at one store look like one who changed his name, until one of them says which names are his.
"""

import json
from collections.abc import Collection, Iterable

from coach.ports import Journal, RefusedError

_IMPORTED = "take.reps"
_DECLARED = "names.own"


class Identity:
    """The one who sits here, by the name chosen now; a new name takes nothing away that was held under an old one."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal = journal
        self.name = name

    def owns(self, rep: str) -> bool:
        """Whether the debriefs of that name are one's own."""
        return rep in self._own([rep])

    def require_own(self, stream: str) -> None:
        """Raises RefusedError `not_own` where the stream is somebody else's, who alone goes on with it."""
        rep = self._journal.owner_of(stream) or ""
        if not self.owns(rep):
            raise RefusedError("not_own", id=stream, rep=rep)

    def names(self) -> tuple[str, ...] | None:
        """The names under which one's own debriefs lie here, or None where nobody else's do."""
        others = self.name in _declared(self._journal) or imported_reps(self._journal) - {self.name}
        return self.held() if others else None

    def held(self) -> tuple[str, ...]:
        """The names under which debriefs are one's own at this store, the one chosen now first."""
        return tuple(dict.fromkeys([self.name, *self._own(self._journal.reps())]))

    def declare(self, mine: Collection[str], others: Collection[str]) -> None:
        """From now on the debriefs under the names of `mine` are one's own, those of `others` are not, and of no other name than now.

        Raises JournalError.
        """
        own = sorted(({*self.held(), *mine} - set(others)) - {self.name})
        told = {**_declared(self._journal), self.name: own}
        self._journal.set_note(_DECLARED, json.dumps(told, ensure_ascii=False))

    def _own(self, reps: Iterable[str]) -> list[str]:
        told, others = _declared(self._journal).get(self.name), imported_reps(self._journal)
        return [rep for rep in reps if rep == self.name or (rep not in others if told is None else rep in told)]


def imported_reps(journal: Journal) -> frozenset[str]:
    """The reps whose debriefs came by file."""
    return frozenset(json.loads(journal.get_note(_IMPORTED) or "[]"))


def note_imported(journal: Journal, reps: Iterable[str]) -> None:
    """Keeps in mind that these reps' debriefs came by file; raises JournalError."""
    known = imported_reps(journal)
    if not known.issuperset(reps := frozenset(reps)):
        journal.set_note(_IMPORTED, json.dumps(sorted(known | reps), ensure_ascii=False))


def _declared(journal: Journal) -> dict[str, list[str]]:
    """By the name somebody goes by here, the other names that he said are his."""
    told: dict[str, list[str]] = json.loads(journal.get_note(_DECLARED) or "{}")
    return told
