"""Erasure of a debrief for good: its words, what was remarked on it, and the rehearsals made of it."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.conduct.lookup import debrief_stream
from coach.domain.debrief_events import DebriefOpened
from coach.domain.ids import PRACTICE, REVIEW, debrief_of
from coach.domain.practice_events import RehearsalOpened
from coach.domain.summary import ALL, Query, Summary
from coach.ports import Clock, Journal, RefusedError
from coach.roleplay.debrief_scenario import scenario_id


class Traces(NamedTuple):
    """A debrief, and everything in this store that was said in it or because of it, as (owner, stream)."""

    debrief: Summary
    talks: list[tuple[str, str]]
    """The debrief itself, and the copies by which it went on at another store."""
    remarks: list[tuple[str, str]]
    rehearsals: list[tuple[str, str]]


def traces(journal: Journal, name: str) -> Traces:
    """What erasing the debrief that `name` identifies takes away. Raises RefusedError as `debrief_stream` does."""
    stream = debrief_stream(journal, name)
    row = journal.summaries(Query(id=stream), 1)[0]
    talks = _with_copies(journal, stream)
    reviews = list(journal.streams(REVIEW))
    return Traces(
        row,
        [(owner, talk) for talk in talks for owner in journal.owners(talk)],
        [(owner, review) for review in reviews if debrief_of(review) in talks for owner in journal.owners(review)],
        list(_rehearsals(journal, {scenario_id(talk) for talk in talks})),
    )


def erase(journal: Journal, clock: Clock, found: Traces, reason: str = "") -> int:
    """Erases all of it; returns the number of entries. The hash chains still verify, since they cover only hashes.

    Raises RefusedError `held` if one of the talks is open in another window, before anything is erased; JournalError.
    """
    places = [*found.talks, *found.remarks, *found.rehearsals]
    held: list[str] = []
    try:
        for _, stream in [*found.talks, *found.rehearsals]:
            if not journal.hold(stream):
                raise RefusedError("held", id=stream)
            held.append(stream)
        now = clock.now()
        return sum(
            journal.erase(owner, stream, [row.version for row in journal.sealed(owner, stream)], now, reason)
            for owner, stream in places
        )
    finally:
        for stream in held:
            journal.release(stream)


def _with_copies(journal: Journal, stream: str) -> list[str]:
    """The talk's streams: the one given, what it is a copy of, and the copies of those."""
    found = [stream]
    for name in found:  # grows on the way
        opened = _opened(journal, name)
        if opened is None:
            continue
        later = journal.summaries(Query(again=tuple(filter(None, (name, opened.again)))), limit=ALL)
        copies = [row.id for row in later if (first := _opened(journal, row.id)) and first.copy_of == name]
        found += [one for one in (opened.copy_of, *copies) if one and one not in found]
    return found


def _opened(journal: Journal, stream: str) -> DebriefOpened | None:
    first = next(iter(journal.read(stream)), None)
    return first.event if first is not None and isinstance(first.event, DebriefOpened) else None


def _rehearsals(journal: Journal, scenarios: set[str]) -> Iterator[tuple[str, str]]:
    for stream in journal.streams(PRACTICE):
        for owner in journal.owners(stream):
            first = next(iter(journal.read(stream, 0, owner)), None)
            if first is not None and isinstance(first.event, RehearsalOpened) and first.event.scenario_id in scenarios:
                yield owner, stream
