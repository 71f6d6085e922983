"""One commit of a talk and its reply, remembered until the outcome of the write is certain, so that a retry after a
failure is stored once.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coach.domain import debrief_events as e


class Reply(NamedTuple):
    """The result of one input: lines of the coach, notices that are not stored, the question now open; `done` and
    `left` end the talk.
    """

    said: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    question: e.QuestionAsked | None = None
    done: bool = False
    left: bool = False


class PendingWrite(NamedTuple):
    """The request (words, or a correction by key), the version it follows, its events, and the function that makes the
    reply once they are stored.
    """

    request: str | e.FactCorrected
    after: int
    events: Sequence[e.Event]
    reply: Callable[[int], Reply]

    def kept_in(self, history: Sequence[e.Recorded]) -> bool:
        """Whether the stream contains it: a write that failed may be complete except for its last sync."""
        return [one.event for one in history[self.after :]][: len(self.events)] == list(self.events)
