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
    "easy": Rules(patience=8, worries=1, evasions=0, two_sided=True),
    "normal": Rules(patience=6, worries=2, evasions=0, two_sided=True),
    "hard": Rules(patience=5, worries=3, evasions=1, two_sided=False),
}
