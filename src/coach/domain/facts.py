"""The four facts (R12) and what is known of each, with the rep's own words (R22)."""

from pydantic import BaseModel, ConfigDict

from coach.domain.vocabulary import ANSWERS as ANSWERS
from coach.domain.vocabulary import AUTHORITIES as AUTHORITIES
from coach.domain.vocabulary import CLASSES as CLASSES
from coach.domain.vocabulary import FACTS as FACTS
from coach.domain.vocabulary import Answer as Answer
from coach.domain.vocabulary import Authority as Authority
from coach.domain.vocabulary import CustomerClass as CustomerClass
from coach.domain.vocabulary import FactName as FactName

_APPROVALS_ABOVE: dict[Authority, int | None] = {"first": 0, "second": 1, "third": 2, "not_first": None}
"""Approvals above the person met (R7); unknown for somebody who is only known not to decide."""


class Quote(BaseModel):
    """A verbatim quote of the rep, and the number of his turn, from 1."""

    model_config = ConfigDict(frozen=True)
    text: str
    turn: int


class Fact(BaseModel):
    """The state of a fact: its value (None: nothing said), `approvals` for authority, and the quotes for and against
    it.

    `chosen`: the value was picked with a key, so no quote supports it.
    """

    model_config = ConfigDict(frozen=True)
    value: str | None = None
    approvals: int | None = None
    quotes: tuple[Quote, ...] = ()
    corrected: bool = False
    chosen: bool = False

    @property
    def words(self) -> str:
        """The quote that the value rests on; empty if it was picked or corrected by hand."""
        return self.quotes[-1].text if self.quotes and not (self.chosen or self.corrected) else ""

    @property
    def known(self) -> bool:
        """Whether this is evidence rather than silence or hope (R9)."""
        return self.value not in (None, "unsure")


def approvals_of(authority: str | None) -> int | None:
    """The approvals above somebody of that authority; None if unknown."""
    return next((count for name, count in _APPROVALS_ABOVE.items() if name == authority), None)


def rank_of(approvals: int) -> Authority:
    """First, second or third KP, by the approvals above him (R7)."""
    return AUTHORITIES[min(approvals, 2)]
