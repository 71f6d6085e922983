"""The facade that the rehearsal screens use: the scenarios with the rep's own attempts; rehearsals started, resumed and
retried.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from coach.conduct.habits import habits
from coach.conduct.lookup import debrief_stream
from coach.conduct.practising import Practising, Rehearsing, attempts
from coach.conduct.workplace import Workplace
from coach.domain.history import fold
from coach.domain.ids import rehearsal_id
from coach.domain.practice import Rehearsal, Scorecard
from coach.domain.practice_events import Level
from coach.phrases import load
from coach.ports import RefusedError
from coach.roleplay import aftermath
from coach.roleplay.checks import RULES
from coach.roleplay.debrief_scenario import from_debrief
from coach.roleplay.scenario import Scenario
from coach.roleplay.scenario_files import gather
from coach.roleplay.scoring import HINT_COST, score


class ShelfRow(NamedTuple):
    """A scenario with the rep's scores, oldest first, and his unfinished rehearsal, if any. Never the hidden class."""

    id: str
    title: str
    industry: str
    scores: tuple[int, ...]
    unfinished: str | None


class Attempt(NamedTuple):
    """One finished rehearsal of a scenario: the marks of its checks, and, if it retries the same turn as the one
    just ended (`now`), what was said there and the answer.
    """

    number: int
    outcome: str
    score: int
    marks: dict[str, str]
    line: str
    reply: str
    now: bool


class RehearsalResult(NamedTuple):
    """Everything shown at the end of a rehearsal: `attempts` at the same scenario, oldest first; `turn`, the one that
    was retried, if any; `habits`, what recurs over the rep's talks with any customer.
    """

    card: Scorecard
    reasons: tuple[str, ...]
    gap: str
    better: str
    attempts: tuple[Attempt, ...]
    turn: int | None
    reveal: tuple[str, ...]
    habits: tuple[str, ...]

    @property
    def before(self) -> dict[str, str]:
        """The marks of the attempt before the one just ended."""
        earlier = [attempt for attempt in self.attempts if not attempt.now]
        return earlier[-1].marks if earlier else {}


class RehearsalRoom:
    """One rep's rehearsals, which are private: they appear in no list, share or view of anybody else. `packs`: folders
    with scenarios.
    """

    def __init__(self, place: Workplace, packs: Iterable[Path] = ()) -> None:
        self._place = place
        self._packs = tuple(packs)

    @cached_property
    def _practising(self) -> Practising:
        return Practising(self._place.journal, self._place.listener(), self._place.clock, self._place.draw)

    @property
    def rules(self) -> Sequence[str]:
        """The checks in display order."""
        return tuple(RULES)

    @property
    def hint_cost(self) -> int:
        """The marks that a hint costs."""
        return HINT_COST

    def shelf(self, language: str) -> list[ShelfRow]:
        """All scenarios, those with an unfinished rehearsal first, latest first; the customer of a debrief is among
        them while a rehearsal with him is unfinished.
        """
        found, _ = gather(self._packs)
        tries: dict[str, list[Rehearsal]] = {}
        for attempt in self.attempts():
            if attempt.opened:
                tries.setdefault(attempt.opened.scenario_id, []).append(attempt)
        rows = [self._row(scenario, language, tries.pop(scenario.id, [])) for scenario in found.values()]
        from_debriefs = (self._row(_scenario(attempts[-1]), language, attempts) for attempts in tries.values())
        rows += [row for row in from_debriefs if row.unfinished]
        left_open = sorted((row for row in rows if row.unfinished), key=lambda row: str(row.unfinished), reverse=True)
        return [*left_open, *(row for row in rows if not row.unfinished)]

    def faults(self, language: str) -> list[str]:
        """The errors in scenario files that were skipped, with file, line and field."""
        return [fault.words(load(language, "practice")) for fault in gather(self._packs)[1]]

    def attempts(self, scenario_id: str | None = None) -> list[Rehearsal]:
        """The rep's own rehearsals, oldest first, of one scenario or of all."""
        return list(attempts(self._place.journal, self._place.rep, scenario_id))

    def begin(
        self, scenario_id: str | None, language: str, level: Level, *, swapped: bool = False, seed: int | None = None
    ) -> Rehearsing:
        """Starts a rehearsal, also with a customer met in an earlier one; with None, a scenario in the language
        selected by the seed.

        Raises RefusedError `unknown_scenario`.
        """
        scenario = self._any(language, seed) if scenario_id is None else self._named(scenario_id)
        return self._practising.open(self._place.rep, language, scenario, level=level, swapped=swapped, seed=seed)

    def begin_from(
        self, debrief: str, language: str, level: Level, *, swapped: bool = False, seed: int | None = None
    ) -> Rehearsing:
        """Starts a rehearsal with the customer of a debrief; what it does not state is guessed and marked as such.

        Raises RefusedError `unknown_debrief` or `ambiguous`.
        """
        stream = debrief_stream(self._place.journal, debrief)
        scenario = from_debrief(fold(stream, self._place.journal.read(stream)))
        return self._practising.open(self._place.rep, language, scenario, level=level, swapped=swapped, seed=seed)

    def resume(self, name: str) -> Rehearsing:
        """Continues an unfinished rehearsal. Raises RefusedError `unknown_practice`, `ambiguous` or `held`."""
        return self._practising.resume(self._place.rep, name)

    def branch(self, name: str, turn: int) -> Rehearsing:
        """Retries a turn of a rehearsal. Raises RefusedError `unknown_practice`, `ambiguous`, `no_turn`."""
        return self._practising.branch(self._place.rep, name, turn)

    def ending(self, talk: Rehearsing) -> RehearsalResult:
        """What is shown at the end."""
        card, opened = talk.scorecard(), talk.opened
        finished = [
            rehearsal
            for rehearsal in self.attempts(opened.scenario_id)
            if rehearsal.ended and rehearsal.score is not None
        ]
        turn = opened.turn if opened.origin else None
        family = {
            rehearsal.id
            for rehearsal in finished
            if rehearsal.id == opened.origin or _tries(rehearsal, opened.origin, turn)
        }
        return RehearsalResult(
            card=card,
            reasons=tuple(aftermath.why(check, talk.book) for check in card.checks),
            gap=aftermath.gap(card, talk.book),
            better=talk.better_line(card),
            attempts=tuple(
                _attempt(number, rehearsal, turn if rehearsal.id in family else None, rehearsal.id == talk.id)
                for number, rehearsal in enumerate(finished, 1)
            ),
            turn=turn,
            reveal=talk.reveal(),
            habits=self.habits(talk),
        )

    def habits(self, talk: Rehearsing) -> tuple[str, ...]:
        """What recurs over the rep's talks with any customer, in the language of this one."""
        return tuple(one.words(talk.book) for one in habits(self.attempts()))

    def _named(self, scenario_id: str) -> Scenario:
        found, _ = gather(self._packs)
        met = (
            [found[scenario_id]]
            if scenario_id in found
            else [_scenario(rehearsal) for rehearsal in self.attempts(scenario_id)]
        )
        if not met:
            raise RefusedError("unknown_scenario", id=scenario_id)
        return met[-1]

    def _any(self, language: str, seed: int | None) -> Scenario:
        fitting = [scenario for scenario in gather(self._packs)[0].values() if language in scenario.languages]
        return fitting[(self._place.draw(1000) if seed is None else seed) % len(fitting)]

    def _row(self, scenario: Scenario, language: str, attempts: list[Rehearsal]) -> ShelfRow:
        tongue = scenario.text_in(language)
        scores = tuple(rehearsal.score for rehearsal in attempts if rehearsal.score is not None)
        unfinished = next((rehearsal_id(rehearsal.id) for rehearsal in reversed(attempts) if not rehearsal.ended), None)
        return ShelfRow(scenario.id, tongue.title, tongue.industry, scores, unfinished)


def finished(attempts: Iterable[Rehearsal]) -> list[Attempt]:
    """The finished rehearsals with their numbers among all and their checks, for comparison."""
    return [
        _attempt(number, rehearsal, None, now=False)
        for number, rehearsal in enumerate(attempts, 1)
        if rehearsal.ended and rehearsal.score is not None
    ]


def _scenario(attempt: Rehearsal) -> Scenario:
    return Scenario.model_validate(attempt.opened.scenario if attempt.opened else {})


def _tries(attempt: Rehearsal, origin: str | None, turn: int | None) -> bool:
    """Whether it retries this turn of that rehearsal."""
    opened = attempt.opened
    return opened is not None and origin is not None and (opened.origin, opened.turn) == (origin, turn)


def _attempt(number: int, rehearsal: Rehearsal, turn: int | None, now: bool) -> Attempt:
    outcome = rehearsal.outcome or "left"
    his = _scenario(rehearsal)
    card = score(rehearsal.exchanges, outcome, his.hidden_class, len(rehearsal.hints), his.known)
    there = next((exchange for exchange in rehearsal.exchanges if exchange.number == turn), None)
    marks = {check.id: check.mark for check in card.checks}
    return Attempt(
        number, outcome, rehearsal.score or 0, marks, there.rep if there else "", there.reply if there else "", now
    )
