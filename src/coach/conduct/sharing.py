"""Exchange of debriefs by file: a union of events, independent of order and repetition. Rehearsals are never included."""

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
    """What was written to a file: numbers of streams and events, and of the streams those of debriefs and of reviews."""

    streams: int
    events: int
    debriefs: int = 0
    remarks: int = 0


class Taken(NamedTuple):
    """What was taken from a file: its author, its streams, the new events, and the refused streams with reasons.

    `debriefs`: by rep, how many of his debriefs are new or grew; `remarks`: by reader, to how many debriefs he added
    something.
    """

    by: str
    streams: int
    events: int
    refused: tuple[JournalError, ...]
    debriefs: dict[str, int]
    remarks: dict[str, int]


def share(
    journal: Journal, clock: Clock, owner: str, target: Path, everything: bool = False, about: str | None = None
) -> Shared:
    """Writes the owner's debriefs, the remarks on them and his own remarks on others' to `target`; what was shared
    before only with `everything`.

    With `about`, only what concerns the debriefs of that rep. The owner's debriefs are those under every name that is
    his at this store (`Identity`).

    A stream that grew is written whole, so that the recipient can verify it. If nothing is new, no file is made. Raises
    JournalError; what counts as shared is then unchanged.
    """
    held = Identity(journal, owner).own_names()
    sent: dict[str, int] = {} if everything else json.loads(journal.get_note(_SENT) or "{}")
    going: dict[str, int] = {}

    def picked() -> Iterator[SharedStream]:
        for author, stream in _streams(journal, held):
            if about is not None and about not in journal.owners(debrief_of(stream)):
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
    """Imports a file for `who` after verifying all of it; idempotent. `after` is called with each stream that grew.

    The reps in it who had nothing here before count as others from then on.

    A stream that contradicts the one stored here (`forged`), or that a newer program wrote, is refused; the others are
    imported. Raises JournalError as `handover.verify` does, before anything is written, and if the store cannot be
    written.
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


def _streams(journal: Journal, held: Collection[str]) -> Iterator[tuple[str, str]]:
    """The debriefs under these names, everybody's remarks on those, and their own remarks on others'."""
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
