"""What recurs over a rep's rehearsals, whoever the customer was (R21): what is missed of late, and what was learnt."""

from collections.abc import Iterable
from typing import NamedTuple

from coach.domain.practice import Rehearsal
from coach.phrases import Phrasebook
from coach.roleplay.checks import RULES
from coach.roleplay.scenario import Scenario
from coach.roleplay.scoring import score

LATELY = 5
"""The latest talks that a habit is looked for in, those in which the check applied."""
_FEW = 3
"""Fewer talks than this make no habit."""


class Habit(NamedTuple):
    """A check that was missed in `missed` of the last `talks`; in none: it used to be."""

    check: str
    talks: int
    missed: int

    def words(self, book: Phrasebook) -> str:
        """The habit in a sentence."""
        key = "habit.recurring" if self.missed else "habit.gained"
        return book.say(key, check=book.say(f"check.{self.check}"), count=self.talks, missed=self.missed)


def habits(attempts: Iterable[Rehearsal]) -> tuple[Habit, ...]:
    """The check missed most of late, then the one learnt; `attempts` oldest first. A turn tried again is not counted, nor
    is a talk with swapped roles.
    """
    passed: dict[str, list[bool]] = {name: [] for name in RULES}
    for attempt in attempts:
        for name, result in _results(attempt):
            passed[name].append(result)
    recurring = [found for name, results in passed.items() if (found := _recurring(name, results))]
    gained = [found for name, results in passed.items() if (found := _gained(name, results))]
    worst = sorted(recurring, key=lambda one: (-one.missed / one.talks, -RULES[one.check].weight))
    best = sorted(gained, key=lambda one: -RULES[one.check].weight)
    return (*worst[:1], *best[:1])


def _results(attempt: Rehearsal) -> Iterable[tuple[str, bool]]:
    opened = attempt.opened
    if opened is None or opened.origin or attempt.score is None or attempt.outcome is None:
        return
    customer = Scenario.model_validate(opened.scenario)
    card = score(attempt.exchanges, attempt.outcome, customer.hidden_class, known=customer.known)
    for check in card.checks:
        if check.passed is not None:
            yield check.id, check.passed


def _recurring(name: str, results: list[bool]) -> Habit | None:
    lately = results[-LATELY:]
    missed = lately.count(False)
    return Habit(name, len(lately), missed) if len(lately) >= _FEW and missed > len(lately) / 2 else None


def _gained(name: str, results: list[bool]) -> Habit | None:
    before, lately = results[-_FEW - LATELY : -_FEW], results[-_FEW:]
    learnt = len(before) > 1 and all(lately) and before.count(False) > len(before) / 2
    return Habit(name, len(lately), 0) if learnt else None
