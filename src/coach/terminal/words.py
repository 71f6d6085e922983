"""Texts shared by the screens: dates, periods, errors."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from coach import phrases
from coach.phrases import Phrasebook
from coach.ports import CoachError

if TYPE_CHECKING:
    from coach.domain.review import Comment, Overruling


class _Growing(dict[str, tuple[str, ...]]):
    """The entries of the first paint; any other key loads the whole catalogue."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        for area in ("screens", "opening"):
            self.update(phrases.load(language, area).entries)

    def __missing__(self, key: str) -> tuple[str, ...]:
        self.update(phrases.load(self._language).entries)
        if key not in self:
            raise KeyError(key)
        return self[key]


@cache
def book(language: str) -> Phrasebook:
    """The catalogue for the screens: the entries of the first frame are read first, the rest on demand."""
    return Phrasebook(language, _Growing(language))


def day(book: Phrasebook, when: date | str | None) -> str:
    """A date with its weekday; empty for none."""
    if not when:
        return ""
    return book.render(phrases.day(date.fromisoformat(when) if isinstance(when, str) else when))


def away(book: Phrasebook, when: date | str, today: date) -> str:
    """The distance of a day: today, tomorrow, in n days, n days ago."""
    days = ((date.fromisoformat(when) if isinstance(when, str) else when) - today).days
    if days in (0, 1, -1):
        return book.say(f"screen.away.{('yesterday', 'today', 'tomorrow')[days + 1]}")
    return book.say("screen.away.ahead" if days > 0 else "screen.away.behind", days=abs(days))


def ago(book: Phrasebook, days: int) -> str:
    """The days since a term expired."""
    today = date(2000, 1, 1)
    return book.say("screen.home.ran_out", away=away(book, today - timedelta(days), today))


def judgement(book: Phrasebook, customer_class: str | None, confidence: int | None) -> str:
    """A class and a percentage, either of which may be missing."""
    shown = [customer_class or "", f"{confidence}%" if confidence is not None else ""]
    return " ".join(part for part in shown if part) or book.say("screen.board.none")


def named(book: Phrasebook, customer: str, contact: str = "") -> str:
    """Customer and contact, or that neither is known."""
    if customer and contact:
        return book.say("screen.who", customer=customer, contact=contact)
    return customer or contact or book.say("screen.unnamed")


def remark(book: Phrasebook, said: "Comment | Overruling") -> str:
    """A remark with its author."""
    from coach.domain.review import Overruling

    if isinstance(said, Overruling):
        before = said.before or book.say("list_.no_class")
        return book.say("review.overruled_row", by=said.by, before=before, after=said.after, reason=said.reason)
    return book.say("screen.remark", by=said.by, text=said.text)


def trouble(book: Phrasebook, error: BaseException) -> str:
    """A sentence for an error: the catalogue's for its code if there is one."""
    book = phrases.load(book.language)
    if isinstance(error, CoachError):
        return phrases.error_sentence(book, error) or book.say("screen.trouble", what=error.code)
    return book.say("screen.trouble", what=type(error).__name__)
