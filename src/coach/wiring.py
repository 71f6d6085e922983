"""Settings to concrete parts: the only module that names them all. Heavy parts are imported when they are asked for."""

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
    from coach.journal.index import Index
    from coach.journal.tallies import Tallies
    from coach.ports import Journal, Listener

draw = SystemRandom().randrange  # what `secrets` offers, without its hashing: on the way to the first paint
STORE = "coach.db"
SCENARIOS = "scenarios"
"""Below the data folder: the user's own scenario files."""


class SystemClock:
    """The machine's time in its own zone; `fixed` is the calendar day of a reproducible run."""

    def __init__(self, fixed: date | None = None) -> None:
        self._fixed = fixed

    def now(self) -> datetime:
        """This moment."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """The day."""
        return self._fixed or self.now().date()


def store(settings: Settings) -> Path:
    """The file the events lie in."""
    return settings.data_folder / STORE


def open_journal(settings: Settings) -> "Journal":
    """The store, opened. Raises JournalError where it cannot be used."""
    from coach.journal.sqlite import SqliteJournal

    return SqliteJournal(store(settings))


@cache
def listener() -> "Listener":
    """The embedded listener, its data loaded once."""
    from coach.listening.listener import EmbeddedListener

    return EmbeddedListener()


def debriefing(settings: Settings, journal: "Journal | None" = None) -> "Debriefing":
    """The use case, on the user's own store unless another journal is given."""
    from coach.conduct.debriefing import Debriefing

    return Debriefing(journal or open_journal(settings), listener(), SystemClock(settings.today), draw)


def rehearsal_room(settings: Settings, journal: "Journal", packs: Sequence[Path] = ()) -> "RehearsalRoom":
    """The user's rehearsals, with the scenarios of his own and of `packs`."""
    from coach.conduct.rehearsal_room import RehearsalRoom

    folders = [settings.data_folder / SCENARIOS, *packs]
    return RehearsalRoom(journal, listener, SystemClock(settings.today), draw, settings.rep_name, folders)


def open_index(settings: Settings) -> "Index":
    """The index beside the store that search and inbox read, not caught up yet. Raises JournalError."""
    from coach.journal.index import Index

    return Index(store(settings))


def reviewing(settings: Settings, journal: "Journal", index: "Index") -> "Reviewing":
    """The inbox of the user, whose remarks go by his name."""
    from coach.conduct.reviewing import Reviewing

    return Reviewing(journal, index, SystemClock(settings.today), settings.rep_name)


def searching(settings: Settings, index: "Index") -> "Searching":
    """Search over an index."""
    from coach.conduct.searching import Searching

    return Searching(index, SystemClock(settings.today))


def reading(settings: Settings, journal: "Journal") -> "ReadingRoom":
    """Inbox, remarks, search and ledger of the user, over the store that is open already. Raises JournalError."""
    from coach.conduct.reading_room import ReadingRoom

    return ReadingRoom(
        journal, open_index(settings), lambda: open_tallies(settings), SystemClock(settings.today), settings.rep_name
    )


def open_tallies(settings: Settings) -> "Tallies":
    """The ledger's counts over the store. Raises JournalError."""
    from coach.journal.tallies import Tallies

    return Tallies(store(settings))


def furnish_demo(settings: Settings) -> int:
    """Thirty made-up visits into a new store, in one go; how many. Raises JournalError."""
    from coach.conduct.demonstration import furnish
    from coach.domain.history import fold
    from coach.domain.summarise import summarise
    from coach.journal.memory import MemoryJournal
    from coach.journal.sqlite import SqliteJournal
    from coach.locations import assets

    rough = MemoryJournal()
    count = furnish(
        rough, SystemClock(settings.today), settings.rep_name, assets() / "demo", settings.effective_language
    )
    journal = SqliteJournal(store(settings))
    try:
        talks = {stream: rough.read(stream) for stream in rough.streams()}
        journal.bulk_load(
            (settings.rep_name, stream, [(one.event, one.at) for one in history], summarise(fold(stream, history)))
            for stream, history in talks.items()
        )
    finally:
        journal.close()
    return count


def show_screen(settings: Settings, first: str, name: str | None = None) -> int:
    """Shows the screen at `first` (home, debrief or casefile, of debrief `name`); the exit status."""
    from coach.terminal import show

    def open_desk() -> "Desk":
        from coach.conduct.desk import Desk

        clock = SystemClock(settings.today)
        packs = [settings.data_folder / SCENARIOS]
        return Desk(
            open_journal(settings),
            listener,
            clock,
            draw,
            settings.rep_name,
            packs,
            lambda journal: reading(settings, journal),
        )

    return show(
        open_desk=open_desk,
        language=settings.effective_language,
        follow_language=settings.language is None,
        seed=draw(1000),
        first=(first, name) if name else first,
        theme=f"coach-{settings.theme}",
        crashes=settings.data_folder / "crashes",
        keep=lambda name, value: save_setting(name, value.removeprefix("coach-")),
    )


@contextmanager
def opened(settings: Settings) -> Iterator["Journal"]:
    """The store for the length of a piece of work."""
    journal = open_journal(settings)
    try:
        yield journal
    finally:
        journal.close()
