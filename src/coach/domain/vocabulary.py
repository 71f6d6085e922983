"""The closed vocabularies of the domain: languages, facts and their values, classes, steps, outcomes, levels.

Imports nothing heavy, because the first paint needs it.
"""

from typing import Literal, get_args

Language = Literal["zh", "en"]
FactName = Literal["authority", "need", "power", "value"]
Answer = Literal["yes", "no", "unsure"]
Authority = Literal["first", "second", "third", "not_first"]
CustomerClass = Literal["A", "B", "C", "D"]
Step = Literal["opening", "claim", "forward", "unsigned", "reverse", "push", "verdict", "plan", "recorded"]
PushReason = Literal["courage", "fear", "neither"]
Outcome = Literal["signed", "lost", "open"]
Level = Literal["easy", "normal", "hard"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
FACTS: tuple[FactName, ...] = get_args(FactName)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
AUTHORITIES: tuple[Authority, ...] = get_args(Authority)
CLASSES: tuple[CustomerClass, ...] = get_args(CustomerClass)
STEPS: tuple[Step, ...] = get_args(Step)
PUSH_REASONS: tuple[PushReason, ...] = get_args(PushReason)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
LEVELS: tuple[Level, ...] = get_args(Level)


def values_of(fact: str) -> tuple[str, ...]:
    """Every value that `fact` can have."""
    return (*AUTHORITIES, "unsure") if fact == "authority" else ANSWERS
