"""Deadlines and next steps as a calendar file (RFC 5545), as whole days, which are independent of timezones."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event

from coach import __version__


class Entry(NamedTuple):
    """An all-day entry; `key` is its stable id, so that a second import replaces the first."""

    key: str
    day: date
    title: str
    note: str = ""


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """The entries as an .ics file in UTF-8; `now` is the timestamp of every entry."""
    book = Calendar()
    book.add("prodid", f"-//coach//{__version__}//")
    book.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.key}@coach")
        event.add("dtstamp", now)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        if entry.note:
            event.add("description", entry.note)
        event.add("transp", "TRANSPARENT")
        book.add_component(event)
    written: bytes = book.to_ical()
    return written
