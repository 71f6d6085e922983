"""What the rehearsal screens work at: the shelf of scenarios with the rep's own attempts, and rehearsals begun, resumed and tried again."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.history import fold
from coach.domain.practice import Rehearsal, Scorecard
from coach.domain.practice_events import PREFIX, Level
from coach.ports import Clock, Journal, JournalError, Listener
from coach.roleplay import aftermath
from coach.roleplay.invented import from_debrief
from coach.roleplay.scenario import Scenario
from coach.roleplay.scoring import HINT_COST, RULES, score
from coach.roleplay.shelf import gather


class ShelfRow(NamedTuple):
    """A scenario with what the rep made of it: his scores, oldest first, and a rehearsal left open, if any. Never the hidden class."""

    id: str
    title: str
    industry: str
    scores: tuple[int, ...]
    unfinished: str | None


class Ending(NamedTuple):
    """Everything the end of a rehearsal shows. `before` has the checks of the attempt before this one at the same scenario."""

    card: Scorecard
    reasons: tuple[str, ...]
    better: str
    scores: tuple[int, ...]
    before: dict[str, tuple[bool | None, bool]]
    reveal: tuple[str, ...]


class RehearsalRoom:
    """One rep's rehearsals; private, they appear in no list, share or view of anybody else."""

    def __init__(
        self,
        journal: Journal,
        listener: Listener,
        clock: Clock,
        draw: Callable[[int], int],
        rep: str,
        packs: Iterable[Path] = (),
    ) -> None:
        self._journal = journal
        self._practising = Practising(journal, listener, clock, draw)
        self._rep = rep
        self._packs = tuple(packs)

    @property
    def rules(self) -> Sequence[str]:
        """The checks, in the order they are shown."""
        return tuple(RULES)

    @property
    def hint_cost(self) -> int:
        """Marks a hint costs."""
        return HINT_COST

    def shelf(self, language: str) -> list[ShelfRow]:
        """All scenarios, those with a rehearsal left open first."""
        found, _ = gather(self._packs)
        attempts: dict[str, list[Rehearsal]] = {}
        for attempt in self._practising.attempts(self._rep):
            if attempt.opened and not attempt.opened.swapped:
                attempts.setdefault(attempt.opened.scenario_id, []).append(attempt)
        rows = [self._row(one, language, attempts.get(one.id, [])) for one in found.values()]
        return sorted(rows, key=lambda row: row.unfinished is None)

    def begin(self, scenario_id: str, language: str, level: Level, swapped: bool) -> Rehearsing:
        """A new rehearsal. Raises JournalError `unknown_scenario`."""
        found, _ = gather(self._packs)
        if scenario_id not in found:
            raise JournalError("unknown_scenario", id=scenario_id)
        return self._practising.open(self._rep, language, found[scenario_id], level=level, swapped=swapped)

    def begin_from(self, debrief: str, language: str, level: Level) -> Rehearsing:
        """A new rehearsal against the customer of a recorded debrief; what the debrief does not say is guessed and marked as such."""
        history = self._journal.read(debrief)
        if not history:
            raise JournalError("unknown_debrief", id=debrief)
        return self._practising.open(self._rep, language, from_debrief(fold(debrief, history)), level=level)

    def resume(self, name: str) -> Rehearsing:
        """Goes on with one left open. Raises JournalError."""
        return self._practising.resume(name)

    def ending(self, talk: Rehearsing) -> Ending:
        """What the end shows."""
        card, opened = talk.scorecard(), talk.opened
        finished = [
            one
            for one in self._practising.attempts(self._rep, opened.scenario_id)
            if one.ended and one.score is not None
        ]
        earlier = [one for one in finished if one.id != talk.id]
        return Ending(
            card=card,
            reasons=tuple(aftermath.why(check, talk.book) for check in card.checks),
            better=talk.better_line(card),
            scores=tuple(one.score for one in finished if one.score is not None),
            before=_marks(earlier[-1], talk.scenario) if earlier else {},
            reveal=talk.reveal(),
        )

    def _row(self, scenario: Scenario, language: str, attempts: list[Rehearsal]) -> ShelfRow:
        tongue = scenario.tongue(language)
        scores = tuple(one.score for one in attempts if one.score is not None)
        unfinished = next((one.id.removeprefix(PREFIX) for one in reversed(attempts) if not one.ended), None)
        return ShelfRow(scenario.id, tongue.title, tongue.industry, scores, unfinished)


def _marks(attempt: Rehearsal, scenario: Scenario) -> dict[str, tuple[bool | None, bool]]:
    card = score(attempt.exchanges, attempt.outcome or "left", scenario.hidden_class, len(attempt.hints))
    return {check.id: (check.passed, check.half) for check in card.checks}
