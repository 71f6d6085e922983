"""Which rehearsal a screen is for, and how it is opened at the desk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.conduct.practising import Rehearsing
    from coach.conduct.rehearsal_room import RehearsalRoom
    from coach.domain.practice_events import Level


@dataclass(frozen=True)
class Begin:
    """Which rehearsal: a scenario at a level and side, a debrief's customer, one left open, or a turn of one tried again."""

    scenario: str = ""
    level: "Level" = "normal"
    swapped: bool = False
    debrief: str = ""
    resume: str = ""
    again: "tuple[Rehearsing, int] | None" = None

    def opened(self, room: "RehearsalRoom", language: str) -> "Rehearsing":
        """The rehearsal, on the worker. Raises RefusedError, JournalError."""
        if self.again is not None:
            before, turn = self.again
            return before.branch(turn)
        if self.resume:
            return room.resume(self.resume)
        if self.debrief:
            return room.begin_from(self.debrief, language, self.level)
        return room.begin(self.scenario, language, self.level, swapped=self.swapped)
