"""What happened, in the past tense: frozen, tagged by `kind`, versioned by `v`. The only thing that is ever kept.

Nothing here is ever changed; a new meaning is a new kind or a higher `v`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

_DEFINED_IN = ("coach.domain.debrief_events", "coach.domain.practice_events", "coach.domain.review_events")
"""Modules with the kinds of event there are, imported one after the other until a kind is found."""


class Event(BaseModel):
    """Something that happened in a stream."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    kind: str
    v: int = 1


class Recorded(NamedTuple):
    """An event in its place: the stream it belongs to, its version there (1, 2, …) and when it was written down (UTC)."""

    stream: str
    version: int
    at: datetime
    event: Event


def encode(event: Event) -> str:
    """The event's body as JSON without its kind, which is kept beside it; defaults are left out, Chinese stays readable."""
    return event.__pydantic_serializer__.to_json(event, exclude_defaults=True).decode()


def decode(kind: str, body: str | bytes) -> Event:
    """The event of a stored kind and body. Raises ValueError for an unknown kind or a body that does not fit it."""
    return reader(kind)(body)


@cache
def reader(kind: str) -> Callable[[str | bytes], Event]:
    """What makes an event of a body of that kind, looked up once: a replay asks for it at every event. Raises ValueError."""
    shape = KINDS.get(kind)
    if shape is None:
        raise ValueError(f"unknown kind of event: {kind!r}")
    return shape.__pydantic_validator__.validate_json


class _Kinds(Mapping[str, type[Event]]):
    """All kinds by name; a module that defines some is imported when a kind is looked up that is not known yet."""

    def __init__(self) -> None:
        self._known: dict[str, type[Event]] = {}
        self._unread = list(_DEFINED_IN)

    def __getitem__(self, kind: str) -> type[Event]:
        while kind not in self._known and self._unread:
            self._read_on()
        return self._known[kind]

    def __iter__(self) -> Iterator[str]:
        while self._unread:
            self._read_on()
        return iter(self._known)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _read_on(self) -> None:
        import_module(self._unread.pop(0))
        self._known = {shape.model_fields["kind"].default: shape for shape in Event.__subclasses__()}


KINDS: Mapping[str, type[Event]] = _Kinds()
"""Every kind of event there is."""
