"""How hard the customer makes it: patience, how many put-offs, how deep his worries lie."""

from typing import NamedTuple

from coach.domain.practice_events import Level


class Rules(NamedTuple):
    """`patience` to begin with; `worries` he raises at most; `evasions` before he tells what is behind; `two_sided`: telling a worry he also tells what draws him."""

    patience: int
    worries: int
    evasions: int
    two_sided: bool


RULES: dict[Level, Rules] = {
    "easy": Rules(8, 1, 0, True),
    "normal": Rules(6, 2, 0, True),
    "hard": Rules(5, 3, 1, False),
}
