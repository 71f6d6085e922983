"""Handing debriefs over in a file and taking them in: a union of events, the same whatever came first or twice. Practice never goes along."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from coach.conduct.identity import Identity, note_imported
from coach.domain.ids import REVIEW, debrief_of, is_debrief
from coach.journal import handover
from coach.journal.handover import SharedStream
from coach.ports import Clock, Journal, JournalError

_SENT = "share.sent"


class Shared(NamedTuple):
    """What went into a file: streams and events, and of the streams the debriefs and those with what was said about one."""

    streams: int
    events: int
    debriefs: int = 0
    remarks: int = 0


class Taken(NamedTuple):
    """What a file brought: who wrote it, streams in it, events that were new, and streams refused with the reason.

    `debriefs` has by rep how many of his are new or grew, `remarks` by reader to how many he added something.
    """

    by: str
    streams: int
    events: int
    refused: tuple[JournalError, ...]
    debriefs: dict[str, int]
    remarks: dict[str, int]


def share(journal: Journal, clock: Clock, owner: str, target: Path, everything: bool = False, about: str | None = None) -> Shared:  # fmt: skip
    """Writes the owner's debriefs, what was said about them and his own remarks about others' into `target`; what went before only with `everything`.

    With `about` only what concerns the debriefs of that rep.

    His own are those under every name that is his at this store (`Identity`).

    A stream that grew goes whole, so that whoever takes it can verify it. Where nothing is new no file is made.
    Raises JournalError; what counts as gone before is then as it was.
    """
    held = Identity(journal, owner).held()
    sent: dict[str, int] = {} if everything else json.loads(journal.get_note(_SENT) or "{}")
    going: dict[str, int] = {}

    def picked() -> Iterator[SharedStream]:
        for author, stream in _streams(journal, held):
            if about is not None and about not in journal.owners(_debrief_in(stream)):
                continue
            rows = journal.sealed(author, stream)
            key = f"{author}\n{stream}"
            if rows and rows[-1].version > sent.get(key, 0):
                going[key] = rows[-1].version
                yield SharedStream(author, stream, rows)

    first = next(waiting := picked(), None)
    if first is None:
        return Shared(0, 0)

    def whole() -> Iterator[SharedStream]:
        yield first
        yield from waiting

    counted = handover.write(target, owner, clock.now().isoformat(timespec="seconds"), whole())
    before = json.loads(journal.get_note(_SENT) or "{}")
    journal.set_note(_SENT, json.dumps({**before, **going}, ensure_ascii=False, separators=(",", ":")))
    debriefs = sum(is_debrief(key.partition("\n")[2]) for key in going)
    return Shared(*counted, debriefs, len(going) - debriefs)


def take(journal: Journal, source: Path, who: str, after: Callable[[str], None] = lambda stream: None) -> Taken:
    """Takes a file in for `who`, after the whole of it was verified; safe to repeat. `after` is told each stream that grew.

    From then on the reps in it who had nothing here before count as others.

    A stream that contradicts what is here already (`forged`), or that a newer program wrote, is refused; the others are taken.
    Raises JournalError as `handover.verify` does, before anything was written, and where the store itself cannot be written.
    """
    by, streams, _ = handover.verify(source)
    new, refused = 0, []
    debriefs, remarks = Counter[str](), Counter[str]()
    here = {who, *journal.reps()}
    for handed in handover.read(source):
        if handed.owner not in here and is_debrief(handed.stream):
            note_imported(journal, [handed.owner])
        try:
            added = journal.import_events(handed.owner, handed.stream, handed.rows)
        except JournalError as error:
            if error.code not in ("forged", "broken_chain", "unknown_event", "unreadable_event"):
                raise
            refused.append(error)
            continue
        new += added
        if added:
            (debriefs if is_debrief(handed.stream) else remarks)[handed.owner] += 1
            after(handed.stream)
    return Taken(by, streams, new, tuple(refused), dict(debriefs), dict(remarks))


def _debrief_in(stream: str) -> str:
    return debrief_of(stream) if stream.startswith(REVIEW) else stream


def _streams(journal: Journal, held: Collection[str]) -> Iterator[tuple[str, str]]:
    """The debriefs held under these names, everybody's remarks about those, and their own about others'."""
    own = set()
    names = list(journal.streams())
    for name in filter(is_debrief, names):
        for owner in journal.owners(name):
            if owner in held:
                own.add(name)
                yield owner, name
    for name in names:
        if name.startswith(REVIEW):
            for author in journal.owners(name):
                if author in held or debrief_of(name) in own:
                    yield author, name
