"""Detects the day on which somebody returns: "老板二十号左右才回". It is no next step, and it may come after the last day of the
class (R8, R14).
"""

from datetime import date

from coach.dialogue.patterns import Pattern
from coach.dialogue.step_answer import clause_of
from coach.domain.hearing import Heard, Hearing

_RETURNS = Pattern("absence", "{returns}")
_NOBODY_ELSE = Pattern("absence", "{nobody_else}")


def tells_return(clause: str) -> bool:
    """Whether a clause tells that somebody else comes back."""
    return _RETURNS.search(clause) is not None and not _NOBODY_ELSE.search(clause)


def returning(text: str, hearing: Hearing) -> Heard | None:
    """The last day on which somebody else returns, with the clause that says so; None if there is none."""
    found = [(one, clause_of(text, one.quote)) for one in hearing.days]
    back = [(one, clause) for one, clause in found if tells_return(clause)]
    return max((Heard(one.value, clause, 1.0) for one, clause in back), default=None, key=lambda one: date.fromisoformat(one.value))  # fmt: skip
