"""The base class of events, their registry, and their JSON form.

Events are the only source of truth: frozen, named in the past tense, tagged by `kind`, versioned by `v`. A released
event never changes its meaning; a new meaning is a new kind or a higher `v`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

_DEFINED_IN = ("coach.domain.debrief_events", "coach.domain.practice_events", "coach.domain.review_events")
"""The modules that define events, imported in this order until a kind is found."""


class Event(BaseModel):
    """Something that happened, recorded in a stream."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    kind: str
    v: int = 1


class Recorded(NamedTuple):
    """A stored event: its stream, its version in it (1, 2, …) and when it was written (UTC)."""

    stream: str
    version: int
    at: datetime
    event: Event


def encode(event: Event) -> str:
    """The event's body as JSON, without defaults and without `kind`, which is stored separately."""
    return event.__pydantic_serializer__.to_json(event, exclude_defaults=True).decode()


def decode(kind: str, body: str | bytes) -> Event:
    """The event of a stored kind and JSON body. Raises ValueError for an unknown kind or an invalid body."""
    return reader(kind)(body)


@cache
def reader(kind: str) -> Callable[[str | bytes], Event]:
    """The decoder for bodies of one kind, cached because a replay needs it for every event.

    Raises ValueError for an unknown kind.
    """
    shape = KINDS.get(kind)
    if shape is None:
        raise ValueError(f"unknown kind of event: {kind!r}")
    return shape.__pydantic_validator__.validate_json


class _Kinds(Mapping[str, type[Event]]):
    """The event classes by kind. The defining modules are imported lazily, when an unknown kind is looked up."""

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
"""All event classes by kind."""
