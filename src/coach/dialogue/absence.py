"""Detects the day on which somebody returns: "老板二十号左右才回". It is no next step, and it may come after the last
day of the class (R8, R14).
"""

from datetime import date

from coach.dialogue.step_answer import clause_of
from coach.domain.hearing import Heard, Hearing
from coach.patterns import Pattern

_RETURNS = Pattern("absence", "{returns}")
_NOBODY_ELSE = Pattern("absence", "{nobody_else}")


def tells_return(clause: str) -> bool:
    """Whether a clause tells that somebody else comes back."""
    return _RETURNS.search(clause) is not None and not _NOBODY_ELSE.search(clause)


def returning(text: str, hearing: Hearing) -> Heard | None:
    """The last day on which somebody else returns, with the clause that says so; None if there is none."""
    clauses = {quote: clause_of(text, quote) for quote in {one.quote for one in hearing.days}}
    telling = {quote for quote, clause in clauses.items() if tells_return(clause)}
    back = [Heard(one.value, clauses[one.quote], 1.0) for one in hearing.days if one.quote in telling]
    return max(back, default=None, key=lambda one: date.fromisoformat(one.value))
