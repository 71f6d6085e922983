"""Reads the number of approvals above from an answer to that question (R7): "就一道吧", "two of them", "上面没人"."""

from typing import Final

from coach.dialogue.clauses import clauses
from coach.dialogue.evidentiality import admits
from coach.domain.facts import Authority
from coach.patterns import Pattern

_EN = r"^\W*{lead}*"
_EN_END = r"(?: {goes_on})*\W*$"
_COUNTED: Final[tuple[tuple[Authority, Pattern], ...]] = (
    ("first", Pattern("approvals", "{nobody_above}|" + _EN + "{nobody}" + _EN_END)),
    ("third", Pattern("approvals", "{many}(?:{levels}|{people})|" + _EN + "(?:{several}|[234])" + _EN_END)),
    ("second", Pattern("approvals", "[一1]{levels}|{one_above}|" + _EN + "(?:{one}|1)" + _EN_END)),
)
_NAMED = Pattern("approvals", r"^\W*{lead}*{one_named}\W*$")
"""Who is above, and nobody else: just her mother, 就老板一个."""
_UNSURE = Pattern("approvals", "{unsure}|[?？]")
_ABOVE = Pattern("approvals", "{above}")
_LONGEST = 24
"""Maximum characters of an answer that only counts."""


def approvals_told(text: str) -> Authority | None:
    """The KP rank stated by an answer to the question for it; None if it states none."""
    if len(text) > _LONGEST or _UNSURE.search(text):
        return None
    return next((rank for rank, pattern in _COUNTED if pattern.search(text)), None)


def names_the_one_above(text: str) -> bool:
    """Whether a short answer only says who is above."""
    return len(text) <= _LONGEST and _NAMED.match(text) is not None


def admitted_rank(text: str) -> str:
    """The clause that admits ignorance of the number of approvals above (R7), which is then not asked for again; empty if
    there is none.
    """
    return next((one for one in clauses(text) if admits(one) and _ABOVE.search(one)), "")
