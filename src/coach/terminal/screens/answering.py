"""Base of screens with a composer: the draft is saved within a second and restored."""

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from coach.terminal import board
from coach.terminal.beginning import Begin
from coach.terminal.screens.talk_view import TalkView
from coach.terminal.widgets.composer import Composer
from coach.terminal.widgets.strips import Hint

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coach.conduct.debriefing import Talk
    from coach.conduct.desk import Desk

T = TypeVar("T")
TALKING = frozenset({"F3–F6", "Enter", "Ctrl+J", "1–9", "Esc"})
"""Keys of the talk, which do nothing more, or the same as another, once all is recorded."""


class Answering(TalkView):
    """Talk, board and composer. Nothing is written before something was typed."""

    def __init__(self) -> None:
        super().__init__(keys=board.CORRECTING)
        self._composer = Composer(self.book.say("screen.placeholder"), holds=True)
        self.talk: Talk | None = None
        self._draft = ""
        self._sending = ""
        self._done = False

    @abstractmethod
    def begun(self, desk: "Desk") -> "Talk":
        """On the worker: the talk, opened on first use."""

    def all_keys(self) -> list[Hint]:
        """The keys; once all is recorded, the ways on and what can still be read."""
        keys = super().all_keys()
        if not self._done:
            return keys
        ways = (("Enter", "home", "leave"), ("F7", "rehearse_this", "rehearse"))
        on = [Hint(key, self.book.say(f"screen.key.{label}"), action) for key, label, action in ways]
        return [keys[0], *on, *(hint for hint in keys[1:] if hint.key not in TALKING)]

    def action_rehearse(self) -> None:
        """Once all is recorded, a rehearsal with the very customer."""
        if self._done and self.talk:
            self.coach.rehearse(Begin(debrief=self.talk.id))

    def with_talk(self, call: "Callable[[Talk], T]") -> "Callable[[Desk], T]":
        """A call to the desk with the talk, which is released again if the screen has been left meanwhile."""

        def on_worker(desk: "Desk") -> T:
            talk = self.begun(desk)
            try:
                return call(talk)
            finally:
                if self.left:
                    talk.release()

        return on_worker

    def on_composer_half_typed(self) -> None:
        """Saves the draft."""
        if not self._done:
            self._keep_draft()

    def _keep_draft(self) -> None:
        if not self._sending and self._composer.text != self._draft:
            self._draft = self._composer.text
            self.in_background(self._kept, self._draft)

    async def _kept(self, text: str) -> None:
        await self.coach.worker.ask(self.with_talk(lambda talk: talk.save_draft(text)))

    def save_now(self) -> "Future[None] | None":
        """The draft; while an answer is in progress only what was typed after it."""
        text = self._composer.text.removeprefix(self._sending) if self.is_mounted else ""
        if not text.strip():
            return None
        return self.coach.worker.send(self.with_talk(lambda talk: talk.save_draft(text)))
