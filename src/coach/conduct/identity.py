"""Whose debriefs are whose. The user's own are those recorded at this store, under whatever name; those of others were
imported.

Two people who share a store are indistinguishable from one who changed his name, until one of them declares which names
are his.
"""

import json
from collections.abc import Collection, Iterable

from coach.ports import Journal, RefusedError

_IMPORTED = "take.reps"
_DECLARED = "names.own"


class Identity:
    """The current user, by the name in the settings. Debriefs recorded under an earlier name stay his own."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal = journal
        self.name = name

    def owns(self, rep: str) -> bool:
        """Whether debriefs under the name `rep` are the user's own."""
        return rep in self._own([rep])

    def require_own(self, stream: str) -> None:
        """Raises RefusedError `not_own` if the stream belongs to somebody else, who alone may continue it."""
        rep = self._journal.owner_of(stream) or ""
        if not self.owns(rep):
            raise RefusedError("not_own", id=stream, rep=rep)

    def names(self) -> tuple[str, ...] | None:
        """The names of the user's own debriefs, or None if the store holds nobody else's."""
        others = self.name in _declared(self._journal) or imported_reps(self._journal) - {self.name}
        return self.own_names() if others else None

    def own_names(self) -> tuple[str, ...]:
        """The names of the user's own debriefs at this store, the current one first."""
        return tuple(dict.fromkeys([self.name, *self._own(self._journal.reps())]))

    def names_of(self, rep: str | None) -> tuple[str, ...] | None:
        """The names under which the debriefs of a rep are: the user's all, another's one; None for everybody's."""
        return None if rep is None else self.own_names() if rep == self.name else (rep,)

    def declare(self, mine: Collection[str], others: Collection[str]) -> None:
        """Declares debriefs under the names `mine` as the user's own and those under `others` as not; other names stay
        as they are.

        Raises JournalError.
        """
        own = sorted(({*self.own_names(), *mine} - set(others)) - {self.name})
        declared = {**_declared(self._journal), self.name: own}
        self._journal.set_note(_DECLARED, json.dumps(declared, ensure_ascii=False))

    def _own(self, reps: Iterable[str]) -> list[str]:
        declared, others = _declared(self._journal).get(self.name), imported_reps(self._journal)
        return [rep for rep in reps if rep == self.name or (rep not in others if declared is None else rep in declared)]


def imported_reps(journal: Journal) -> frozenset[str]:
    """The reps whose debriefs were imported from share files."""
    return frozenset(json.loads(journal.get_note(_IMPORTED) or "[]"))


def note_imported(journal: Journal, reps: Iterable[str]) -> None:
    """Records that these reps' debriefs were imported. Raises JournalError."""
    known = imported_reps(journal)
    if not known.issuperset(reps := frozenset(reps)):
        journal.set_note(_IMPORTED, json.dumps(sorted(known | reps), ensure_ascii=False))


def _declared(journal: Journal) -> dict[str, list[str]]:
    """The other names that users declared as their own, by the name they use now."""
    names: dict[str, list[str]] = json.loads(journal.get_note(_DECLARED) or "{}")
    return names
