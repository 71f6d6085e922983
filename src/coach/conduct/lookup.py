"""Resolution of ids as people type them, complete or by prefix or suffix, to streams."""

from collections.abc import Sequence

from coach.domain.ids import PRACTICE, is_debrief, rehearsal_id
from coach.ports import ERASED, EventStore, RefusedError


def debrief_stream(events: EventStore, name: str) -> str:
    """The stream of the debrief that `name` identifies. Raises RefusedError `unknown_debrief`, `ambiguous` or `erased`."""
    known = is_debrief(name) and events.owner_of(name) is not None
    stream = name if known else _only(events.find(name) if name else (), "unknown_debrief", name)
    if [recorded.event.kind for recorded in events.read(stream)[:1]] == [ERASED]:
        raise RefusedError("erased", id=stream)
    return stream


def rehearsal_stream(events: EventStore, name: str, rep: str) -> str:
    """The stream of the rep's own rehearsal that `name` identifies; others' are never found. Raises RefusedError
    `unknown_practice` or `ambiguous`.
    """
    wanted = rehearsal_id(name)
    own = {
        rehearsal_id(stream): stream
        for stream in events.streams(PRACTICE)
        if wanted and (stream.startswith(PRACTICE + wanted) or stream.endswith(wanted)) and rep in events.owners(stream)
    }
    return own.get(wanted) or _only(list(own.values()), "unknown_practice", name)


def _only(found: Sequence[str], unknown: str, name: str) -> str:
    if len(found) != 1:
        raise RefusedError("ambiguous" if found else unknown, id=name)
    return found[0]
