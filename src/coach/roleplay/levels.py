"""Difficulty levels: patience, number of put-offs, how readily worries are disclosed."""

from typing import NamedTuple

from coach.domain.practice_events import Level


class Rules(NamedTuple):
    """Parameters of a level: initial `patience`; at most `worries` raised; `evasions` before the reason is disclosed;
    `two_sided`: disclosing a worry he also tells an interest.
    """

    patience: int
    worries: int
    evasions: int
    two_sided: bool


RULES: dict[Level, Rules] = {
    "easy": Rules(8, 1, 0, True),
    "normal": Rules(6, 2, 0, True),
    "hard": Rules(5, 3, 1, False),
}
