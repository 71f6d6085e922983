"""What the index lacks: the streams that have grown, and their events as they are stored."""

from typing import NamedTuple


class StreamDelta(NamedTuple):
    """A stream with new events; `after` is the last version that the index has."""

    no: int
    owner: str
    name: str
    after: int


MINUTE = 60_000_000
"""A minute in microseconds."""


class StoredEvent(NamedTuple):
    """A raw event: key, kind, microseconds since 1970, JSON body (None once erased)."""

    key: int
    kind: str
    at: int
    body: str | None

    @property
    def minute(self) -> int:
        """Minutes since 1970."""
        return self.at // MINUTE
