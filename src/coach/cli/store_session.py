"""What commands over the index share: store and index opened and caught up, faults told in words, a file written whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach import phrases, wiring
from coach.cli import output
from coach.files import atomic_write
from coach.phrases import Phrasebook
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.journal.index import Index
    from coach.ports import Journal


@contextmanager
def caught_up(settings: Settings) -> "Iterator[tuple[Journal, Index, Phrasebook]]":
    """The store with its index, up to date; ends the program with a clear word where either cannot be used."""
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book), wiring.opened(settings) as journal:
        index = wiring.open_index(settings)
        try:
            index.catch_up()
            yield journal, index, book
        finally:
            index.close()


def write_file(target: Path, pieces: Iterable[str], book: Phrasebook, force: bool) -> None:
    """Writes a file whole or not at all, for its owner alone: it speaks of customers. One that is there only by force. Ends the program with a word where it cannot."""
    if target.exists() and not force:
        output.fail(book.say("export.exists", file=target))
    try:
        with atomic_write(target) as fresh, fresh.open("w", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
    except OSError as error:
        output.fail(book.say("export.unwritable", file=target, why=error.strerror))
