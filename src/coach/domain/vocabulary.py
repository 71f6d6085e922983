"""The words by which everything else is told: languages, facts and their values, classes, steps, levels. Imports nothing heavy: it is needed before the first paint."""

from typing import Literal, get_args

Language = Literal["zh", "en"]
FactName = Literal["authority", "need", "power", "value"]
Answer = Literal["yes", "no", "unsure"]
Authority = Literal["first", "second", "third", "not_first"]
CustomerClass = Literal["A", "B", "C", "D"]
Step = Literal["opening", "claim", "forward", "unsigned", "reverse", "push", "verdict", "plan", "recorded"]
Level = Literal["easy", "normal", "hard"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
FACTS: tuple[FactName, ...] = get_args(FactName)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
AUTHORITIES: tuple[Authority, ...] = get_args(Authority)
CLASSES: tuple[CustomerClass, ...] = get_args(CustomerClass)
STEPS: tuple[Step, ...] = get_args(Step)
LEVELS: tuple[Level, ...] = get_args(Level)


def values_of(fact: str) -> tuple[str, ...]:
    """Every value a fact may have."""
    return (*AUTHORITIES, "unsure") if fact == "authority" else ANSWERS
