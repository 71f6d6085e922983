"""What commands share: opening the store and its index with errors reported in sentences, and writing a file."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coach import phrases, wiring
from coach.cli import output
from coach.domain.cleaning import clean_line
from coach.files import SystemReason, atomic_write
from coach.phrases import Phrasebook
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.conduct.archive import Archive
    from coach.journal.index import Index
    from coach.ports import Journal


@contextmanager
def archive_session(settings: Settings) -> "Iterator[tuple[Archive, Phrasebook]]":
    """Opens the archive of the user's store for the block; ends the program with a sentence if that fails."""
    from coach.conduct.archive import Archive

    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        yield Archive(journal, wiring.SystemClock(settings.today), settings.rep_name), book


@contextmanager
def caught_up(settings: Settings) -> "Iterator[tuple[Journal, Index, Phrasebook]]":
    """Opens the store and brings its index up to date for the block; ends the program with a sentence if that fails."""
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        index = wiring.open_index(settings)
        try:
            index.catch_up()
            yield journal, index, book
        finally:
            index.close()


class Named(Protocol):
    """Whatever knows the names of reps and products in the store."""

    def reps(self) -> list[str]:
        """Everybody with a debrief here, by name."""
        ...

    def products(self) -> list[str]:
        """Every product given in a debrief here, by name."""
        ...


def rep_here(place: Named, name: str | None, book: Phrasebook) -> str | None:
    """The rep of that name, or the only one whose name it begins or is but for upper and lower case. Ends the program
    with those there are where it is nobody's.
    """
    return name if name is None else _the_one(name, place.reps(), "reps.unknown", book)


def product_here(place: Named, name: str | None, book: Phrasebook) -> str | None:
    """The product of that name, found as `rep_here` finds a rep."""
    return name if name is None else _the_one(name, place.products(), "products.unknown", book)


def _the_one(name: str, known: Sequence[str], unknown: str, book: Phrasebook) -> str:
    if name in known or not known:
        return name
    sought = name.casefold()
    whole = [one for one in known if one.casefold() == sought]
    matching = whole or [one for one in known if sought and one.casefold().startswith(sought)]
    if len(matching) != 1:
        output.fail(book.say(unknown, name=clean_line(name), names=book.join(map(clean_line, known))), 2)
    return matching[0]


def require_folder(target: Path, book: Phrasebook) -> None:
    """Ends the program with a sentence where the folder that `target` is to lie in is not there."""
    if not target.parent.is_dir():
        output.fail(book.say("export.no_folder", file=target, folder=target.parent))


def write_file(target: Path, pieces: Iterable[str], book: Phrasebook, force: bool) -> None:
    """Writes a file atomically, readable by its owner only; overwrites an existing one only if `force`. Ends the
    program with a sentence if it cannot.
    """
    if target.exists() and not force:
        output.fail(book.say("export.exists", file=target))
    require_folder(target, book)
    try:
        with atomic_write(target) as fresh, fresh.open("w", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
    except OSError as error:
        output.fail(book.say("export.unwritable", file=target, why=SystemReason(error)))
