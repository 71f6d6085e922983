"""The scenario schema: a customer in one short file, in one language or both. Only title, trade and briefing are shown
before the end.
"""

from typing import Annotated, Literal, LiteralString, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from coach.domain.facts import CustomerClass
from coach.domain.rulebook import CustomerFacts, classify
from coach.domain.vocabulary import LANGUAGES
from coach.phrases import Names

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Two = Annotated[tuple[Text, ...], Field(min_length=2)]
Face = Literal["think", "brochure", "later", "busy", "compare", "people", "price", "content", "proof", "terms"]
WorryKind = Literal[
    "training", "downtime", "reliability", "service", "cost", "switching", "staff", "lock_in",
    "fit", "data", "delivery", "face", "proof", "safety", "other",
]  # fmt: skip
InterestKind = Literal[
    "time", "labour", "cost", "sales", "quality", "calm", "growth", "safety", "image", "uptime", "other"
]

Fact = Literal["authority", "need", "power"]

MOST_APPROVALS = 5

OBJECTIONS = frozenset({"price", "content", "proof", "terms"})
"""Faces that are objections; the others are put-offs."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Interest(_Part):
    """A benefit to the customer. The one with the greatest `weight` comes first."""

    kind: InterestKind = "other"
    weight: int = Field(default=1, ge=1, le=5)


class Worry(_Part):
    """The real reason behind the put-offs; `faces` are the put-offs it appears as, in this order."""

    kind: WorryKind = "other"
    faces: tuple[Face, ...] = ("think", "brochure")


class InterestWords(_Part):
    """An interest in words: how the customer states it (`says`), the words that identify it (`words`), and a seller's
    sentence that ties the product to it (`line`).
    """

    says: Two
    words: tuple[Text, ...] = ()
    line: Text


class WorryWords(_Part):
    """A worry in words: how the customer tells it when asked (`says`), details on a further question (`more`), his
    relief (`eased`), the words that identify it, and a seller's sentence that answers it (`line`).
    """

    says: Two
    more: tuple[Text, ...] = ()
    eased: Two
    words: tuple[Text, ...] = ()
    line: Text


class ScenarioText(_Part):
    """The scenario in one language: what the rep may know beforehand, and what the customer says when asked."""

    title: Text
    industry: Text
    customer: Text
    briefing: Text
    greeting: Two
    authority: Two
    need: Two
    power: Two
    no: tuple[Text, ...] = ()
    decider: tuple[Text, ...] = ()
    interests: dict[str, InterestWords] = Field(default_factory=dict)
    worries: dict[str, WorryWords] = Field(default_factory=dict)


class Scenario(_Part):
    """A customer: authority, need, means and value (R1-R5), interests and worries. `known`: the facts that the rep was
    told before.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]
    approvals: int = Field(ge=0, le=MOST_APPROVALS)
    need: Literal["yes", "no"] = "yes"
    power: Literal["yes", "no"] = "yes"
    value: Literal["yes", "no"] = "yes"
    patience: int = Field(default=0, ge=-3, le=3)
    put_offs: tuple[Face, ...] = ("think", "brochure", "later")
    interests: dict[str, Interest] = Field(default_factory=dict)
    worries: dict[str, Worry] = Field(default_factory=dict)
    guesses: tuple[str, ...] = ()
    known: tuple[Fact, ...] = ()
    zh: ScenarioText | None = None
    en: ScenarioText | None = None

    @property
    def hidden_class(self) -> CustomerClass:
        """The customer's class by the rulebook."""
        found = classify(CustomerFacts(self.approvals, self.need, self.power, self.value)).customer_class
        return found or "C"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages available."""
        return tuple(name for name in LANGUAGES if getattr(self, name) is not None)

    def text_in(self, language: str) -> ScenarioText:
        """The words in a language, or in the only one available."""
        chosen = self.zh if language == "zh" else self.en
        found = chosen or self.zh or self.en
        if found is None:
            raise LookupError(self.id)
        return found

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.languages:
            raise _fault("no_words", "zh")
        if self.hidden_class == "D":
            for name in self.languages:
                if len(self.text_in(name).no) < 2:
                    raise _fault("no_reason", f"{name}.no")
        elif not (self.interests and self.worries):
            raise _fault("nothing_inside", "worries" if self.interests else "interests")
        for name in self.languages:
            tongue = self.text_in(name)
            _compare(f"{name}.interests", set(self.interests), set(tongue.interests))
            _compare(f"{name}.worries", set(self.worries), set(tongue.worries))
        if self.hidden_class in ("B", "C") and not all(self.text_in(name).decider for name in self.languages):
            short = next(name for name in self.languages if not self.text_in(name).decider)
            raise _fault("no_decider", f"{short}.decider")
        return self


def _compare(field: str, declared: set[str], worded: set[str]) -> None:
    if declared - worded:
        raise _fault("not_worded", field, names=Names(sorted(declared - worded)))
    if worded - declared:
        raise _fault("not_declared", field, names=Names(sorted(worded - declared)))


def _fault(code: LiteralString, field: str, **slots: object) -> PydanticCustomError:
    """An inconsistency of the customer as a whole: error code and field."""
    return PydanticCustomError(code, code, {"field": field, **slots})
