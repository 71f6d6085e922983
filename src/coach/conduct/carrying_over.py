"""What a debrief takes over from another: names and facts when an expired one is judged anew (R8), all events when it
began at another store.
"""

from collections.abc import Callable
from datetime import date, datetime

from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.facts import CustomerClass
from coach.domain.history import fold
from coach.domain.ids import new_id
from coach.domain.rulebook import expiry
from coach.domain.summary import ALL, Query
from coach.ports import Journal


def superseded_debrief(journal: Journal, again: str | None) -> Debrief | None:
    """The debrief of that id, which is being judged anew; None if there is none."""
    history = journal.read(again) if again else ()
    return fold(again, history) if again and history else None


def carried_over_events(old: Debrief | None) -> list[e.Event]:
    """Events that state customer, person met and known facts as in the debrief judged anew, so that the rep confirms
    them instead of being asked from scratch.
    """
    if old is None:
        return []
    named = e.CustomerNamed(customer=old.customer or None, contact=old.contact or None)
    known = [
        e.FactHeard(fact=name, value=fact.value or "", approvals=fact.approvals, quote=fact.words)
        for name, fact in old.facts.items()
        if fact.known and fact.words
    ]
    return [*([named] if old.customer or old.contact else []), *known]


def expired_class(old: Debrief | None, today: date) -> CustomerClass | None:
    """The class of the debrief judged anew, if its term had expired by `today` (R8)."""
    given = old.verdict if old else None
    if given is None or not expiry(given.customer_class, given.deadline, today).overdue:
        return None
    return given.customer_class


def local_stream(journal: Journal, stream: str, now: datetime, draw: Callable[[int], int]) -> str:
    """The stream in which an unfinished debrief continues at this store: itself, or a copy if it began at another
    store.

    Streams that two stores have both continued could never be merged again. The copy is made once and supersedes its
    original.
    """
    history = journal.read(stream)
    opened = history[0].event
    if not isinstance(opened, e.DebriefOpened) or opened.hand in ("", journal.hand) or fold(stream, history).recorded:
        return stream
    wanted = (stream, opened.again) if opened.again is not None else (stream,)
    for row in journal.summaries(Query(state="open", again=wanted), limit=ALL):
        first = journal.read(row.id)[0].event
        copied = isinstance(first, e.DebriefOpened) and stream in (first.copy_of, first.again)
        if copied and local_stream(journal, row.id, now, draw) == row.id:
            return row.id
    copy = opened.model_copy(update={"hand": journal.hand, "copy_of": stream})
    own = new_id(now, draw)
    journal.copy_stream(opened.rep, stream, own, copy)
    journal.save_draft(own, journal.draft(stream))
    return own
