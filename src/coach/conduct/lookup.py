"""Which stream is meant by an id as people give it: whole, or by its beginning or end."""

from collections.abc import Sequence

from coach.domain.ids import PRACTICE, is_debrief, rehearsal_id
from coach.ports import Journal, RefusedError


def debrief_stream(journal: Journal, name: str) -> str:
    """The debrief of that id; what else lies in the store is none. Raises RefusedError `unknown_debrief` or `ambiguous`."""
    if is_debrief(name) and journal.owner_of(name) is not None:
        return name
    return _only(journal.find(name) if name else (), "unknown_debrief", name)


def rehearsal_stream(journal: Journal, name: str, rep: str) -> str:
    """The rep's own rehearsal of that id; nobody else's is ever found. Raises RefusedError `unknown_practice` or `ambiguous`."""
    wanted = rehearsal_id(name)
    own = {
        rehearsal_id(stream): stream
        for stream in journal.streams(PRACTICE)
        if wanted
        and (stream.startswith(PRACTICE + wanted) or stream.endswith(wanted))
        and rep in journal.owners(stream)
    }
    return own.get(wanted) or _only(list(own.values()), "unknown_practice", name)


def _only(found: Sequence[str], unknown: str, name: str) -> str:
    if len(found) != 1:
        raise RefusedError("ambiguous" if found else unknown, id=name)
    return found[0]
