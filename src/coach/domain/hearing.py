"""What listening returns: keys and values of the label guide, each with the words it rests on."""

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
REASONS: dict[str, Reason] = {"no_courage": "courage", "fear_impression": "fear"}
"""The blockers that are the rep's own doing, and which of R18's two reasons for giving in each is."""


def reason_of(blockers: Iterable[str]) -> Reason | None:
    """Why the rep gave in, by the first of the blockers that tells it (R18); None where none does."""
    return next((REASONS[blocker] for blocker in blockers if blocker in REASONS), None)


class Heard(NamedTuple):
    """One value claimed: `quote` is a verbatim part of the text, `confidence` lies in 0..1."""

    value: str
    quote: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everything heard in one text.

    `facts` has the single-valued keys (authority, need, power, value, close_attempted, signed, gave_in, next_step,
    next_date), and for the debrief's own use visit_date, some_date (a day of whatever meaning), vague_date and bad_date
    (with a phrase only); `days` every single day from that of the visit on, in order, its quote the words for it;
    `blockers` every reason for not signing; `faint` what was nearly heard: below the threshold, so to be asked, never
    claimed; `names` customer and contact; `times` how often the signature was asked for, if told.
    """

    facts: dict[str, Heard] = field(default_factory=dict)
    blockers: tuple[Heard, ...] = ()
    faint: dict[str, Heard] = field(default_factory=dict)
    days: tuple[Heard, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    times: int | None = None
