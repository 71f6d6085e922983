"""A stream in progress in this window: its events, the state they fold to, and the draft of the next input."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from coach.domain.event import Event, Recorded
from coach.ports import Clock, Journal

if TYPE_CHECKING:
    from coach.domain.summary import Summary

S = TypeVar("S")


class OpenStream(ABC, Generic[S]):
    """The stream of `history`, of which `state` is the fold. Nothing is shown that has not been stored."""

    def __init__(
        self, journal: Journal, clock: Clock, history: list[Recorded], fold: Callable[[str, Iterable[Recorded]], S]
    ) -> None:
        self._journal, self._clock, self._fold = journal, clock, fold
        self._history = history
        self.id = history[0].stream
        self.state = fold(self.id, history)

    @property
    @abstractmethod
    def owner(self) -> str:
        """The rep whose stream it is."""

    @property
    def history(self) -> Sequence[Recorded]:
        """All events so far."""
        return self._history

    def save_draft(self, text: str) -> None:
        """Stores the input typed so far."""
        self._journal.save_draft(self.id, text)

    def draft(self) -> str:
        """The input that was typed but not sent when the stream was left."""
        return self._journal.draft(self.id)

    def release(self) -> None:
        """Releases the stream, so that another window may continue it."""
        self._journal.release(self.id)

    def _append(self, events: Sequence[Event]) -> None:
        """Stores the events in one commit. Raises JournalError; `state` is then as before."""
        ahead = self._ahead(events)
        after = self._after(ahead)
        kept = self._journal.append(
            self.owner, self.id, self._history[-1].version, events, ahead[0].at, self._summary(after)
        )
        self._history.extend(kept)
        self.state = after

    def _ahead(self, events: Sequence[Event]) -> list[Recorded]:
        """The events as they will be recorded."""
        version, now = self._history[-1].version, self._clock.now()
        return [Recorded(self.id, version + n, now, event) for n, event in enumerate(events, 1)]

    def _after(self, ahead: Sequence[Recorded]) -> S:
        """The state as it will be after these events."""
        return self._fold(self.id, [*self._history, *ahead])

    def _summary(self, after: S) -> "Summary | None":
        """The row of the projection for that state, if there is one."""
        return None

    def _reload(self) -> None:
        """Reads the stream again, after a write whose outcome is uncertain."""
        self._history = self._journal.read(self.id, owner=self.owner)
        self.state = self._fold(self.id, self._history)
