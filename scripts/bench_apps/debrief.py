"""The debrief screen with a desk that answers at once, so that only the screen is measured. Argument: messages already there, or `new`."""

import sys
from datetime import UTC, datetime
from types import SimpleNamespace

from coach.terminal import show

NEW = sys.argv[1] == "new"
THERE = 0 if NEW else int(sys.argv[1])


class Talk:
    """A talk that answers `Rn!`."""

    def __init__(self) -> None:
        from coach.domain.debrief import Debrief, Said

        self.id, self.turns, self._said = "bench", 0, Said
        now = datetime.now(UTC)
        words = (
            "客户当时怎么回应价格的?What did they say about the price?",
            "他说预算要到下个季度才批,让我周三之前给方案。",
        )
        there = tuple(Said(("coach", "rep")[n % 2], f"{n} {words[n % 2]}", now) for n in range(THERE))
        self.debrief = Debrief("bench", transcript=(*there, Said("coach", "READY", now)))

    def say(self, text: str) -> object:
        """An answer."""
        self.turns += 1
        now, d = datetime.now(UTC), self.debrief
        d.transcript = (
            *d.transcript,
            self._said("rep", text, now),
            self._said("coach", f"R{self.turns}! 客户怎么说?", now),
        )
        return SimpleNamespace(notices=(), left=False)

    def think_again(self) -> None:
        """Nothing is open."""

    def draft(self) -> str:
        """Nothing is half-typed."""
        return ""

    def save_draft(self, text: str) -> None:
        """Nothing is kept."""

    def leave(self) -> None:
        """Nobody waits."""


def opened() -> object:
    """A desk with nothing behind it but what is imported for a real one."""
    import coach.conduct.desk
    import coach.journal.sqlite  # noqa: F401

    return SimpleNamespace(resume=lambda _: Talk(), start=lambda *_: Talk(), close=lambda: None)


sys.exit(show(open_desk=opened, language="en", first="debrief" if NEW else ("debrief", "bench"), seed=3))  # type: ignore[typeddict-item]
