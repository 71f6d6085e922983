"""Single flipped bits in the store and in its head mark: each is reported or harmless, the file stays as it is, and
what is not hit can be saved.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from scripts.torture.commands import run
from scripts.torture.stores import filled

from coach.domain.event import encode
from coach.journal import carving, rescue
from coach.journal.doctor import doctor
from coach.journal.headmark import HeadMark
from coach.journal.sqlite import SqliteJournal
from coach.ports import JournalError

_LEAF = 0x0D


class Flips(NamedTuple):
    """The results of a number of flips: how many were reported, how many changed nothing that is read."""

    reported: int
    harmless: int
    faults: list[str]


class Sound:
    """A store before it is damaged, with everything in it."""

    def __init__(self, path: Path, debriefs: int = 12) -> None:
        self.path = path
        journal = filled(path, debriefs)
        journal.save_draft("draft", "half-typed")
        journal.set_note("key", "a note")
        self.told = _told(journal)
        self.events = {name: events for (name, _), events in self.told["events"].items()}
        journal.close()
        self.files = {file: file.read_bytes() for file in (path, HeadMark(path).path)}
        raw = self.files[path]
        pages = [raw[start : start + carving.PAGE] for start in range(0, len(raw), carving.PAGE)]
        self.most = max(int.from_bytes(page[3:5], "big") for page in pages if page[0] == _LEAF)
        """The most rows any page has: what one flip may cost."""

    def put_back(self) -> None:
        """Restores the file."""
        for file, content in self.files.items():
            file.write_bytes(content)


def flip(sound: Sound, count: int, seed: int = 1) -> Flips:
    """Flips one bit at a time: two thirds anywhere in the file, the rest in critical places: file header, page headers,
    head mark.
    """
    dice = Random(seed)
    mark = HeadMark(sound.path).path
    reported = harmless = 0
    faults: list[str] = []
    for n in range(count):
        file = mark if n % 12 == 0 else sound.path
        size = len(sound.files[file])
        spot = dice.randrange(size) if n % 3 or file == mark else _head_of_a_page(dice, size)
        damaged = bytearray(sound.files[file])
        damaged[spot] ^= 1 << dice.randrange(8)
        sound.put_back()
        file.write_bytes(damaged)
        seen, found = _one(sound, dict(sound.files) | {file: bytes(damaged)})
        reported, harmless = reported + seen, harmless + (not seen)
        faults += [f"{file.name} at {spot}: {fault}" for fault in found]
    sound.put_back()
    return Flips(reported, harmless, faults)


def _head_of_a_page(dice: Random, size: int) -> int:
    return min(size - 1, dice.randrange(max(1, size // carving.PAGE)) * carving.PAGE + dice.randrange(112))


def _one(sound: Sound, now: dict[Path, bytes]) -> tuple[bool, list[str]]:
    faults: list[str] = []
    codes = [found.code for found in doctor(sound.path) if found.severity != "ok"]
    if any(file.read_bytes() != content for file, content in now.items()):
        faults.append("the doctor changed the file")
    try:
        journal = SqliteJournal(sound.path)
    except JournalError as wrong:
        codes.append(wrong.code)
        if any(file.read_bytes() != content for file, content in now.items()):
            faults.append(f"refused as {wrong.code}, and yet changed")
    else:
        faults += _read_through(journal, sound, quiet=not codes)
        journal.close()
        faults += _listed(sound.path.parent)
    return bool(codes), faults + list(_saved(sound))


def _read_through(journal: SqliteJournal, sound: Sound, quiet: bool) -> Iterator[str]:
    """Checks that whatever is read is as it was written, and all of it if nothing was reported."""
    if quiet:
        try:
            changed = _told(journal) != sound.told
        except JournalError:
            changed = True
        if changed:
            yield "something is changed, and nothing was reported"
        return
    for (name, owner), events in sound.told["events"].items():
        try:
            found = journal.read(name, 0, owner)
        except JournalError:
            continue
        if found != events[: len(found)]:  # that an end is missing is what the doctor reported
            yield f"{name} is read otherwise than it was written"


def _listed(folder: Path) -> Iterator[str]:
    """Checks that the list works or reports the damage, and does not crash."""
    for command in ("list", "due"):
        done = run(command, "--data", folder)
        if b"crash-" in done.errors or b"Traceback" in done.errors:
            yield f"{command} breaks down: {done.said}"


def _saved(sound: Sound) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "saved.jsonl"
        try:
            saved = rescue.salvage(sound.path, target)
        except JournalError as wrong:
            yield f"nothing was saved: {wrong}"
            return
        total = sum(map(len, sound.events.values()))
        if total - saved.events - saved.rest > sound.most:
            yield f"{saved.events} and {saved.rest} saved of {total}"
        for line in map(json.loads, target.read_text("utf-8").splitlines()):
            if line["verified"] and not _as_written(sound, line):
                yield f"{line['stream']} {line['version']} is saved as verified, and is not what was written"
                return


def _as_written(sound: Sound, line: dict[str, Any]) -> bool:
    events = [one for (name, _), kept in sound.told["events"].items() if name == line["stream"] for one in kept]
    return any(one.version == line["version"] and encode(one.event) == line["body"] for one in events)


def _told(journal: SqliteJournal) -> dict[str, Any]:
    places = [(name, owner) for name in journal.streams() for owner in journal.owners(name)]
    return {
        "events": {(name, owner): journal.read(name, 0, owner) for name, owner in places},
        "rows": journal.summaries(limit=-1),
        "draft": journal.draft("draft"),
        "note": journal.get_note("key"),
    }
