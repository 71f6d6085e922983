"""One commit of a talk, and what is replied to it: known until it is certain, so that what is sent again after a failure is kept once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coach.domain import debrief_events as e


class Reply(NamedTuple):
    """What one answer brought: lines of the coach, notices that are not kept, the question now open; `done` and `left` end the talk."""

    said: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    question: e.QuestionAsked | None = None
    done: bool = False
    left: bool = False


class PendingWrite(NamedTuple):
    """The request that led to it (words, or a correction by key), the version it comes after, its events, and what makes the reply once they are kept."""

    request: str | e.FactCorrected
    after: int
    events: Sequence[e.Event]
    reply: Callable[[int], Reply]

    def kept_in(self, history: Sequence[e.Recorded]) -> bool:
        """Whether the stream holds it: a write that failed may be whole but for its last sync."""
        return [one.event for one in history[self.after :]][: len(self.events)] == list(self.events)
