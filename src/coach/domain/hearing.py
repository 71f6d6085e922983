"""The result of listening: values by the keys of the label guide, each with the words it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Stage = Literal["opening", "forward", "unsigned", "reverse", "push"]
Act = Literal["discover", "value", "proof", "answer", "ask", "concede", "give_in", "pressure", "next", "leave", "other"]

BLOCKERS = (
    "no_courage", "fear_impression", "weak_pitch", "customer_thinking", "absent_decider",
    "price", "no_budget", "competitor", "no_need", "other",
)  # fmt: skip
Reason = Literal["courage", "fear"]
OWN_BLOCKERS: dict[str, Reason] = {"no_courage": "courage", "fear_impression": "fear"}
"""The blockers that are the rep's own, each with its reason for giving in (R18)."""


def reason_of(blockers: Iterable[str]) -> Reason | None:
    """The rep's reason for giving in, by the first of the blockers that implies one (R18); None if none does."""
    return next((OWN_BLOCKERS[blocker] for blocker in blockers if blocker in OWN_BLOCKERS), None)


class Heard(NamedTuple):
    """An extracted value; `quote` is a verbatim part of the text, `confidence` is in 0..1."""

    value: str
    quote: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everything extracted from one text."""

    facts: dict[str, Heard] = field(default_factory=dict)
    """The single-valued keys (authority, need, power, value, close_attempted, signed, gave_in, next_step, next_date),
    and for the debrief itself visit_date, some_date (a date of unknown meaning), vague_date and bad_date (quotes
    only).
    """
    blockers: tuple[Heard, ...] = ()
    """All reasons for not signing."""
    faint: dict[str, Heard] = field(default_factory=dict)
    """Values below the threshold, to be asked about and never claimed."""
    days: tuple[Heard, ...] = ()
    """All dates from the visit on, in order."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Customer and contact."""
    times: int | None = None
    """How often the signature was asked for, if stated."""
