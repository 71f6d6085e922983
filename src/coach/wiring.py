"""The composition root: builds the concrete parts from the settings, and is the only module that knows them all.

Heavy parts are imported when they are first needed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from coach.settings import Settings, save_setting

if TYPE_CHECKING:
    from coach.conduct.debriefing import Debriefing
    from coach.conduct.desk import Desk
    from coach.conduct.reading_room import ReadingRoom
    from coach.conduct.rehearsal_room import RehearsalRoom
    from coach.conduct.reviewing import Reviewing
    from coach.conduct.searching import Searching
    from coach.conduct.workplace import Workplace
    from coach.journal.index import Index
    from coach.journal.tallies import Tallies
    from coach.ports import Journal, Listener

draw = SystemRandom().randrange  # as `secrets`, whose import of hashlib would delay the first paint
STORE = "coach.db"
SCENARIOS = "scenarios"
"""Subfolder of the data folder for the user's own scenario files."""


class SystemClock:
    """The machine's clock in its local timezone; `fixed` overrides the date for reproducible runs."""

    def __init__(self, fixed: date | None = None) -> None:
        self._fixed = fixed

    def now(self) -> datetime:
        """The current local time, timezone-aware."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """The fixed date, else the current one."""
        return self._fixed or self.now().date()


def store(settings: Settings) -> Path:
    """The path of the SQLite store."""
    return settings.data_folder / STORE


def open_journal(settings: Settings, *, create: bool = True) -> "Journal":
    """Opens the store. Raises JournalError if it is unusable, or if there is none and it may not `create` one."""
    from coach.journal.opening import require_store
    from coach.journal.sqlite import SqliteJournal

    if not create:
        require_store(store(settings))
    return SqliteJournal(store(settings))


@cache
def listener() -> "Listener":
    """The embedded listener; its data is loaded once per process."""
    from coach.listening.listener import EmbeddedListener

    return EmbeddedListener()


def debriefing(settings: Settings, journal: "Journal | None" = None) -> "Debriefing":
    """The debriefing use case, on the user's store unless another journal is given."""
    from coach.conduct.debriefing import Debriefing

    return Debriefing(journal or open_journal(settings), listener(), SystemClock(settings.today), draw)


def workplace(settings: Settings, journal: "Journal") -> "Workplace":
    """What the user's talks work with, over an open journal."""
    from coach.conduct.workplace import Workplace

    return Workplace(journal, listener, SystemClock(settings.today), draw, settings.rep_name)


def rehearsal_room(settings: Settings, journal: "Journal", packs: Sequence[Path] = ()) -> "RehearsalRoom":
    """The user's rehearsals; `packs` are further folders with scenarios."""
    from coach.conduct.rehearsal_room import RehearsalRoom

    return RehearsalRoom(workplace(settings, journal), [settings.data_folder / SCENARIOS, *packs])


def open_index(settings: Settings) -> "Index":
    """Opens the search and inbox index beside the store, possibly stale. Raises JournalError."""
    from coach.journal.index import Index

    return Index(store(settings))


def reviewing(settings: Settings, journal: "Journal", index: "Index") -> "Reviewing":
    """The reviewing use case; remarks are written under the user's name."""
    from coach.conduct.reviewing import Reviewing

    return Reviewing(journal, index, SystemClock(settings.today), settings.rep_name)


def searching(settings: Settings, index: "Index") -> "Searching":
    """The search use case."""
    from coach.conduct.searching import Searching

    return Searching(index, SystemClock(settings.today))


def reading(settings: Settings, journal: "Journal") -> "ReadingRoom":
    """Inbox, remarks, search and ledger over an open journal. Raises JournalError."""
    from coach.conduct.reading_room import ReadingRoom

    return ReadingRoom(
        journal, open_index(settings), lambda: open_tallies(settings), SystemClock(settings.today), settings.rep_name
    )


def open_tallies(settings: Settings) -> "Tallies":
    """Opens the ledger's counts over the store. Raises JournalError."""
    from coach.journal.tallies import Tallies

    return Tallies(store(settings))


def furnish_demo(settings: Settings) -> int:
    """Fills a new store with thirty made-up visits, a rep's and two colleagues'; returns how many. Raises JournalError."""
    from coach.conduct.demonstration import furnish
    from coach.conduct.identity import imported_reps, note_imported
    from coach.domain.history import fold
    from coach.domain.ids import is_debrief
    from coach.domain.summarise import summarise
    from coach.journal.memory import MemoryJournal
    from coach.journal.sqlite import SqliteJournal
    from coach.locations import assets

    rough, journal = MemoryJournal(), SqliteJournal(store(settings))
    rough.hand = journal.hand
    try:
        count = furnish(
            rough, SystemClock(settings.today), settings.rep_name, assets() / "demo", settings.effective_language
        )
        talks = {stream: rough.read(stream) for stream in rough.streams()}
        journal.bulk_load(
            (
                rough.owner_of(stream) or "",
                stream,
                [(recorded.event, recorded.at) for recorded in history],
                summarise(fold(stream, history)) if is_debrief(stream) else None,
            )
            for stream, history in talks.items()
        )
        note_imported(journal, imported_reps(rough))
    finally:
        journal.close()
    return count


def show_screen(
    settings: Settings, first: str, name: str | None = None, product: str = "", packs: Sequence[Path] = ()
) -> int:
    """Runs the screen, starting at `first` (home, rehearse, debrief or casefile; all but home for one by `name`, a new
    debrief about a `product`, and with customers of `packs`); returns the exit status.
    """
    from coach.terminal import show

    def open_desk() -> "Desk":
        from coach.conduct.desk import Desk

        place = workplace(settings, open_journal(settings))
        return Desk(place, [settings.data_folder / SCENARIOS, *packs], lambda journal: reading(settings, journal))

    return show(
        open_desk=open_desk,
        language=settings.effective_language,
        follow_language=settings.language is None,
        seed=draw(1000),
        first=(first, name) if name else first,
        product=product,
        theme=f"coach-{settings.theme}",
        crashes=settings.data_folder / "crashes",
        keep=lambda name, value: save_setting(name, value.removeprefix("coach-")),
    )


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator["Journal"]:
    """Opens the store for the block; creates one only with `create`, or in the default folder, whose name nobody can
    mistype. Raises JournalError, `missing` among others.
    """
    journal = open_journal(settings, create=create or settings.data is None)
    try:
        yield journal
    finally:
        journal.close()
